import type { ColumnKind, PanelCell, PanelNote } from '../insights/panel'
import { quarterPeriod } from '../time/period'
import type { ReportWords } from './words'

/** How many places a figure of a kind is read with. */
const PLACES: Readonly<Record<ColumnKind, number>> = {
  name: 0,
  count: 1,
  share: 0,
  times: 2,
  days: 0,
  hours: 1,
  money: 0,
}

/** A cell as a person reads it; undefined where there is no figure, whose reason is the cell's own. */
export function cellText(
  cell: PanelCell | undefined,
  kind: ColumnKind,
  words: ReportWords,
): string | undefined {
  if (cell === undefined) return undefined
  if ('name' in cell) return cell.name
  if ('message' in cell) return words.text(cell.message, cell.params)
  if ('country' in cell) return words.country(cell.country)
  if ('language' in cell) return words.languageName(cell.language)
  if ('quarter' in cell) return quarterText(cell.quarter)
  if ('month' in cell) return cell.month
  const { value } = cell
  if (value === undefined) return undefined
  if (typeof value === 'object') return words.money(value)
  return kind === 'share' ? shareText(value, words) : words.number(value, PLACES[kind])
}

/** Small shares with a place more: two visits in a thousand are not none. */
function shareText(value: number, words: ReportWords): string {
  return words.share(value, Math.abs(value) < 0.1 ? 1 : 0)
}

/** `2026 Q1`: the same in every language, like the month `2026-03`. */
export function quarterText(quarter: number): string {
  const { from } = quarterPeriod(quarter)
  return `${from.slice(0, 4)} Q${(quarter % 4) + 1}`
}

/** A note beside a figure as a sentence. */
export function noteText(note: PanelNote, words: ReportWords): string {
  const money = Object.entries(note.money ?? {}).map(([name, amount]) => [name, words.money(amount)])
  const shares = Object.entries(note.shares ?? {}).map(([name, share]) => [name, shareText(share, words)])
  return words.text(note.message, { ...note.params, ...Object.fromEntries([...money, ...shares]) })
}
