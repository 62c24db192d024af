import { compareDays, daysBetween } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import type { CustomerFacts } from './facts/customerFacts'
import { type Figure, ratio } from './figure'
import { type Spread, spreadOf } from './spread'

export const JOURNEY_STAGES = [
  'aware',
  'joined',
  'engaged',
  'enquiry',
  'negotiation',
  'customer',
  'repeat',
  'advocate',
] as const
export type JourneyStage = (typeof JOURNEY_STAGES)[number]

/** Whoever was silent for so long has left the journey. */
const LOST_AFTER_DAYS = 180

type JourneyFacts = Pick<CustomerFacts, 'steps' | 'lastContactOn'>

/** One customer's way so far. */
export interface Journey {
  readonly days: Readonly<Partial<Record<JourneyStage, IsoDate>>>
  /** The furthest stage that was reached by today. */
  readonly stage: JourneyStage
  /** No contact for 180 days. */
  readonly isLost: boolean
}

/**
 * A customer's journey with the day of each stage; stages may be skipped and come in any order. Negotiation begins with
 * the first sample or quote. `advocateOn` is the day for those who are advocates now (`advocateSince`).
 * Source: measures.md "journey".
 */
export function journeyOf(facts: JourneyFacts, today: IsoDate, advocateOn?: IsoDate): Journey {
  const { met, joined, engaged, enquiry, sample, quote, order, repeat } = facts.steps
  const negotiation =
    sample !== undefined && quote !== undefined && quote < sample ? quote : (sample ?? quote)
  const all = {
    aware: met,
    joined,
    engaged,
    enquiry,
    negotiation,
    customer: order,
    repeat,
    advocate: advocateOn,
  }
  const days: Partial<Record<JourneyStage, IsoDate>> = {}
  let stage: JourneyStage = 'aware'
  for (const name of JOURNEY_STAGES) {
    const on = all[name]
    if (on === undefined || compareDays(on, today) > 0) continue
    days[name] = on
    stage = name
  }
  const last = facts.lastContactOn ?? met
  return { days, stage, isLost: last !== undefined && daysBetween(last, today) >= LOST_AFTER_DAYS }
}

/** One stage over all customers. */
export interface JourneyRow {
  readonly stage: JourneyStage
  /** Customers with a day for this stage. */
  readonly reached: number
  /** Customers for whom it is the furthest stage. */
  readonly standing: number
  /** Of those, how many fell silent there. */
  readonly lost: number
  /** lost / all who stood at this stage or went beyond it. */
  readonly lostShare: Figure
  /** Days from the stage before that they reached, for those who came to this one later. */
  readonly days: Spread
}

/** Where people stand, how long each stretch takes, and where they fall silent. Source: measures.md "journey". */
export function journeyTable(journeys: readonly Journey[]): JourneyRow[] {
  const sums = JOURNEY_STAGES.map(() => ({
    reached: 0,
    standing: 0,
    lost: 0,
    passed: 0,
    days: [] as number[],
  }))
  for (const { days, stage, isLost } of journeys) {
    const furthest = JOURNEY_STAGES.indexOf(stage)
    let previous: IsoDate | undefined
    for (const [place, own] of sums.entries()) {
      if (place > furthest) break
      own.passed += 1
      const on = days[JOURNEY_STAGES[place] ?? stage]
      if (on === undefined) continue
      own.reached += 1
      if (previous !== undefined && compareDays(previous, on) <= 0) own.days.push(daysBetween(previous, on))
      previous = on
    }
    const own = sums[furthest]
    if (own === undefined) continue
    own.standing += 1
    if (isLost) own.lost += 1
  }
  return JOURNEY_STAGES.map((stage, place) => {
    const { reached = 0, standing = 0, lost = 0, passed = 0, days = [] } = sums[place] ?? {}
    const lostShare = ratio(lost, passed, 'measures.nobodyBefore')
    return { stage, reached, standing, lost, lostShare, days: spreadOf(days, 'measures.noSteps') }
  })
}
