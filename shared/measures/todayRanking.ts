import { daysBetween } from '../time/calendarDay'
import type { EpochMs, IsoDate } from '../time/values'
import type { Reason } from './figure'
import { dueLateness, fairLeadLateness } from './lateness'

interface Candidate {
  readonly customerId: string
  /** From `customerValue`. */
  readonly value: number
}

/** What the ranking needs of a planned touch; the scheduler's have this shape. */
export interface RankedTouch {
  readonly key: string
  readonly stepKey: string
  readonly dueOn: IsoDate
}

/** Something that may belong on the Today list. */
export type TodayCandidate = Candidate &
  (
    | { readonly kind: 'touch'; readonly touch: RankedTouch }
    | {
        readonly kind: 'promise'
        readonly promiseId: string
        readonly by: 'us' | 'them'
        readonly dueOn: IsoDate
      }
    /** A lead of a fair that nobody has written to since it was met. */
    | { readonly kind: 'fairLead'; readonly interactionId: string; readonly metAt: EpochMs }
    /** A customer whose next order was expected by a day (`orderRhythm`). */
    | { readonly kind: 'orderRhythm'; readonly windowTo: IsoDate }
  )

/** A row of the Today list. */
export interface TodayItem {
  /** Stable between two rankings: the touch's key, or the kind and the record's id. */
  readonly key: string
  readonly kind: TodayCandidate['kind']
  readonly customerId: string
  readonly value: number
  readonly lateness: number
  /** value x lateness. */
  readonly rank: number
  /** Names both numbers, and the days or hours behind the second. */
  readonly reason: Reason
  readonly candidate: TodayCandidate
}

/**
 * The one ranked list of Today, highest value x lateness first; equal ranks stand in the order of their
 * keys, so that the list never shuffles by itself. What is not due yet is left out.
 * Source: measures.md "value", "lateness"; screens.md "Today".
 */
export function rankToday(
  candidates: readonly TodayCandidate[],
  at: { readonly today: IsoDate; readonly now: EpochMs },
): TodayItem[] {
  const items = candidates.flatMap((candidate) => {
    const item = asItem(candidate, at.today, at.now)
    return item === undefined ? [] : [item]
  })
  return items.sort((a, b) => b.rank - a.rank || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
}

/**
 * Leaves one row where a fair lead without an answer also has its thank-you due: it is one piece of work,
 * and the row that ranks higher stays. Keeps the order.
 */
export function withoutDoubleWork(items: readonly TodayItem[]): TodayItem[] {
  const seen = new Set<string>()
  return items.filter((item) => {
    const thanks = item.candidate.kind === 'touch' && item.candidate.touch.stepKey === 'thanks'
    if (item.kind !== 'fairLead' && !thanks) return true
    const first = !seen.has(item.customerId)
    seen.add(item.customerId)
    return first
  })
}

function asItem(candidate: TodayCandidate, today: IsoDate, now: EpochMs): TodayItem | undefined {
  const { kind, customerId, value } = candidate
  const due = dueOf(candidate, today, now)
  if (due === undefined) return undefined
  const { key, code, lateness, params } = due
  const reason = { code, params: { ...params, value: round(value), lateness } }
  return { key, kind, customerId, value, lateness, rank: value * lateness, reason, candidate }
}

function dueOf(candidate: TodayCandidate, today: IsoDate, now: EpochMs) {
  switch (candidate.kind) {
    case 'touch': {
      const { key, dueOn, stepKey } = candidate.touch
      return dated(key, 'today.touch', dueOn, today, { step: stepKey })
    }
    case 'promise': {
      const code = candidate.by === 'us' ? 'today.promiseOurs' : 'today.promiseTheirs'
      return dated(`promise/${candidate.promiseId}`, code, candidate.dueOn, today, {})
    }
    case 'orderRhythm': {
      const late = daysBetween(candidate.windowTo, today)
      if (late <= 0) return undefined
      return dated(`orderRhythm/${candidate.customerId}`, 'today.orderLate', candidate.windowTo, today, {})
    }
    case 'fairLead': {
      const lateness = fairLeadLateness(candidate.metAt, now)
      if (lateness === undefined) return undefined
      const hours = Math.floor((now - candidate.metAt) / 3_600_000)
      const key = `fairLead/${candidate.interactionId}`
      return { key, code: 'today.fairLeadUnanswered', lateness, params: { hours } as Reason['params'] }
    }
  }
}

function dated(key: string, code: string, dueOn: IsoDate, today: IsoDate, more: Reason['params']) {
  const lateness = dueLateness(dueOn, today)
  if (lateness === undefined) return undefined
  const params: Reason['params'] = { ...more, dueOn, days: lateness - 1 }
  return { key, code, lateness, params }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
