import type { Cell, Merge } from '#shared/importing/cell'
import { decode, encodingName } from './charset'
import type { NamedSheet } from './chooseSheet'
import { numberText } from './excelFormats'
import { gridRows } from './gridRows'
import { decodeEntities } from './htmlEntities'
import { attributeOf, walkHtml } from './htmlTags'
import { type CellBudget, LIMITS } from './limits'

// The most that the HTML standard lets one cell span.
const MOST_COLUMNS_SPANNED = 1_000
const MOST_ROWS_SPANNED = 65_534
const MOST_MERGES = 100_000
// Each begins a line of its own.
const BLOCKS = new Set(['p', 'div', 'li', 'tr', 'h1', 'h2', 'h3', 'h4'])

/**
 * Reads the tables of a web page, which many shops and back-ends hand out under the name .xls. A table within a table
 * is one of its own. All cells are text: HTML has no types; only where Excel shows `8.62E+12` the number beside it is
 * taken.
 * @throws ImportFailure of the limits.
 */
export function readHtmlTables(html: string, budget: CellBudget): NamedSheet[] {
  const finished: TableReader[] = []
  const open: TableReader[] = []
  walkHtml(html, {
    open: (name, attributes) => {
      if (name === 'table') {
        const table = new TableReader(budget)
        open.push(table)
        finished.push(table)
      } else open.at(-1)?.open(name, attributes)
    },
    close: (name) => {
      if (name === 'table') open.pop()?.end()
      else open.at(-1)?.close(name)
    },
    text: (raw) => open.at(-1)?.text(raw),
  })
  // The file was cut, or its writer careless: what is there counts.
  for (const table of open) table.end()
  return finished.map((table, at) => table.finish(`Sheet${at + 1}`))
}

/** HTML as text: its mark, else the charset that the page names, else by its bytes. */
export function decodeHtml(bytes: Uint8Array, chosen?: string): ReturnType<typeof decode> {
  if (chosen !== undefined) return decode(bytes, chosen)
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  const declared = encodingName(/<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? '')
  const byBytes = decode(bytes)
  const isSure = byBytes.why === 'import.why.bom' || byBytes.why === 'import.why.nulPattern'
  if (declared === undefined || isSure || declared === byBytes.encoding) return byBytes
  // A page that says UTF-8 and is not, or is UTF-8 and says otherwise, is what its bytes are.
  if (declared === 'utf8' || (byBytes.encoding === 'utf8' && hasHighBytes(bytes))) return byBytes
  return { ...decode(bytes, declared), why: 'import.why.declared' }
}

function hasHighBytes(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte > 127)
}

interface OpenCell {
  readonly attributes: string
  text: string
}

class TableReader {
  private readonly grid
  private readonly merges: Merge[] = []
  private readonly hiddenRows: number[] = []
  private row = -1
  private column = 0
  private isRowOpen = false
  private cell: OpenCell | undefined
  /** By column: the last row that a cell from above covers. */
  private readonly coveredTo: number[] = []

  constructor(budget: CellBudget) {
    this.grid = gridRows(budget)
  }

  open(name: string, attributes: string): void {
    if (name === 'tr') this.beginRow(attributes)
    else if (name === 'td' || name === 'th') this.beginCell(attributes)
    else if (name === 'br') this.text('\u0001')
    else if (BLOCKS.has(name) && this.cell && this.cell.text.trim() !== '') this.text('\u0001')
  }

  close(name: string): void {
    if (name === 'td' || name === 'th') this.endCell()
    else if (name === 'tr') {
      this.endCell()
      this.isRowOpen = false
    }
  }

  text(raw: string): void {
    if (this.cell) this.cell.text += raw
  }

  end(): void {
    this.endCell()
  }

  finish(name: string): NamedSheet {
    const { grid, merges, hiddenRows } = this
    return { name, hidden: false, grid: { rows: grid.rows, merges, hiddenRows } }
  }

  private beginRow(attributes: string): void {
    this.endCell()
    this.row += 1
    this.column = 0
    this.isRowOpen = true
    if (isHidden(attributes)) this.hiddenRows.push(this.row)
  }

  private beginCell(attributes: string): void {
    this.endCell()
    if (!this.isRowOpen) this.beginRow('')
    while ((this.coveredTo[this.column] ?? -1) >= this.row) this.column += 1
    this.cell = { attributes, text: '' }
  }

  private endCell(): void {
    if (!this.cell) return
    const { attributes, text } = this.cell
    this.cell = undefined
    const columns = spanOf(attributes, 'colspan', MOST_COLUMNS_SPANNED)
    const rows = spanOf(attributes, 'rowspan', MOST_ROWS_SPANNED)
    const { row: top, column: left } = this
    const value = cellOf(text, attributes)
    if (value !== '') this.grid.put(top, left, value)
    if (columns * rows > 1 && this.merges.length < MOST_MERGES)
      this.merges.push({ top, left, bottom: top + rows - 1, right: left + columns - 1 })
    if (rows > 1 && left + columns <= LIMITS.columns)
      for (let at = left; at < left + columns; at += 1) this.coveredTo[at] = top + rows - 1
    this.column += columns
  }
}

function isHidden(attributes: string): boolean {
  return /display\s*:\s*none/i.test(attributeOf(attributes, 'style') ?? '') || /\shidden\b/i.test(attributes)
}

function spanOf(attributes: string, name: string, most: number): number {
  const span = Number.parseInt(attributeOf(attributes, name) ?? '1', 10)
  return Number.isInteger(span) && span > 0 ? Math.min(span, most) : 1
}

/** White space as a browser shows it: runs are one blank, only breaks are lines. */
function cellOf(raw: string, attributes: string): Cell {
  const text = decodeEntities(raw.replace(/[ \t\r\n]+/g, ' '))
    .replaceAll('\u0001', '\n')
    .replace(/ ?\n ?/g, '\n')
    .trim()
  const number = /^\d(\.\d+)?E\+\d+$/i.test(text) ? attributeOf(attributes, 'x:num') : undefined
  return number !== undefined && /^\d+(\.\d+)?$/.test(number)
    ? { kind: 'number', text: numberText(number) }
    : text
}
