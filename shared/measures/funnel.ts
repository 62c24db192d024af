import { compareDays, daysBetween } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import type { CustomerFacts, Step } from './facts/customerFacts'
import { type Figure, noFigure, ratio } from './figure'
import { type Spread, spreadOf } from './spread'

/** The steps of selling; traffic stands before them and is counted by others. */
export const FUNNEL_STEPS = ['met', 'enquiry', 'sample', 'quote', 'order', 'repeat'] as const
export type FunnelStep = (typeof FUNNEL_STEPS)[number] & Step

type FunnelFacts = Pick<CustomerFacts, 'steps' | 'history'>

/** One step of the funnel as of a day. */
export interface FunnelRow {
  readonly step: FunnelStep
  /** Customers who were at this step or beyond it by that day. */
  readonly reached: number
  /** Of those, how many are beyond it without ever having stood here: many buy without a sample. */
  readonly skipped: number
  /** reached / reached of the step before; of the first step / traffic. */
  readonly conversion: Figure
  /** Days from the step before that they stood at; those without a day for both are not counted. */
  readonly days: Spread
}

/** The funnel as of a day. */
export interface Funnel {
  readonly asOf: IsoDate
  readonly rows: readonly FunnelRow[]
  /** Customers whose last move by that day was to "lost"; they stay in the steps they had reached. */
  readonly lost: number
}

/**
 * The funnel as it stood at the end of a day, read from the history of stages and documents and never from the current
 * stage: the funnel of last March is the same today as it was then. `traffic` are the visits before it, where known.
 *
 * Source: measures.md "funnel".
 */
export function funnelAsOf(facts: readonly FunnelFacts[], asOf: IsoDate, traffic?: number): Funnel {
  const reached = FUNNEL_STEPS.map(() => 0)
  const skipped = FUNNEL_STEPS.map(() => 0)
  const days: number[][] = FUNNEL_STEPS.map(() => [])
  let lost = 0
  for (const one of facts) {
    if (lastStageBy(one, asOf) === 'lost') lost += 1
    const on = FUNNEL_STEPS.map((step) => dayBy(one, step, asOf))
    const furthest = on.findLastIndex((day) => day !== undefined)
    let previous: IsoDate | undefined
    for (let place = 0; place <= furthest; place += 1) {
      reached[place] = (reached[place] ?? 0) + 1
      const day = on[place]
      if (day === undefined) skipped[place] = (skipped[place] ?? 0) + 1
      else {
        // A quote before the sample says nothing of how long a sample takes.
        if (previous !== undefined && compareDays(previous, day) <= 0)
          days[place]?.push(daysBetween(previous, day))
        previous = day
      }
    }
  }
  const rows = FUNNEL_STEPS.map((step, place) => ({
    step,
    reached: reached[place] ?? 0,
    skipped: skipped[place] ?? 0,
    conversion: place === 0 ? ofTraffic(reached[0] ?? 0, traffic) : ofBefore(reached, place),
    days: spreadOf(days[place] ?? [], 'measures.noSteps'),
  }))
  return { asOf, rows, lost }
}

/** The funnel of everybody who came from one touchpoint, as of a day. */
export interface FunnelCohort {
  /** Absent: nobody knows where they came from. */
  readonly touchpointId?: string
  readonly funnel: Funnel
}

/**
 * The cohort form: one funnel for each touchpoint, of those whose first touch it was. Largest cohort first. Whom we
 * met last has had less time than whom we met first: cohorts are compared with the days of their steps in view.
 */
export function funnelCohorts(
  facts: readonly (FunnelFacts & Pick<CustomerFacts, 'sources'>)[],
  asOf: IsoDate,
): FunnelCohort[] {
  const groups = new Map<string | undefined, FunnelFacts[]>()
  for (const one of facts) {
    const touchpointId = one.sources[0]?.touchpointId
    const group = groups.get(touchpointId)
    if (group === undefined) groups.set(touchpointId, [one])
    else group.push(one)
  }
  return [...groups]
    .sort((a, b) => b[1].length - a[1].length || ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
    .map(([touchpointId, group]) => ({
      ...(touchpointId === undefined ? {} : { touchpointId }),
      funnel: funnelAsOf(group, asOf),
    }))
}

function dayBy(facts: FunnelFacts, step: FunnelStep, asOf: IsoDate): IsoDate | undefined {
  const day = facts.steps[step]
  return day !== undefined && compareDays(day, asOf) <= 0 ? day : undefined
}

function lastStageBy(facts: FunnelFacts, asOf: IsoDate) {
  return facts.history.findLast((move) => compareDays(move.on, asOf) <= 0)?.to
}

function ofTraffic(met: number, traffic: number | undefined): Figure {
  return traffic === undefined ? noFigure('measures.noTraffic') : ratio(met, traffic, 'measures.noTraffic')
}

function ofBefore(reached: readonly number[], place: number): Figure {
  return ratio(reached[place] ?? 0, reached[place - 1] ?? 0, 'measures.nobodyBefore')
}
