import type { Appointment } from '../records/appointment'
import type { Hours } from '../records/hours'
import type { Interaction } from '../records/interaction'
import type { Quote, Sample } from '../records/trade'
import { addDays, DAY_MS, startOfDay, weekday } from '../time/calendarDay'
import type { EpochMs } from '../time/values'
import { chance, intBetween, pick, type Random, randomFrom } from './random'
import { type SampleRow, sampleBase } from './sampleRecord'
import type { Scene } from './scene'
import type { Partner } from './talks'
import type { StoryTimes } from './timing'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const AHEAD: readonly (readonly [Appointment['kind'], string, minutes: number])[] = [
  ['review', 'Quarterly review', 45],
  ['call', 'Call about the next season', 30],
  ['visit', 'Visit to the workshop', 240],
  ['review', '半年回顾', 60],
]

/** Time that no talk stands for: a third of the quotes and samples were timed. */
export function hoursOf(
  random: Random,
  who: Partner,
  papers: { readonly quotes: readonly Quote[]; readonly samples: readonly Sample[] },
): Hours[] {
  const timed = [
    ...papers.quotes.map((quote) => ({ kind: 'quote' as const, on: quote.on, at: quote.createdAt })),
    ...papers.samples.map((sample) => ({ kind: 'sample' as const, on: sample.on, at: sample.createdAt })),
  ]
  return timed
    .filter(() => chance(random, 33))
    .map(({ kind, on, at }) => ({
      ...sampleBase(random, at),
      on,
      minutes: kind === 'quote' ? intBetween(random, 4, 16) * 10 : intBetween(random, 3, 9) * 10,
      kind,
      staffId: who.staffId,
      customerId: who.customerId,
    }))
}

/** What was agreed: a call or visit that took place, and for some a time that lies ahead. */
export function appointmentsOf(
  random: Random,
  scene: Scene,
  who: Partner,
  times: StoryTimes,
  talks: readonly Interaction[],
  zone: string,
): Appointment[] {
  const person = who.people.find((one) => one.leftOn === undefined)
  const fields = {
    customerId: who.customerId,
    ...(person === undefined ? {} : { personId: person.id }),
    zone,
  }
  const appointments: Appointment[] = []
  const buyer = times.orderDays.length > 0
  const held = talks.filter((talk) => talk.kind === 'visit' || talk.kind === 'call').at(-1)
  if (held !== undefined && chance(random, buyer ? 40 : 15)) {
    const minutes = held.minutes ?? 30
    const agreedAt = Math.max(times.metAt, held.at - intBetween(random, 2, 12) * DAY_MS)
    appointments.push({
      ...sampleBase(random, agreedAt),
      ...fields,
      kind: held.kind === 'visit' ? 'visit' : 'call',
      title: held.kind === 'visit' ? 'Visit' : 'Call',
      startsAt: held.at,
      minutes,
      interactionId: held.id,
      doneAt: Math.min(scene.asOf, held.at + minutes * MINUTE_MS),
    })
  }
  if (!times.lost && !times.fresh && chance(random, buyer ? 16 : 3)) {
    const [kind, title, minutes] = pick(random, AHEAD)
    let day = addDays(scene.today, intBetween(random, 2, 40))
    while (weekday(day) > 5) day = addDays(day, 1)
    const startsAt = startOfDay(day, zone) + intBetween(random, 10, 16) * HOUR_MS
    const agreedAt: EpochMs = Math.max(times.metAt, scene.asOf - intBetween(random, 1, 9) * DAY_MS)
    appointments.push({ ...sampleBase(random, agreedAt), ...fields, kind, title, startsAt, minutes })
  }
  return appointments
}

/** Our own time that belongs to no customer: days at fairs and the writing of letters. */
export function* houseHours(scene: Scene): Generator<SampleRow, void, undefined> {
  const random = randomFrom(`${scene.seed}/hours`)
  const [, , writer] = scene.house.staff
  for (const { touchpoint, fair } of scene.markets.sources) {
    if (!fair || touchpoint.startsOn === undefined) continue
    for (let day = 0; day < 4; day += 1) {
      const on = addDays(touchpoint.startsOn, day)
      if (on >= scene.today) break
      for (const one of scene.house.staff) {
        const minutes = intBetween(random, 16, 19) * 30
        yield {
          table: 'hours',
          record: hoursAt(random, on, {
            minutes,
            kind: 'fair',
            staffId: one.id,
            touchpointId: touchpoint.id,
          }),
        }
      }
    }
  }
  const channelId = scene.house.channels.letter.id
  for (const letter of scene.calendar.letters) {
    const minutes = intBetween(random, 8, 14) * 30
    const on = addDays(scene.today, -Math.ceil((scene.asOf - letter.at) / DAY_MS) - 1)
    yield {
      table: 'hours',
      record: hoursAt(random, on, { minutes, kind: 'content', staffId: writer.id, channelId }),
    }
  }
}

function hoursAt(
  random: Random,
  on: string,
  fields: Pick<Hours, 'minutes' | 'kind' | 'staffId' | 'touchpointId' | 'channelId'>,
): Hours {
  return { ...sampleBase(random, startOfDay(on, 'Asia/Shanghai') + 18 * HOUR_MS), on, ...fields }
}
