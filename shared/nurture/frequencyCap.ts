import { groupedBy } from '../grouping/groupedBy'
import { dayNumber, dayOfNumber } from '../time/calendarDay'
import { type Contact, contactOfTouch } from './contacts'
import { nextFineNumber } from './fineDay'
import { isRecurringSlot, type PlanInput, type Slot } from './slots'
import type { MoveCause } from './touchMove'

/** Days of contact with one person, as day numbers in order. */
interface ContactDays {
  /** On which we wrote or called. */
  readonly ours: readonly number[]
  /** On which somebody really spoke. */
  readonly talks: readonly number[]
}

/** What keeps one person's touches apart. */
interface Spacing {
  readonly capDays: number
  /** As a day number: a letter that is dated later, since a clock was put back, counts as of now. */
  readonly today: number
  /** Whether full days are spread afterwards: then what the last letter leaves free is left to that. */
  readonly isSpread: boolean
}

/**
 * Puts the touches of one person, over all plans, at least `capDays` apart (0 for no cap), and behind the quiet that
 * a plan wants after a real talk. The less valuable gives way, which is always to a later day that is fine: a plan
 * that keeps a promise goes before others, steps that come once before those that come again, the newer enrolment
 * before the older. Within a plan the order of its steps is kept. What a person put on a day stays there.
 *
 * Where days have a capacity, the touches stand here as if nothing had been written, and each is told from when on it
 * may stand (`notBefore`): who waits for room, and since when, must not change because a touch was done. What passed
 * between us and the person is told by all of their enrolments that are under way, those without a slot as well.
 */
export function spaceTouches(
  slots: readonly Slot[],
  enrolments: readonly PlanInput[],
  { capDays, today, isSpread }: Spacing,
): void {
  const contacts = contactDays(enrolments, today)
  // Nothing to keep apart: the common case of a notebook without a cap.
  if (capDays === 0 && slots.every((slot) => (slot.input.plan.quietDays ?? 0) === 0)) return
  const placed = slots.filter((slot) => slot.isFixed).map((slot) => slot.at)
  const lastOf = new Map<string, Slot>()
  for (const stream of streamsOf(slots.filter((slot) => !slot.isFixed))) {
    for (const slot of stream) {
      const { id } = slot.input.enrolment
      spaceOne(slot, { before: lastOf.get(id), placed, contacts, capDays, isSpread })
      lastOf.set(id, slot)
      placed.push(slot.at)
    }
  }
}

function spaceOne(
  slot: Slot,
  near: {
    readonly before: Slot | undefined
    readonly placed: readonly number[]
    readonly contacts: ContactDays
    readonly capDays: number
    readonly isSpread: boolean
  },
): void {
  const { before, placed, contacts, capDays, isSpread } = near
  const quietDays = slot.input.plan.quietDays ?? 0
  // A finished touch keeps the place that it had when it was done; what came after that no longer moves it.
  const until = slot.finishedOn ?? Number.POSITIVE_INFINITY
  const talk = lastBefore(contacts.talks, until)
  if (quietDays > 0 && talk !== undefined)
    put(slot, talk + quietDays, { because: 'quiet', days: quietDays, on: dayOfNumber(talk) })
  if (before !== undefined && wasQuieted(before) && isRecurringSlot(slot)) {
    // The rhythm begins anew with the talk: what comes again keeps its distance from the step that was put off.
    put(slot, before.at + quietDays, { because: 'quiet', days: quietDays, on: dayOfNumber(before.at) })
  }
  const written = lastBefore(contacts.ours, until)
  if (capDays > 0 && written !== undefined) {
    const because = { because: 'cap', days: capDays, on: dayOfNumber(written) } as const
    if (isSpread) slot.notBefore = { day: written + capDays, because }
    else put(slot, written + capDays, because)
  }
  // In its plan's order, and never two on one day because one of them slid.
  if (before !== undefined && slot.at <= before.at && (slot.moves.length > 0 || before.moves.length > 0))
    put(slot, before.at + Math.max(1, capDays), {
      because: 'cap',
      days: Math.max(1, capDays),
      on: dayOfNumber(before.at),
    })
  if (capDays === 0) return
  for (let other = nearest(placed, slot.at, capDays); other !== undefined; ) {
    put(slot, other + capDays, { because: 'cap', days: capDays, on: dayOfNumber(other) })
    other = nearest(placed, slot.at, capDays)
  }
}

/** Moves a slot to the first fine day from a day on, if it stands before that. */
function put(slot: Slot, from: number, cause: MoveCause): void {
  if (slot.at >= from) return
  moveTo(slot, nextFineNumber(from, slot.input.calendar), cause)
}

/** Moves a slot to a day and writes down why; several moves for one reason are told as one. */
export function moveTo(slot: Slot, to: number, cause: MoveCause): void {
  const last = slot.moves.at(-1)
  const isSame = last?.because === cause.because && cause.because !== 'holiday'
  const from = isSame ? last.from : dayOfNumber(slot.at)
  if (isSame) slot.moves.pop()
  slot.moves.push({ ...cause, from, to: dayOfNumber(to) })
  slot.at = to
}

/** The latest of the days that stand nearer to a day than the cap allows. */
function nearest(placed: readonly number[], at: number, capDays: number): number | undefined {
  let found: number | undefined
  for (const other of placed) {
    if (Math.abs(other - at) < capDays && (found === undefined || other > found)) found = other
  }
  return found
}

/** Slots that are placed together: those of a plan that come once, and those that come again. */
function streamsOf(slots: readonly Slot[]): Slot[][] {
  const streams = groupedBy(
    slots,
    (slot) => `${slot.input.enrolment.id}/${isRecurringSlot(slot) ? 'again' : 'once'}`,
  )
  const ordered = [...streams.values()].map((stream) => stream.sort(byDay))
  return ordered.sort((a, b) => {
    const [one] = a
    const [other] = b
    return one === undefined || other === undefined ? 0 : byWorth(one, other)
  })
}

function byDay(a: Slot, b: Slot): number {
  // Array.prototype.sort is stable: steps on one day stay in the plan's order.
  return a.at - b.at
}

function byWorth(a: Slot, b: Slot): number {
  const worth = (slot: Slot) =>
    (slot.input.enrolment.promiseId === undefined ? 0 : 1) + (isRecurringSlot(slot) ? 0 : 2)
  const [one, other] = [a.input.enrolment, b.input.enrolment]
  if (worth(a) !== worth(b)) return worth(b) - worth(a)
  if (one.startsOn !== other.startsOn) return one.startsOn > other.startsOn ? -1 : 1
  return one.id < other.id ? -1 : 1
}

function wasQuieted(slot: Slot): boolean {
  return slot.moves.some(({ because }) => because === 'quiet')
}

function contactDays(enrolments: readonly PlanInput[], today: number): ContactDays {
  const all: Contact[] = []
  for (const { contacts = [], touches, enrolment } of enrolments) {
    all.push(...contacts)
    for (const touch of touches) {
      const contact = touch.enrolmentId === enrolment.id ? contactOfTouch(touch) : undefined
      if (contact !== undefined) all.push(contact)
    }
  }
  const days = (wanted: (contact: Contact) => boolean) =>
    [...new Set(all.filter(wanted).map(({ on }) => Math.min(dayNumber(on), today)))].sort((a, b) => a - b)
  return { ours: days(({ byUs }) => byUs), talks: days(({ isTalk }) => isTalk) }
}

function lastBefore(days: readonly number[], until: number): number | undefined {
  return days.findLast((day) => day < until)
}
