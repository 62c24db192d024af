import { groupedBy } from '../grouping/groupedBy'
import { nextFineNumber } from './fineDay'
import { moveTo } from './frequencyCap'
import type { Slot } from './slots'

/** A touch that has given way for so long stands on its next day, however full that is: it must not starve. */
const LONGEST_WAIT_DAYS = 21

/** A slot that waits for room: the day from which it waits, and its place among the touches of its person. */
interface Waiting {
  readonly slot: Slot
  readonly since: number
  readonly turn: number
}

/** What a person's touches have used so far. */
interface PersonDays {
  next: number
  last: number
  readonly fixed: readonly number[]
}

/**
 * Spreads touches so that no day holds more than `capacity`. On a full day those stay that rank highest by value x
 * days waited, as on Today; the others go to the next day that is fine for them, in their person's order and as far
 * apart as the cap says. What a person put on a day stays and takes its room. Late touches stay late: they are caught
 * up with, not hidden.
 */
export function spreadTouches(slots: readonly Slot[], capacity: number, capDays: number): void {
  const taken = new Map<number, number>()
  const people = new Map<string, PersonDays>()
  const queue = new Map<number, Waiting[]>()
  for (const slot of slots.filter(({ isFixed }) => isFixed)) taken.set(slot.at, (taken.get(slot.at) ?? 0) + 1)
  for (const [person, own] of groupByPerson(slots)) {
    people.set(person, {
      next: 0,
      last: Number.NEGATIVE_INFINITY,
      fixed: own.filter(({ isFixed }) => isFixed).map(({ at }) => at),
    })
    own
      .filter(({ isFixed }) => !isFixed)
      .sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))
      .forEach((slot, turn) => {
        enqueue(queue, slot.at, { slot, since: slot.at, turn })
      })
  }
  const days = [...queue.keys()]
  if (days.length === 0) return
  let last = days.reduce((a, b) => Math.max(a, b))
  for (let day = days.reduce((a, b) => Math.min(a, b)); day <= last; day += 1) {
    for (const waiting of (queue.get(day) ?? []).sort((a, b) => rank(b, day) - rank(a, day) || byKey(a, b))) {
      const person = people.get(waiting.slot.person)
      if (person === undefined) continue
      const to = placeFor(waiting, day, person, { used: taken.get(day) ?? 0, capacity, capDays })
      if (to === day) {
        taken.set(day, (taken.get(day) ?? 0) + 1)
        person.next += 1
        person.last = day
        settle(waiting.slot, day, capacity)
      } else {
        enqueue(queue, to, waiting)
        last = Math.max(last, to)
      }
    }
    queue.delete(day)
  }
}

/** The day itself if the touch can stand on it, else the next day on which to ask again. */
function placeFor(
  { slot, since, turn }: Waiting,
  day: number,
  person: PersonDays,
  room: { readonly used: number; readonly capacity: number; readonly capDays: number },
): number {
  const earliest = slot.notBefore?.day ?? Number.NEGATIVE_INFINITY
  const { calendar } = slot.input
  // An earlier touch of the same person has not found its day yet.
  if (turn !== person.next) return nextFineNumber(day + 1, calendar)
  if (day < earliest) return nextFineNumber(earliest, calendar)
  if (day < person.last + room.capDays) return nextFineNumber(person.last + room.capDays, calendar)
  const own = day === slot.at ? undefined : person.fixed.find((at) => Math.abs(at - day) < room.capDays)
  if (own !== undefined) return nextFineNumber(own + room.capDays, calendar)
  if (room.used >= room.capacity && day - since < LONGEST_WAIT_DAYS) return nextFineNumber(day + 1, calendar)
  return day
}

/** Puts a slot on its day and writes down why: behind the last letter, and then for want of room. */
function settle(slot: Slot, day: number, capacity: number): void {
  const { notBefore } = slot
  if (notBefore !== undefined && slot.at < notBefore.day) {
    const free = nextFineNumber(notBefore.day, slot.input.calendar)
    moveTo(slot, Math.min(free, day), notBefore.because)
  }
  if (day !== slot.at) moveTo(slot, day, { because: 'capacity', capacity })
}

function rank({ slot, since }: Waiting, day: number): number {
  return (slot.input.value ?? 1) * (1 + day - since)
}

function byKey(a: Waiting, b: Waiting): number {
  return a.slot.key < b.slot.key ? -1 : 1
}

function enqueue(queue: Map<number, Waiting[]>, day: number, waiting: Waiting): void {
  const own = queue.get(day)
  if (own === undefined) queue.set(day, [waiting])
  else own.push(waiting)
}

/** The slots of each person, in the given order. */
export function groupByPerson(slots: readonly Slot[]): Map<string, Slot[]> {
  return groupedBy(slots, ({ person }) => person)
}
