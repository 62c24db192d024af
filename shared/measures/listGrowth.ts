import { addMonths, compareDays } from '../time/calendarDay'
import { monthOf } from '../time/period'
import type { IsoDate } from '../time/values'
import type { CustomerFacts } from './facts/customerFacts'
import { type Figure, ratio } from './figure'

/** One month of one carrier. */
export interface ListMonth {
  /** `2027-03`. */
  readonly month: string
  /** People on it when the month began. */
  readonly sizeAtStart: number
  readonly joined: number
  readonly left: number
  readonly net: number
  /** net / size at start; no figure for the month in which the list began. */
  readonly growth: Figure
}

/**
 * List growth: joined less left for each carrier and month, from the month of its first member to the month of `today`,
 * without gaps. People who left and joined again count both times; what lies after today counts not yet. Consent is not
 * asked for here: the size is that of the list. Source: measures.md "list growth".
 */
export function listGrowth(
  facts: readonly Pick<CustomerFacts, 'memberships'>[],
  today: IsoDate,
): Map<string, ListMonth[]> {
  const carriers = new Map<string, Map<string, { joined: number; left: number }>>()
  const note = (carrierId: string, on: IsoDate, what: 'joined' | 'left'): void => {
    if (compareDays(on, today) > 0) return
    const months = carriers.get(carrierId) ?? new Map<string, { joined: number; left: number }>()
    carriers.set(carrierId, months)
    const month = months.get(monthOf(on)) ?? { joined: 0, left: 0 }
    months.set(monthOf(on), month)
    month[what] += 1
  }
  for (const { memberships } of facts) {
    for (const { carrierId, joinedOn, leftOn } of memberships) {
      note(carrierId, joinedOn, 'joined')
      // Left before they joined is a slip of the source: it counts on the day they joined.
      if (leftOn !== undefined) note(carrierId, leftOn < joinedOn ? joinedOn : leftOn, 'left')
    }
  }
  return new Map([...carriers].map(([carrierId, months]) => [carrierId, monthly(months, today)]))
}

function monthly(
  months: ReadonlyMap<string, { readonly joined: number; readonly left: number }>,
  today: IsoDate,
): ListMonth[] {
  const rows: ListMonth[] = []
  const [first] = [...months.keys()].sort()
  let sizeAtStart = 0
  for (let day = `${first}-01`; compareDays(day, today) <= 0; day = addMonths(day, 1)) {
    const { joined, left } = months.get(monthOf(day)) ?? { joined: 0, left: 0 }
    const net = joined - left
    rows.push({
      month: monthOf(day),
      sizeAtStart,
      joined,
      left,
      net,
      growth: ratio(net, sizeAtStart, 'measures.newList'),
    })
    sizeAtStart += net
  }
  return rows
}
