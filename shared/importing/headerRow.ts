import { aliasTarget } from './aliases'
import { type Cell, cellText, type Grid, type Merge } from './cell'

/** How many rows are looked at; the longest preamble we know has 24. */
const LOOK_AHEAD = 40
const EMAIL = /^\S+@\S+\.\S+$/
// "1,204.50 €", "2026-10-05 14:30", "8.61E+12", "2026年10月5日"
const NUMBER_OR_DATE = /^[\s\d.,:+\-/()%$€¥£'年月日]*\d[\s\d.,:+\-/()%$€¥£'年月日E]*$/
// Longer cells are sentences, not names of columns.
const LONGEST_NAME = 80

/** Where the header stands. */
export interface HeaderRange {
  /** Last header row, null when the table has none. */
  readonly row: number | null
  /** First header row; equals `row` for the usual single line. */
  readonly first: number
  readonly why: 'import.why.headerScore' | 'import.why.noHeader' | 'import.why.chosen'
  /** Other rows that could be it, best first. */
  readonly alternatives: readonly number[]
}

/**
 * Finds the header by scoring rows: known names count for it, numbers, dates and addresses against it,
 * and so does being narrower than the table. Merged cells pull the rows above and below into it.
 */
export function findHeader(grid: Grid, chosen?: number | null): HeaderRange {
  if (chosen === null) return { row: null, first: 0, why: 'import.why.chosen', alternatives: [] }
  if (chosen !== undefined && chosen < grid.rows.length) {
    const range = spanOf(grid, chosen)
    return { ...range, row: chosen, why: 'import.why.chosen', alternatives: [] }
  }
  const head = grid.rows.slice(0, LOOK_AHEAD)
  const modal = modalWidth(grid.rows)
  const scored = head
    .map((row, index) => ({ index, ...scoreRow(row, modal), follows: looksLikeData(head[index + 1]) }))
    .filter((row) => row.names > 0)
    .map((row) => ({ ...row, score: row.score + (row.follows ? 1 : 0) }))
    .sort((a, b) => b.score - a.score || a.index - b.index)
  // Without a single known name the first full row of plain texts is the header, as everywhere.
  const best =
    scored[0]?.hits === 0
      ? (scored.filter((row) => row.full).sort((a, b) => a.index - b.index)[0] ?? scored[0])
      : scored[0]
  const firstFilled = head.findIndex((row) => row.some((cell) => cellText(cell) !== ''))
  if (best === undefined || best.score <= 0 || (best.hits === 0 && holdsAddress(head[firstFilled]))) {
    return {
      row: null,
      first: 0,
      why: 'import.why.noHeader',
      alternatives: scored.slice(0, 3).map((row) => row.index),
    }
  }
  const alternatives = scored.slice(1, 4).map((row) => row.index)
  return { ...spanOf(grid, best.index), why: 'import.why.headerScore', alternatives }
}

/** The most frequent number of filled cells among rows that have at least two (one for a single column). */
function modalWidth(rows: readonly (readonly Cell[])[]): number {
  const counts = new Map<number, number>()
  for (const row of rows.slice(0, 400)) {
    const width = row.reduce<number>((last, cell, index) => (cellText(cell) === '' ? last : index + 1), 0)
    if (width > 0) counts.set(width, (counts.get(width) ?? 0) + (width > 1 ? 2 : 1))
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}

function scoreRow(
  row: readonly Cell[],
  modal: number,
): { score: number; hits: number; names: number; full: boolean } {
  let hits = 0
  let typed = 0
  const names = new Set<string>()
  let width = 0
  for (const [index, cell] of row.entries()) {
    const text = cellText(cell)
    if (text === '') continue
    width = index + 1
    if (typeof cell !== 'string' || isTyped(text)) {
      typed += 1
      continue
    }
    if (text.length > LONGEST_NAME || text.startsWith('#')) continue
    if (aliasTarget(text) !== undefined) hits += 1
    names.add(text)
  }
  const narrow = width < modal * 0.7 ? 3 : 0
  const full = typed === 0 && narrow === 0 && names.size > 0
  return { score: hits * 3 + names.size - typed * 2 - narrow, hits, names: names.size, full }
}

function isTyped(text: string): boolean {
  return NUMBER_OR_DATE.test(text) || EMAIL.test(text) || /^https?:/i.test(text)
}

function looksLikeData(row: readonly Cell[] | undefined): boolean {
  return row?.some((cell) => typeof cell !== 'string' || isTyped(cellText(cell))) ?? false
}

function holdsAddress(row: readonly Cell[] | undefined): boolean {
  return (
    row?.some((cell) => {
      const text = cellText(cell)
      return EMAIL.test(text) || (/^\+?[\d\s().-]{8,}$/.test(text) && text.replace(/\D/g, '').length >= 8)
    }) ?? false
  )
}

/** Grows a header line over the rows that merged cells tie to it. */
function spanOf(grid: Grid, row: number): { row: number; first: number } {
  const merges = grid.merges ?? []
  let last = row
  let first = row
  const used = modalWidth(grid.rows)
  for (let grown = true; grown; ) {
    grown = false
    const below = merges.find(
      (m) => m.top >= first && m.top <= last && m.bottom > last && m.bottom - m.top < 5,
    )
    if (below) {
      last = below.bottom
      grown = true
    }
    const above = first - 1
    if (above >= 0 && merges.some((m) => isGroup(m, above, used))) {
      first = above
      grown = true
    }
  }
  return { row: last, first }
}

/** A merged cell over several columns, but not over the whole table: that would be a title. */
function isGroup(merge: Merge, row: number, width: number): boolean {
  const columns = merge.right - merge.left + 1
  return merge.top === row && columns >= 2 && columns < width
}

/**
 * Names of the columns as parts, top to bottom: `['联系人', '电话', '手机']`. Merged cells are filled in,
 * a repeated part stands once.
 */
export function headerParts(grid: Grid, range: { readonly row: number; readonly first: number }): string[][] {
  const width = Math.max(0, ...grid.rows.slice(range.first, range.row + 400).map((row) => row.length))
  return Array.from({ length: width }, (_, column) => {
    const parts: string[] = []
    for (let row = range.first; row <= range.row; row += 1) {
      const text = mergedText(grid, row, column)
      if (text !== '' && text !== parts.at(-1)) parts.push(text)
    }
    return parts
  })
}

function mergedText(grid: Grid, row: number, column: number): string {
  const own = cellText(grid.rows[row]?.[column])
  if (own !== '') return own
  const merge = (grid.merges ?? []).find(
    (m) => row >= m.top && row <= m.bottom && column >= m.left && column <= m.right,
  )
  return merge ? cellText(grid.rows[merge.top]?.[merge.left]) : ''
}
