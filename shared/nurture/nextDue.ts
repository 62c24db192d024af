import { compareDays } from '../time/calendarDay'
import type { EpochMs, IsoDate } from '../time/values'

/** What is to be done next for a customer: on which day, and at which instant where an hour was agreed. */
export interface NextDue {
  readonly on: IsoDate
  readonly at?: EpochMs | undefined
}

/** The earliest of some things that are due; of one day, what has an hour comes first. Nothing for none. */
export function earliest(due: readonly NextDue[]): NextDue | undefined {
  return due.reduce<NextDue | undefined>(
    (best, next) => (best === undefined || comesBefore(next, best) ? next : best),
    undefined,
  )
}

function comesBefore(one: NextDue, other: NextDue): boolean {
  const byDay = compareDays(one.on, other.on)
  if (byDay !== 0) return byDay < 0
  return one.at !== undefined && (other.at === undefined || one.at < other.at)
}
