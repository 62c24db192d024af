import type { Cell, Merge } from '#shared/importing/cell'
import type { NamedSheet } from './chooseSheet'
import { numberText } from './excelFormats'
import { gridRows } from './gridRows'
import { type CellBudget, ImportFailure, LIMITS } from './limits'
import { walkXml } from './xml'
import type { ZipFile } from './zipFile'

// What lies over or beside a cell, with text of its own: comments, drawings, readings of Chinese characters.
const NOT_CELL_TEXT = new Set(['annotation', 'frame', 'custom-shape', 'shapes', 'ruby-text'])
const MOST_MERGES = 100_000

type Attributes = Readonly<Record<string, string>>

/** A cell being read: its attributes and the paragraphs inside it. */
interface OpenCell {
  readonly given: Attributes
  readonly paragraphs: string[]
}

/** A row being read: it may stand for many. */
interface OpenRow {
  readonly repeats: number
  readonly hidden: boolean
  readonly cells: { readonly column: number; readonly value: Cell }[]
}

/**
 * Reads the sheets of an OpenDocument spreadsheet: typed cells, merges, hidden sheets, rows and columns.
 *
 * Own reader: the package that reads the binary formats expands `number-rows-repeated` x `number-columns-repeated`
 * until the memory is full, and gives neither hidden rows nor hidden sheets.
 * @throws ImportFailure `import.damaged`, `import.passwordProtected`, and those of the limits.
 */
export function readOdsSheets(zip: ZipFile, budget: CellBudget): NamedSheet[] {
  if (isEncrypted(zip)) throw new ImportFailure('import.passwordProtected')
  const xml = zip.read('content.xml')
  if (!xml) throw new ImportFailure('import.damaged')
  const sheets: NamedSheet[] = []
  const hiddenStyles = new Set<string>()
  let style = ''
  let sheet: SheetReader | undefined
  let outside = 0
  walkXml(xml, {
    open: (name, attributes) => {
      if (NOT_CELL_TEXT.has(name)) outside += 1
      else if (outside > 0) return
      else if (name === 'style') style = attributes()['style:name'] ?? ''
      else if (name === 'table-properties' && attributes()['table:display'] === 'false')
        hiddenStyles.add(style)
      else if (name === 'table') sheet = new SheetReader(attributes(), budget)
      else sheet?.open(name, attributes)
    },
    close: (name) => {
      if (NOT_CELL_TEXT.has(name)) outside -= 1
      else if (outside > 0) return
      else if (name === 'table' && sheet) {
        sheets.push(sheet.finish(hiddenStyles))
        sheet = undefined
      } else sheet?.close(name)
    },
    text: (text) => {
      if (outside === 0) sheet?.text(text)
    },
  })
  return sheets
}

/** An encrypted part has a key derivation in the manifest; the parts themselves are noise then. */
function isEncrypted(zip: ZipFile): boolean {
  const manifest = zip.read('META-INF/manifest.xml')
  let found = false
  if (manifest) {
    walkXml(manifest, {
      open: (name) => {
        found ||= name === 'encryption-data'
      },
    })
  }
  return found
}

class SheetReader {
  private readonly grid
  private readonly merges: Merge[] = []
  private readonly hiddenRows: number[] = []
  private readonly hiddenColumns: number[] = []
  private row = 0
  private column = 0
  private columnsDeclared = 0
  private openRow: OpenRow | undefined
  private openCell: OpenCell | undefined

  constructor(
    private readonly given: Attributes,
    budget: CellBudget,
  ) {
    this.grid = gridRows(budget)
  }

  open(name: string, attributes: () => Attributes): void {
    switch (name) {
      case 'table-column':
        this.declareColumns(attributes())
        break
      case 'table-row':
        this.openRow = rowOf(attributes())
        this.column = 0
        break
      case 'table-cell':
        this.openCell = { given: attributes(), paragraphs: [] }
        break
      case 'covered-table-cell':
        this.column += repeatsOf(attributes()['table:number-columns-repeated'])
        break
      case 'p':
        this.openCell?.paragraphs.push('')
        break
      case 's':
        this.text(' '.repeat(Math.min(100, repeatsOf(attributes()['text:c']))))
        break
      case 'tab':
        this.text('\t')
        break
      case 'line-break':
        this.text('\n')
        break
    }
  }

  close(name: string): void {
    if (name === 'table-cell' && this.openCell) {
      this.endCell(this.openCell)
      this.openCell = undefined
    } else if (name === 'table-row' && this.openRow) {
      this.endRow(this.openRow)
      this.openRow = undefined
    }
  }

  text(text: string): void {
    const paragraphs = this.openCell?.paragraphs
    if (paragraphs && paragraphs.length > 0) paragraphs[paragraphs.length - 1] += text
  }

  finish(hiddenStyles: ReadonlySet<string>): NamedSheet {
    const { given, grid, merges, hiddenRows, hiddenColumns } = this
    return {
      name: given['table:name'] ?? '',
      hidden: hiddenStyles.has(given['table:style-name'] ?? ''),
      grid: { rows: grid.rows, merges, hiddenRows, hiddenColumns },
    }
  }

  private declareColumns(given: Attributes): void {
    const from = this.columnsDeclared
    this.columnsDeclared += repeatsOf(given['table:number-columns-repeated'])
    if (isShown(given)) return
    const to = Math.min(this.columnsDeclared, from + LIMITS.columns)
    for (let column = from; column < to; column += 1) this.hiddenColumns.push(column)
  }

  private endCell({ given, paragraphs }: OpenCell): void {
    const repeats = repeatsOf(given['table:number-columns-repeated'])
    const value = cellOf(given, paragraphs.join('\n'))
    const cells = this.openRow?.cells
    if (value !== '' && cells) {
      if (repeats > LIMITS.columns)
        throw new ImportFailure('import.tooManyColumns', { limit: LIMITS.columns })
      for (let at = 0; at < repeats; at += 1) cells.push({ column: this.column + at, value })
    }
    this.merge(given)
    this.column += repeats
  }

  private merge(given: Attributes): void {
    const columns = repeatsOf(given['table:number-columns-spanned'])
    const rows = repeatsOf(given['table:number-rows-spanned'])
    if (columns * rows === 1 || this.merges.length >= MOST_MERGES) return
    const { row: top, column: left } = this
    this.merges.push({ top, left, bottom: top + rows - 1, right: left + columns - 1 })
  }

  /** Blank rows only count; a filled one that repeats is written as often as it says. */
  private endRow({ repeats, hidden, cells }: OpenRow): void {
    if (cells.length > 0) {
      for (let at = 0; at < repeats; at += 1) {
        for (const { column, value } of cells) this.grid.put(this.row + at, column, value)
        if (hidden) this.hiddenRows.push(this.row + at)
      }
    }
    this.row += repeats
  }
}

function rowOf(given: Attributes): OpenRow {
  return { repeats: repeatsOf(given['table:number-rows-repeated']), hidden: !isShown(given), cells: [] }
}

function isShown(given: Attributes): boolean {
  return (given['table:visibility'] ?? 'visible') === 'visible'
}

function repeatsOf(text: string | undefined): number {
  const count = Number(text ?? 1)
  return Number.isInteger(count) && count > 0 ? count : 1
}

/** The value that the file states, not what a locale made of it; text where it states none. */
function cellOf(given: Attributes, text: string): Cell {
  if (given['calcext:value-type'] === 'error') return { kind: 'error', text }
  switch (given['office:value-type']) {
    case 'float':
    case 'currency':
    case 'percentage':
      return { kind: 'number', text: numberText(given['office:value'] ?? text) }
    case 'date':
      return dateOf(given['office:date-value'] ?? text)
    case 'time':
      return timeOf(given['office:time-value'] ?? '') ?? text
    case 'boolean':
      return { kind: 'boolean', text: given['office:boolean-value'] === 'true' ? 'TRUE' : 'FALSE' }
    default:
      return given['office:string-value'] ?? text
  }
}

function dateOf(value: string): Cell {
  return /^\d{4}-\d\d-\d\d/.test(value)
    ? { kind: 'date', text: value.replace(/\.\d+$/, '').replace(/T00:00:00$/, '') }
    : value
}

/** `PT14H30M00S` -> 14:30:00; a duration beyond a day is no time of day. */
function timeOf(value: string): Cell | undefined {
  const match = /^PT(\d{1,2})H(\d{1,2})M(\d{1,2})(?:\.\d+)?S$/.exec(value)
  if (!match || Number(match[1]) > 23) return undefined
  return {
    kind: 'date',
    text: match
      .slice(1)
      .map((part) => part.padStart(2, '0'))
      .join(':'),
  }
}
