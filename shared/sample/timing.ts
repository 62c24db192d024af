import { addDays, compareDays, DAY_MS, startOfDay } from '../time/calendarDay'
import type { EpochMs, IsoDate } from '../time/values'
import type { Source } from './marketplaces'
import type { Quota } from './quota'
import { chance, intBetween, pickWeighted, type Random } from './random'
import { inOfficeHours, ourDay, type Scene } from './scene'

const HOUR_MS = 3_600_000
/** In a hundred customers of so many orders, how many have stopped: who tried us twice leaves, who orders often stays. */
const STOPPED: Readonly<Record<number, number>> = { 2: 60, 3: 40, 4: 20, 5: 15, 6: 10, 7: 5 }
/** The part of their time since the first order in which those who stopped did all their ordering. */
const STOPPED_AFTER = 0.2

/** When things happened in one customer's story. */
export interface StoryTimes {
  readonly source: Source
  readonly metAt: EpochMs
  /** Met at the fair that is on right now: nothing but first words can have followed. */
  readonly fresh: boolean
  /** Later contacts, earliest first. */
  readonly talks: readonly EpochMs[]
  readonly orderDays: readonly IsoDate[]
  readonly lost: boolean
}

/**
 * Chooses where and when a customer was met, and spreads the quota's talks and orders over the time since.
 * Whoever ordered much was met long ago; the fair that is on has only short stories.
 */
export function storyTimes(random: Random, scene: Scene, quota: Quota, zone: string): StoryTimes {
  const source = sourceFor(random, scene, quota)
  const fresh = source === scene.markets.current
  const metAt = meetingTime(random, scene, source, quota)
  const lost = !fresh && quota.orders === 0 && chance(random, 28)
  const orderDays = orderDaysOf(random, scene, quota.orders, ourDay(metAt))
  const talks = talkTimes(random, scene, {
    count: quota.interactions - 1,
    metAt,
    fresh,
    lost,
    zone,
    fair: source.fair,
    buyer: quota.orders > 0,
  })
  return { source, metAt, fresh, talks, orderDays, lost }
}

function sourceFor(random: Random, scene: Scene, quota: Quota): Source {
  const { sources, current } = scene.markets
  const short = quota.interactions <= 3 && quota.orders === 0
  if (short && chance(random, 70)) return current
  const latest = addDays(scene.today, -minimumAge(quota))
  const old = sources.filter((source) => source !== current && compareDays(source.from, latest) <= 0)
  // Whoever never ordered comes rather from where few are worth a negotiation: fairs that have grown thin.
  const cold = quota.orders === 0
  return pickWeighted(
    random,
    old.map((source) => ({
      source,
      weight: cold ? Math.ceil((source.weight * (100 - source.deepPercent)) / 10) : source.weight,
    })),
  ).source
}

/** How many days ago somebody must have been met for the quota to be believable. */
function minimumAge(quota: Quota): number {
  return quota.orders === 0
    ? Math.min(60, quota.interactions * 4) + 6
    : Math.min(1000, 90 + quota.orders * 62)
}

function meetingTime(random: Random, scene: Scene, source: Source, quota: Quota): EpochMs {
  const fresh = source === scene.markets.current
  const latestDay = fresh ? scene.today : addDays(scene.today, -minimumAge(quota))
  const to = compareDays(source.to, latestDay) < 0 ? source.to : latestDay
  const zone = source.touchpoint.zone ?? 'Asia/Shanghai'
  const first = startOfDay(source.from, zone)
  const span = Math.max(0, Math.round((startOfDay(to, zone) - first) / DAY_MS))
  const noon = first + intBetween(random, 0, span) * DAY_MS + 12 * HOUR_MS
  const latest = scene.asOf - HOUR_MS
  if (noon < latest) return inOfficeHours(random, zone, noon, latest)
  // The fair's doors have just opened as the sample is made: met some hours ago.
  return latest - intBetween(random, 0, 40) * HOUR_MS
}

function orderDaysOf(random: Random, scene: Scene, count: number, metOn: IsoDate): IsoDate[] {
  if (count === 0) return []
  const days: IsoDate[] = []
  const yesterday = addDays(scene.today, -1)
  const rhythm = intBetween(random, 55, 150)
  const first = addDays(metOn, intBetween(random, 40, 85))
  const room = Math.max(1, Math.round((startOfDay(scene.today, 'UTC') - startOfDay(first, 'UTC')) / DAY_MS))
  const stopped = chance(random, STOPPED[count] ?? 0)
  const gap = Math.min(rhythm, Math.floor((stopped ? room * STOPPED_AFTER : room) / count))
  const start = stopped ? first : addDays(first, Math.max(0, room - gap * count))
  for (let place = 0; place < count; place += 1) {
    const shift = gap < 10 ? 0 : intBetween(random, -Math.floor(gap / 7), Math.floor(gap / 7))
    const day = addDays(place === 0 && !stopped ? first : start, gap * place + (place === 0 ? 0 : shift))
    // Yesterday at the latest: an order of today could lie later in the day than the sample's moment.
    days.push(compareDays(day, yesterday) > 0 ? yesterday : day)
  }
  return days.sort(compareDays)
}

function talkTimes(
  random: Random,
  scene: Scene,
  story: {
    readonly count: number
    readonly metAt: EpochMs
    readonly fresh: boolean
    readonly lost: boolean
    readonly zone: string
    readonly fair: boolean
    readonly buyer: boolean
  },
): EpochMs[] {
  const { count, metAt, fresh, lost, zone, fair, buyer } = story
  const quietDays = lost ? intBetween(random, 60, 120) : intBetween(random, 1, 45)
  const end = lost
    ? Math.min(scene.asOf - 60_000, metAt + quietDays * DAY_MS)
    : Math.max(metAt + HOUR_MS, scene.asOf - (fresh ? 60_000 : quietDays * DAY_MS))
  const span = Math.max(60_000, Math.min(end, scene.asOf - 60_000) - metAt)
  const times: EpochMs[] = []
  for (let place = 0; place < count; place += 1) {
    const part = random.next() / 4_294_967_296
    // Squared: talks crowd soon after the meeting and thin out, but not with those who buy.
    const spread = fresh || buyer ? part : part * part
    const around = metAt + 60_000 + Math.floor(spread * (span - 60_000))
    const at = fresh ? around : inOfficeHours(random, zone, around, scene.asOf - 60_000)
    times.push(Math.max(at, metAt + 60_000))
  }
  // Most fair leads hear from us within a day or two, as they should.
  if (fair && !fresh && count > 0 && chance(random, 80)) {
    times[0] = Math.min(scene.asOf - 60_000, metAt + intBetween(random, 3, 58) * HOUR_MS)
  }
  return times.sort((a, b) => a - b)
}
