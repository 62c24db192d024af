import { addDays, dayIn } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import type { ImportMoment } from './importRecord'

/**
 * Whether something that is said to have happened lies beyond tomorrow: a slip in the year, or day and month the wrong
 * way round. Tomorrow is none, since it is tomorrow already where the file comes from. Without today nothing is.
 */
export function isInFuture(moment: ImportMoment, today: IsoDate | undefined): boolean {
  if (today === undefined) return false
  const day = typeof moment === 'number' ? dayIn('UTC', moment) : moment.slice(0, 10)
  return day > addDays(today, 1)
}
