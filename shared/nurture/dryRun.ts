import type { IsoDate } from '../time/values'
import type { PlannedTouch } from './plannedTouch'

/** Somebody whom a plan would be begun with, and everything that it would bring in the days looked at. */
export interface DryRunPerson {
  readonly customerId: string
  readonly personId: string | undefined
  readonly name: string
  /** `unknown`: they can be reached, and no word of theirs allows or forbids it. */
  readonly consent: 'given' | 'unknown' | 'closed' | 'noAddress'
  readonly touches: readonly PlannedTouch[]
}

/** A day with what stands on it already and what the plan would add. */
export interface DryRunDay {
  readonly day: IsoDate
  readonly before: number
  readonly added: number
}

/** What a dry run comes to. Counts are of touches but for the people. */
export interface DryRunTally {
  readonly people: number
  readonly touches: number
  /** Moved because two touches of one person would stand too near. */
  readonly collisions: number
  /** Moved because a day was full. */
  readonly spread: number
  /** Moved for a weekend, a holiday or a day on which we are closed. */
  readonly daysOff: number
  /** Without any way to be written. */
  readonly blocked: number
  /** People of whom no word about being written to is on record. */
  readonly consentGaps: number
  readonly closed: number
  readonly days: readonly DryRunDay[]
  /** Days with more on them than the capacity; none without one. */
  readonly overfull: number
}

/** Counts a dry run, day by day beside what is planned already. */
export function tallyDryRun(
  people: readonly DryRunPerson[],
  already: readonly Pick<PlannedTouch, 'dueOn'>[],
  capacity: number | undefined,
): DryRunTally {
  const touches = people.flatMap((person) => person.touches)
  const moved = (...causes: readonly string[]) =>
    touches.filter(({ moves = [] }) => moves.some(({ because }) => causes.includes(because))).length
  const before = countByDay(already)
  const added = countByDay(touches)
  const days = [...added.keys()].sort().map((day) => ({
    day,
    before: before.get(day) ?? 0,
    added: added.get(day) ?? 0,
  }))
  return {
    people: people.length,
    touches: touches.length,
    collisions: moved('cap', 'quiet'),
    spread: moved('capacity'),
    daysOff: moved('holiday', 'weekendThere', 'weekendHere'),
    blocked: touches.filter(({ blocked }) => blocked !== undefined).length,
    consentGaps: people.filter(({ consent }) => consent === 'unknown').length,
    closed: people.filter(({ consent }) => consent === 'closed').length,
    days,
    overfull: capacity === undefined ? 0 : days.filter((day) => day.before + day.added > capacity).length,
  }
}

function countByDay(touches: readonly Pick<PlannedTouch, 'dueOn'>[]): Map<IsoDate, number> {
  const counts = new Map<IsoDate, number>()
  for (const { dueOn } of touches) counts.set(dueOn, (counts.get(dueOn) ?? 0) + 1)
  return counts
}
