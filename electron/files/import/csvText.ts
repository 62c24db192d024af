import Papa from 'papaparse'
import { aliasTarget } from '#shared/importing/aliases'
import { cellBudget } from './limits'

/** A delimited text as rows of raw cells. */
export interface CsvReading {
  readonly rows: string[][]
  /** null: the file has one column. */
  readonly delimiter: string | null
  readonly why: 'import.why.sepLine' | 'import.why.widths' | 'import.why.oneColumn' | 'import.why.chosen'
  /** Fields whose quotes were broken and have been read literally. */
  readonly brokenQuotes: number
  readonly backslashes: boolean
}

const CANDIDATES = [',', ';', '\t', '|'] as const
const BETWEEN_DIGITS = {
  ',': /\d,(?=\d)/g,
  ';': /\d;(?=\d)/g,
  '\t': /\d\t(?=\d)/g,
  '|': /\d\|(?=\d)/g,
} as const
const SEP_LINE = /^sep=(.)(?=\n|$)/i
const BLANK: ReadonlySet<string | undefined> = new Set([...CANDIDATES, ' ', '\n'])
const SNIFF_ROWS = 240
const SNIFF_CHARS = 256 * 1024
// More broken quotes than this are a file of another kind; the rest stays as the parser gives it.
const MAX_REPAIRS = 200
// Stands in for a quote that is part of the text; private use, removed again after parsing.
const LITERAL_QUOTE = '\ue0f0'

/** A text without NULs, whose lines all end with LF. */
export function plainText(source: string): string {
  return source.replaceAll('\0', '').replace(/\r\n?/g, '\n')
}

/**
 * Parses delimited text. The delimiter is the `sep=` line's, else the one that gives most rows the same width
 * after the preamble. Mixed line ends are fine; a quote that nothing closes is a letter.
 */
export function parseCsv(source: string, chosen?: string | null): CsvReading {
  const text = withoutBlankTail(plainText(source))
  const sep = SEP_LINE.exec(text)?.[1]
  const guessed = chosen === undefined ? (sep ?? guessDelimiter(text)) : chosen
  const why =
    chosen !== undefined
      ? 'import.why.chosen'
      : sep
        ? 'import.why.sepLine'
        : guessed === null
          ? 'import.why.oneColumn'
          : 'import.why.widths'
  // The hint line stays as row 0, so that rows are counted as the file has them.
  const parsed = guessed === null ? oneColumn(text) : parseRows(text, guessed)
  while (parsed.rows.length > 0 && parsed.rows.at(-1)?.every((cell) => cell === '')) parsed.rows.pop()
  if (sep !== undefined && parsed.rows.length > 0) parsed.rows[0] = []
  return { ...parsed, delimiter: guessed, why }
}

/** Rows of nothing but dividers at the end: a spreadsheet writes a million of them below a few that are filled. */
function withoutBlankTail(text: string): string {
  let end = text.length
  while (end > 0 && BLANK.has(text[end - 1])) end -= 1
  const lineEnd = text.indexOf('\n', end)
  return lineEnd < 0 ? text : text.slice(0, lineEnd + 1)
}

function oneColumn(text: string): { rows: string[][]; brokenQuotes: number; backslashes: boolean } {
  const budget = cellBudget()
  const rows = text.split('\n').map((line, index) => {
    budget.take(index, 1)
    const quoted = /^"(.*)"$/.exec(line)
    return [quoted ? (quoted[1] ?? '').replaceAll('""', '"') : line]
  })
  return { rows, brokenQuotes: 0, backslashes: false }
}

function parseRows(
  text: string,
  delimiter: string,
): { rows: string[][]; brokenQuotes: number; backslashes: boolean } {
  const first = parseOnce(text, delimiter)
  if (first.broken.length === 0) return { rows: first.rows, brokenQuotes: 0, backslashes: false }
  if (text.includes('\\"')) {
    const escaped = parseOnce(text.replace(/\\"/g, '""'), delimiter)
    if (escaped.broken.length === 0) {
      const rows = escaped.rows.map((row) => row.map((cell) => cell.replace(/\\([,;\\])/g, '$1')))
      return { rows, brokenQuotes: 0, backslashes: true }
    }
  }
  return { ...repairQuotes(text, delimiter), backslashes: false }
}

interface ParsedOnce {
  readonly rows: string[][]
  /** Positions of opening quotes that nothing closes properly, ascending. */
  readonly broken: readonly number[]
}

function parseOnce(text: string, delimiter: string, preview = 0): ParsedOnce {
  const budget = cellBudget()
  const rows: string[][] = []
  const broken: number[] = []
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    preview,
    step: ({ data, errors }) => {
      budget.take(rows.length, data.length)
      rows.push(data)
      for (const error of errors) {
        if (error.type === 'Quotes' && error.index !== undefined) broken.push(error.index - 1)
      }
    },
  })
  return { rows, broken: [...new Set(broken)] }
}

/**
 * Reads again with the quotes that are no quotes replaced: an unterminated one, and one that runs over a line
 * although its end is malformed. A malformed end within one line (`"a" b,c`) is kept as the parser reads it.
 */
function repairQuotes(text: string, delimiter: string): { rows: string[][]; brokenQuotes: number } {
  let repaired = text
  let count = 0
  let parsed = parseOnce(repaired, delimiter)
  for (; count < MAX_REPAIRS; count += 1) {
    const at = parsed.broken.find((index) => isBroken(repaired, index, delimiter))
    if (at === undefined) break
    repaired = `${repaired.slice(0, at)}${LITERAL_QUOTE}${repaired.slice(at + 1)}`
    parsed = parseOnce(repaired, delimiter)
  }
  const rows =
    count === 0
      ? parsed.rows
      : parsed.rows.map((row) => row.map((cell) => cell.replaceAll(LITERAL_QUOTE, '"')))
  return { rows, brokenQuotes: Math.max(count, parsed.broken.length) }
}

function isBroken(text: string, open: number, delimiter: string): boolean {
  const lineEnd = text.indexOf('\n', open)
  const line = text.slice(open + 1, lineEnd < 0 ? undefined : lineEnd)
  return !line.includes(`"${delimiter}`) && !line.endsWith('"')
}

/** The delimiter that makes a table of the text, or null for one column. */
export function guessDelimiter(text: string): string | null {
  const sample = text.slice(0, SNIFF_CHARS)
  const scored = CANDIDATES.map((delimiter) => ({ delimiter, score: scoreDelimiter(sample, delimiter) }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  return best.score > 0.5 ? best.delimiter : null
}

/** Share of rows with the usual width, counted after the preamble, plus known names in its first row. */
function scoreDelimiter(sample: string, delimiter: (typeof CANDIDATES)[number]): number {
  const rows = parseOnce(sample, delimiter, SNIFF_ROWS).rows.filter((row) =>
    row.some((cell) => cell.trim() !== ''),
  )
  const widths = new Map<number, number>()
  for (const row of rows) if (row.length > 1) widths.set(row.length, (widths.get(row.length) ?? 0) + 1)
  const [modal, count] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0]
  const start = rows.findIndex((row) => row.length === modal)
  if (count === 0 || start < 0) return 0
  const body = rows.slice(start).filter((row) => !row[0]?.startsWith('#'))
  const share = count / Math.max(1, body.length)
  // "1 204,5": a candidate that mostly stands between digits is a decimal comma.
  const between = sample.match(BETWEEN_DIGITS[delimiter])?.length ?? 0
  const numeric = between / Math.max(1, sample.split(delimiter).length - 1)
  const names = body[0] ?? []
  const known = names.filter((name) => aliasTarget(name) !== undefined).length / names.length
  const spaced = body
    .slice(0, 50)
    .flat()
    .filter((cell) => cell.startsWith(' ') && cell.trim() !== '').length
  const penalty = Math.min(0.6, spaced / Math.max(1, body.slice(0, 50).flat().length))
  return share + known + Math.min(modal, 12) * 0.02 - penalty - numeric * 0.2
}
