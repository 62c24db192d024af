import type { Interaction } from '../records/interaction'
import type { Enrolment, Plan, PlanStep, Touch } from '../records/nurture'
import { compareDays, dayNumber } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import type { Reach } from './carrierChoice'
import type { Contact } from './contacts'
import type { TouchCalendar } from './fineDay'
import { touchKey } from './plannedTouch'
import { isRecurring, stepDays } from './stepDays'
import type { TouchMove } from './touchMove'

/** One enrolment with the plan version that it pins, and what is known of whom it is about. Live records only. */
export interface PlanInput {
  readonly plan: Plan
  readonly enrolment: Enrolment
  /** What people did about touches; those of other enrolments are ignored. */
  readonly touches: readonly Touch[]
  /** A logged interaction that names a touch counts as that touch being done. */
  readonly interactions?: readonly Pick<Interaction, 'touchKey'>[] | undefined
  readonly calendar: TouchCalendar
  /** Everything that passed between this person and us lately. */
  readonly contacts?: readonly Contact[] | undefined
  /** What the customer is worth looking at; 1 where nobody says. A full day goes to those who are worth more. */
  readonly value?: number | undefined
  /** How the person may be reached; without it touches name no carrier. */
  readonly reach?: Reach | undefined
  /** Gifts and asks of ours so far, and how many gifts one ask needs; without it asks are not guarded. */
  readonly giveAsk?: { readonly gives: number; readonly asks: number; readonly ratio: number } | undefined
}

/**
 * A touch on its way to a day. Finished ones hold their place as if they were open, so that doing one never lets
 * another jump forward into it.
 */
export interface Slot {
  readonly input: PlanInput
  readonly key: string
  readonly step: PlanStep
  readonly occurrence: number
  /** The person, over all plans. */
  readonly person: string
  /** The day on which it was done or skipped, as a day number; absent while it is open. */
  readonly finishedOn: number | undefined
  /** True where a person put it on its day: nothing moves it from there. */
  readonly isFixed: boolean
  /** The day it stands on by now, as a day number, and how it came there. */
  at: number
  readonly moves: TouchMove[]
}

/** The slots of an enrolment up to a day (or to `horizon`, where a person may have pulled one forward), in order. */
export function slotsOf(input: PlanInput, until: IsoDate, horizon: IsoDate): Slot[] {
  const { plan, enrolment, calendar } = input
  const { finished, movedTo } = whatPeopleDid(input)
  const earliestMove = [...movedTo.values()].sort(compareDays)[0]
  const isPulled = earliestMove !== undefined && compareDays(earliestMove, until) <= 0
  return stepDays(plan, enrolment, calendar, isPulled ? horizon : until).map((day) => {
    const key = touchKey(enrolment.id, day.step.key, day.occurrence)
    const put = movedTo.get(key)
    const moves: TouchMove[] = []
    if (put !== undefined && put !== day.on) moves.push({ from: day.on, to: put, because: 'person' })
    else if (put === undefined && day.moved !== undefined) moves.push({ ...day.moved, to: day.on })
    const done = finished.get(key)
    return {
      input,
      key,
      step: day.step,
      occurrence: day.occurrence,
      person: personOf(enrolment),
      finishedOn: done === undefined ? undefined : dayNumber(done),
      isFixed: put !== undefined,
      at: dayNumber(put ?? day.on),
      moves,
    }
  })
}

/** Whom an enrolment is about: its person, or the customer where none is named. */
export function personOf(enrolment: Pick<Enrolment, 'customerId' | 'personId'>): string {
  return enrolment.personId ?? `customer/${enrolment.customerId}`
}

/** Whether a slot belongs to the steps of its plan that come again and again. */
export function isRecurringSlot(slot: Slot): boolean {
  return isRecurring(slot.step)
}

function whatPeopleDid({ enrolment, touches, interactions }: PlanInput) {
  const finished = new Map<string, IsoDate>()
  const moves = new Map<string, Touch>()
  for (const { touchKey: key } of interactions ?? []) {
    if (key !== undefined) finished.set(key, enrolment.startsOn)
  }
  for (const touch of touches) {
    if (touch.enrolmentId !== enrolment.id) continue
    const key = touchKey(touch.enrolmentId, touch.stepKey, touch.occurrence)
    const earlier = moves.get(key)
    if (touch.action !== 'moved') finished.set(key, touch.on)
    else if (earlier === undefined || isNewer(touch, earlier)) moves.set(key, touch)
  }
  return { finished, movedTo: new Map([...moves].map(([key, touch]) => [key, touch.on])) }
}

function isNewer(a: Touch, b: Touch): boolean {
  return a.createdAt !== b.createdAt ? a.createdAt > b.createdAt : a.id > b.id
}
