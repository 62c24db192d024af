import type { MessageKey } from '#shared/i18n/catalogues'
import type { TodayRow } from '#shared/measures/todayWork'
import type { TodayFilter } from '../view/viewState'

/** Which rows each filter shows, and what it is called. */
export const FILTERS: readonly {
  readonly filter: TodayFilter
  readonly label: MessageKey
  readonly kind?: TodayRow['kind']
}[] = [
  { filter: 'all', label: 'today.filter.all' },
  { filter: 'promises', label: 'today.filter.promises', kind: 'promise' },
  { filter: 'orders', label: 'today.filter.orders', kind: 'orderRhythm' },
  { filter: 'leads', label: 'today.filter.leads', kind: 'fairLead' },
  { filter: 'touches', label: 'today.filter.touches', kind: 'touch' },
]

/** The rows of a filter, in their order. */
export function rowsOf(rows: readonly TodayRow[], filter: TodayFilter): readonly TodayRow[] {
  const kind = FILTERS.find((candidate) => candidate.filter === filter)?.kind
  return kind === undefined ? rows : rows.filter((row) => row.kind === kind)
}
