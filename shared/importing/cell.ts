/**
 * One cell as a reader found it. Text stays a plain string (CSV knows nothing else);
 * a spreadsheet's typed cells say what they are, so that a number never loses its digits.
 */
export type Cell = string | TypedCell

/** A cell whose type the file itself states. */
export interface TypedCell {
  readonly kind: 'number' | 'date' | 'boolean' | 'error'
  /**
   * number: all digits, no exponent below 1e21 (`8619900001234`); date: `YYYY-MM-DD`, `YYYY-MM-DDTHH:mm:ss`
   * or `HH:mm:ss` in the sheet's own clock; boolean: `TRUE`/`FALSE`; error: `#N/A` and so on.
   */
  readonly text: string
}

/** A rectangle of merged cells, all bounds inclusive and 0-based. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** A sheet or a delimited file, row by row; blank rows count, rows may be ragged. */
export interface Grid {
  readonly rows: readonly (readonly Cell[])[]
  readonly merges?: readonly Merge[]
  /** 0-based rows that the file hides; they are imported like the others, with a warning. */
  readonly hiddenRows?: readonly number[]
  readonly hiddenColumns?: readonly number[]
}

// Zero-width space, byte order mark, bidi controls. ZWNJ and ZWJ stay: Persian names and emoji need them.
const INVISIBLE = /[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL and other controls must not reach a record
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g
const ODD_SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g
const EXCEL_TEXT_GUARD = /^="(.*)"$/s
// One apostrophe that a spreadsheet put before what it would have calculated: '+49 171, '=1+1, '00123.
const APOSTROPHE_GUARD = /^'(?=[=+\-@\d＝＋－＠])/

/** Text as a person should see it: no invisible characters, plain spaces, NFC, trimmed. Never evaluates anything. */
export function cleanText(text: string): string {
  if (PLAIN_ASCII.test(text)) return text.trim()
  return text.replace(INVISIBLE, '').replace(CONTROLS, '').replace(ODD_SPACES, ' ').normalize('NFC').trim()
}

// Most cells of most files; spares five passes over them.
const PLAIN_ASCII = /^[\t\n\r\x20-\x7e]*$/

/** The cell's text, cleaned, with spreadsheet guards (`="..."`, leading apostrophe) taken off. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return ''
  if (typeof cell !== 'string') return cell.kind === 'error' ? '' : cell.text
  const text = cleanText(cell)
  const guarded = text.charCodeAt(0) === 61 ? EXCEL_TEXT_GUARD.exec(text) : null
  return guarded ? (guarded[1] ?? '').replaceAll('""', '"') : text.replace(APOSTROPHE_GUARD, '')
}

/** True when no cell of the row shows anything. */
export function isBlankRow(row: readonly Cell[] | undefined): boolean {
  return row === undefined || row.every((cell) => cellText(cell) === '')
}

/** How many cells of the row show something. */
export function filledCount(row: readonly Cell[] | undefined): number {
  return row === undefined
    ? 0
    : row.reduce<number>((count, cell) => count + (cellText(cell) === '' ? 0 : 1), 0)
}
