import type { PlannedTouch } from '../nurture/scheduler'
import type { Interaction } from '../records/interaction'
import type { Enrolment, Touch } from '../records/nurture'
import type { PromiseRecord } from '../records/promise'
import { compareDays, DAY_MS } from '../time/calendarDay'
import type { EpochMs, IsoDate } from '../time/values'
import { fairLeads } from './firstTouch'
import type { OrderRhythm } from './orderRhythm'
import { rankToday, type TodayCandidate, type TodayItem, withoutDoubleWork } from './todayRanking'

/** A late order rests for so long after the last talk or note: asking every morning is pestering. */
export const ORDER_REST_DAYS = 14
/** One gap is an accident; a rhythm needs two. */
const MIN_GAPS = 2
/** The step by which a fair lead is answered. */
const THANKS_STEP = 'thanks'

/** The records that may ask for something today; live ones only. */
export interface TodaySources {
  readonly today: IsoDate
  readonly now: EpochMs
  /** Enrolments that are neither paused nor ended. */
  readonly running: readonly Enrolment[]
  /** What their plans call for (`plannedTouches`), late ones included; days to come are left out here. */
  readonly planned: readonly PlannedTouch[]
  /** What people did about touches, of the running enrolments and of whoever was met at a recent fair. */
  readonly touches: readonly Touch[]
  /** Open promises, those of days to come too. */
  readonly promises: readonly PromiseRecord[]
  /** The rhythms of those who order in one (`orderRhythm`), as of today. */
  readonly rhythms: ReadonlyMap<string, OrderRhythm>
  /** Every talk of the last weeks: the meetings at fairs and what followed. */
  readonly talks: readonly Pick<
    Interaction,
    'id' | 'customerId' | 'kind' | 'direction' | 'at' | 'touchpointId' | 'grade'
  >[]
  readonly fairIds: ReadonlySet<string>
}

/** A row of Today before it has its value, and the records that settling it concerns. */
export type TodayWork = WithoutValue<TodayCandidate> & {
  /** The planned touch that is done with it. */
  readonly touch?: PlannedTouch | undefined
  /** The promise that is kept with it. */
  readonly promiseId?: string | undefined
  /** The rhythm that a late order broke. */
  readonly rhythm?: OrderRhythm | undefined
}

type WithoutValue<T> = T extends { readonly value: number } ? Omit<T, 'value'> : never

/** A ranked row with what settling it concerns. */
export type TodayRow = TodayItem & {
  readonly settles: Pick<TodayWork, 'touch' | 'promiseId' | 'rhythm'>
}

/**
 * Everything that is due, from whatever source, each piece of work once as far as that can be told before
 * ranking: a plan's step that keeps a promise is the promise, and a lead whose thank-you a person moved or
 * skipped is not a lead without an answer. A late order rests while we have spoken lately or promised a day.
 * Source: screens.md "Today", measures.md "lateness".
 */
export function todayWork(sources: TodaySources): TodayWork[] {
  const planned = sources.planned.filter((touch) => compareDays(touch.dueOn, sources.today) <= 0)
  const promiseOf = new Map(sources.running.map((enrolment) => [enrolment.id, enrolment.promiseId]))
  const keeping = new Map<string, PlannedTouch>()
  const others: PlannedTouch[] = []
  const dueIds = new Set(sources.promises.map((promise) => promise.id))
  for (const touch of planned) {
    const promiseId = touch.stepKey === 'promised' ? promiseOf.get(touch.enrolmentId) : undefined
    if (promiseId !== undefined && dueIds.has(promiseId)) keeping.set(promiseId, touch)
    else others.push(touch)
  }
  return [
    ...others.map((touch) => ({ kind: 'touch' as const, customerId: touch.customerId, touch })),
    ...promisesDue(sources, keeping),
    ...unanswered(sources, planned),
    ...lateOrders(sources),
  ]
}

/** Ranks the work by value x lateness and leaves each piece once. `worthOf` is `customerValue`'s figure. */
export function rankedRows(
  work: readonly TodayWork[],
  worthOf: (customerId: string) => number,
  at: { readonly today: IsoDate; readonly now: EpochMs },
): TodayRow[] {
  const settles = new Map<TodayCandidate, TodayRow['settles']>()
  const candidates = work.map((one) => {
    const candidate = { ...one, value: worthOf(one.customerId) } as TodayCandidate
    settles.set(candidate, { touch: one.touch, promiseId: one.promiseId, rhythm: one.rhythm })
    return candidate
  })
  return withoutDoubleWork(rankToday(candidates, at)).map((item) => ({
    ...item,
    settles: settles.get(item.candidate) ?? {},
  }))
}

function promisesDue(sources: TodaySources, keeping: ReadonlyMap<string, PlannedTouch>): TodayWork[] {
  return sources.promises
    .filter((promise) => promise.doneAt === undefined && compareDays(promise.dueOn, sources.today) <= 0)
    .map(({ id, customerId, by, dueOn }) => ({
      kind: 'promise',
      customerId,
      promiseId: id,
      by,
      dueOn,
      touch: keeping.get(id),
    }))
}

function unanswered(sources: TodaySources, planned: readonly PlannedTouch[]): TodayWork[] {
  const decidedAt = new Map<string, EpochMs>()
  for (const touch of sources.touches) {
    if (touch.stepKey !== THANKS_STEP || touch.action === 'done') continue
    decidedAt.set(touch.customerId, Math.max(touch.createdAt, decidedAt.get(touch.customerId) ?? 0))
  }
  const thanks = new Map(
    planned.filter((touch) => touch.stepKey === THANKS_STEP).map((touch) => [touch.customerId, touch]),
  )
  // Of the very many talks of a large notebook few are with somebody who was met lately, and at few of its fairs.
  const met = sources.talks.filter(({ kind }) => kind === 'met')
  const [metAt, metWhom] = [
    new Set(met.map(({ touchpointId }) => touchpointId)),
    new Set(met.map(({ customerId }) => customerId)),
  ]
  const talks = sources.talks.filter(({ customerId }) => metWhom.has(customerId))
  const fairIds = [...sources.fairIds].filter((fairId) => metAt.has(fairId))
  return fairIds.flatMap((fairId) =>
    fairLeads(fairId, talks)
      .filter((lead) => lead.firstTouchAt === undefined)
      // A thank-you that was put off stands where the person put it; due again, it is the touch's own row.
      .filter((lead) => (decidedAt.get(lead.customerId) ?? 0) < lead.metAt)
      .map(({ customerId, interactionId, metAt }) => ({
        kind: 'fairLead' as const,
        customerId,
        interactionId,
        metAt,
        touch: thanks.get(customerId),
      })),
  )
}

function lateOrders(sources: TodaySources): TodayWork[] {
  const { today, now } = sources
  const spoken = new Set(
    sources.talks
      // A note counts as well: whoever wrote down why not to ask has dealt with it.
      .filter((talk) => now - talk.at < ORDER_REST_DAYS * DAY_MS)
      .map((talk) => talk.customerId),
  )
  const promised = new Set(
    sources.promises
      .filter((promise) => promise.by === 'us' && compareDays(promise.dueOn, today) >= 0)
      .map((promise) => promise.customerId),
  )
  const late: TodayWork[] = []
  for (const [customerId, rhythm] of sources.rhythms) {
    if (rhythm.gaps < MIN_GAPS || rhythm.daysLate === 0) continue
    if (spoken.has(customerId) || promised.has(customerId)) continue
    late.push({ kind: 'orderRhythm', customerId, windowTo: rhythm.windowTo, rhythm })
  }
  return late
}
