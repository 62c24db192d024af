import type { Cell, Merge } from '#shared/importing/cell'
import { decode, encodingName } from './charset'
import type { NamedSheet } from './chooseSheet'
import { numberText } from './excelFormats'
import { gridRows } from './gridRows'
import { type CellBudget, LIMITS } from './limits'
import { walkXmlText } from './xml'

const MOST_MERGES = 100_000

type Attributes = Readonly<Record<string, string>>

interface OpenCell {
  type: string
  text: string
}

/**
 * Reads the worksheets of an "XML Spreadsheet 2003" file, which Chinese back-ends like to call .xls.
 * @throws ImportFailure `import.damaged` when it is no XML, and those of the limits.
 */
export function readSpreadsheetMl(bytes: Uint8Array, budget: CellBudget): NamedSheet[] {
  const sheets: NamedSheet[] = []
  let sheet: WorksheetReader | undefined
  walkXmlText(decodeDeclared(bytes), {
    open: (name, attributes) => {
      if (name === 'Worksheet') sheet = new WorksheetReader(attributes()['ss:Name'] ?? '', budget)
      else sheet?.open(name, attributes)
    },
    close: (name) => {
      if (name === 'Worksheet' && sheet) {
        sheets.push(sheet.finish())
        sheet = undefined
      } else sheet?.close(name)
    },
    text: (text) => sheet?.text(text),
  })
  return sheets
}

/** What the XML declaration says, unless the bytes are plainly something else. */
function decodeDeclared(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const declared = /<\?xml[^>]*encoding=["']([\w-]+)["']/i.exec(head)?.[1]
  const name = declared === undefined ? undefined : encodingName(declared)
  return decode(bytes, name === 'utf8' ? undefined : name).text
}

class WorksheetReader {
  private readonly grid
  private readonly merges: Merge[] = []
  private readonly hiddenRows: number[] = []
  private readonly hiddenColumns: number[] = []
  private hidden = false
  private row = -1
  private column = -1
  /** Columns that a merged cell covers beyond its own. */
  private covered = 0
  private declaredColumn = 0
  private cell: OpenCell | undefined
  private isInData = false
  private isInComment = false
  private isInVisible = false

  constructor(
    private readonly name: string,
    budget: CellBudget,
  ) {
    this.grid = gridRows(budget)
  }

  open(name: string, attributes: () => Attributes): void {
    switch (name) {
      case 'Column':
        this.declareColumns(attributes())
        break
      case 'Row':
        this.beginRow(attributes())
        break
      case 'Cell':
        this.beginCell(attributes())
        break
      case 'Data':
        this.isInData = !this.isInComment
        if (this.cell && this.isInData) this.cell.type = attributes()['ss:Type'] ?? 'String'
        break
      case 'Comment':
        this.isInComment = true
        break
      case 'Visible':
        this.isInVisible = true
    }
  }

  close(name: string): void {
    if (name === 'Data') this.isInData = false
    else if (name === 'Comment') this.isInComment = false
    else if (name === 'Visible') this.isInVisible = false
    else if (name === 'Cell' && this.cell) {
      const value = cellOf(this.cell)
      if (value !== '') this.grid.put(this.row, this.column, value)
      this.cell = undefined
    }
  }

  text(text: string): void {
    if (this.isInData && this.cell) this.cell.text += text
    else if (this.isInVisible && text.startsWith('SheetHidden')) this.hidden = true
    else if (this.isInVisible && text.startsWith('SheetVeryHidden')) this.hidden = true
  }

  finish(): NamedSheet {
    const { name, hidden, grid, merges, hiddenRows, hiddenColumns } = this
    return { name, hidden, grid: { rows: grid.rows, merges, hiddenRows, hiddenColumns } }
  }

  private declareColumns(given: Attributes): void {
    const first = (placeOf(given) ?? this.declaredColumn + 1) - 1
    const last = first + countOf(given['ss:Span'])
    this.declaredColumn = last + 1
    if (given['ss:Hidden'] !== '1') return
    for (let column = first; column <= Math.min(last, first + LIMITS.columns); column += 1)
      this.hiddenColumns.push(column)
  }

  private beginRow(given: Attributes): void {
    this.row = (placeOf(given) ?? this.row + 2) - 1
    this.column = -1
    this.covered = 0
    if (given['ss:Hidden'] === '1') this.hiddenRows.push(this.row)
  }

  private beginCell(given: Attributes): void {
    this.column = (placeOf(given) ?? this.column + this.covered + 2) - 1
    this.covered = countOf(given['ss:MergeAcross'])
    const down = countOf(given['ss:MergeDown'])
    this.cell = { type: 'String', text: '' }
    if (this.covered + down === 0 || this.merges.length >= MOST_MERGES) return
    const { row: top, column: left } = this
    this.merges.push({ top, left, bottom: top + down, right: left + this.covered })
  }
}

/** 1-based place that the element states; without one it follows its neighbour. */
function placeOf(given: Attributes): number | undefined {
  const place = Number(given['ss:Index'])
  return Number.isInteger(place) && place > 0 ? place : undefined
}

function countOf(text: string | undefined): number {
  const count = Number(text ?? 0)
  return Number.isInteger(count) && count > 0 ? count : 0
}

function cellOf({ type, text }: OpenCell): Cell {
  if (text === '') return ''
  switch (type) {
    case 'Number':
      return { kind: 'number', text: numberText(text) }
    case 'DateTime':
      return dateOf(text.trim())
    case 'Boolean':
      return { kind: 'boolean', text: text.trim() === '1' ? 'TRUE' : 'FALSE' }
    case 'Error':
      return { kind: 'error', text }
    default:
      return text.replace(/\r\n?/g, '\n')
  }
}

/** `2026-10-05T00:00:00.000` -> the day; day zero of the spreadsheet calendar is a time alone. */
function dateOf(text: string): Cell {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:\.\d+)?)?$/.exec(text)
  const [, day = '', clock = '00:00:00'] = match ?? []
  if (!match) return text
  if (day === '1899-12-31' || day === '1899-12-30') return { kind: 'date', text: clock }
  return { kind: 'date', text: clock === '00:00:00' ? day : `${day}T${clock}` }
}
