import { type CaughtUp, catchUp, type LateTouch } from '#shared/nurture/catchUp'
import { addDays, compareDays } from '#shared/time/calendarDay'
import type { IsoDate } from '#shared/time/values'
import type { NurtureMemory, NurtureState } from './nurtureMemory'

/** As far ahead as days are looked at for room. */
const DAYS_AHEAD = 120
/** What one day is taken to bear where the notebook has no capacity of its own. */
const USUAL_PER_DAY = 12
/** The step that is about a promise. */
const PROMISED = 'promised'
/** Before anything that can be planned. */
const EVERYTHING_LATE = '0000-01-01'

/** What is asked: how many touches one day may hold, where the person wants another number than the notebook's. */
export interface CatchUpRequest {
  readonly today: IsoDate
  readonly perDay?: number | undefined
}

/** Where everything late would go, and what the days hold without it. */
export interface CatchUpAnswer {
  readonly caughtUp: readonly CaughtUp[]
  readonly perDay: number
  /** What is due on each day from today on without the late ones. */
  readonly load: ReadonlyMap<IsoDate, number>
}

/** What the answer is made of beside the plans themselves. */
export interface CatchUpSources {
  readonly state: NurtureState
  readonly worthOf: (customerId: string) => number
  readonly openPromises: ReadonlySet<string>
}

/**
 * Works out where the late touches would go; writes nothing. `memory` must be ready and its holidays read. A step that
 * keeps an open promise is left out: it stands on Today as the promise, whose day is theirs and not the plan's.
 */
export function planCatchUp(
  memory: NurtureMemory,
  { state, worthOf, openPromises }: CatchUpSources,
  { today, perDay: wanted }: CatchUpRequest,
): CatchUpAnswer {
  const promiseOf = new Map(state.running.map(({ id, promiseId }) => [id, promiseId]))
  const span = { from: EVERYTHING_LATE, to: addDays(today, DAYS_AHEAD) }
  const load = new Map<IsoDate, number>()
  const late: LateTouch[] = []
  for (const touch of memory.planned(state, span, today)) {
    if (compareDays(touch.dueOn, today) >= 0) load.set(touch.dueOn, (load.get(touch.dueOn) ?? 0) + 1)
    else if (touch.stepKey !== PROMISED || !openPromises.has(promiseOf.get(touch.enrolmentId) ?? '')) {
      const calendar = memory.calendarOf(memory.glance(touch.customerId)?.country)
      late.push({ touch, value: worthOf(touch.customerId), calendar })
    }
  }
  const perDay = Math.max(1, wanted ?? state.spacing.dayCapacity ?? USUAL_PER_DAY)
  const capDays = state.spacing.frequencyCapDays ?? 0
  return { caughtUp: catchUp(late, { today, perDay, load, capDays }), perDay, load }
}
