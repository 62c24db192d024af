import { FACT_KINDS, type Fact } from '../records/fact'
import type { PromiseRecord } from '../records/promise'
import type { Sample } from '../records/trade'
import { addDays, compareDays, startOfDay } from '../time/calendarDay'
import type { EpochMs } from '../time/values'
import { positionOfFact } from './positioning'
import { chance, intBetween, pick, type Random } from './random'
import { sampleBase } from './sampleRecord'
import { ourDay, type Scene } from './scene'
import type { Partner } from './talks'
import { FACT_TEXTS, PROMISES_OF_OURS, PROMISES_OF_THEIRS, SAMPLE_OUTCOME_TEXTS } from './texts/care'
import { fillText } from './texts/fillText'
import type { StoryTimes } from './timing'

/** Facts learnt along the way, none of them twice. */
export function factsOf(random: Random, scene: Scene, who: Partner, times: StoryTimes): Fact[] {
  const count = intBetween(random, 0, Math.min(5, 1 + Math.floor(times.talks.length / 3)))
  const facts = new Map<string, Fact>()
  for (let place = 0; place < count; place += 1) {
    const kind = pick(random, FACT_KINDS)
    const text = pick<string>(random, FACT_TEXTS[kind])
    const at = times.talks.length === 0 || chance(random, 50) ? times.metAt : pick(random, times.talks)
    const personId = who.people[0]?.id
    const positionId = positionOfFact(scene.positions, kind, text)
    facts.set(text, {
      ...sampleBase(random, at),
      customerId: who.customerId,
      ...(personId === undefined || kind === 'terms' || kind === 'papers' ? {} : { personId }),
      kind,
      text,
      learntOn: ourDay(at),
      source:
        at !== times.metAt
          ? pick(random, ['call', 'mail', 'visit', '微信'])
          : times.source.fair
            ? 'fair'
            : 'enquiry',
      ...(kind === 'personal' || kind === 'taboo' ? { private: true } : {}),
      ...(positionId === undefined ? {} : { positionId }),
    })
  }
  return [...facts.values()]
}

/** Promises: most kept, some open, a few late; one made at the first talk comes first. */
export function promisesOf(random: Random, scene: Scene, who: Partner, times: StoryTimes): PromiseRecord[] {
  const made: EpochMs[] = chance(random, 55) ? [times.metAt] : []
  for (const at of times.talks) if (chance(random, 9)) made.push(at)
  return made.map((at, place) => {
    const by =
      place === 0 && at === times.metAt ? 'us' : chance(random, 65) ? ('us' as const) : ('them' as const)
    const dueOn = addDays(ourDay(at), intBetween(random, 2, 12))
    const dueAt = startOfDay(dueOn, 'Asia/Shanghai') + 9 * 3_600_000
    const doneAt = Math.max(at + 3_600_000, dueAt + intBetween(random, -40, 30) * 3_600_000)
    // Open ones are recent: what is a month late has been dealt with or apologised for.
    const percent =
      compareDays(dueOn, addDays(scene.today, -12)) >= 0
        ? 45
        : compareDays(dueOn, addDays(scene.today, -35)) >= 0
          ? 85
          : 100
    const kept = doneAt < scene.asOf && chance(random, percent)
    const personId = who.people[0]?.id
    return {
      ...sampleBase(random, at),
      customerId: who.customerId,
      ...(personId === undefined ? {} : { personId }),
      by,
      text: fillText(random, pick(random, by === 'us' ? PROMISES_OF_OURS : PROMISES_OF_THEIRS), who.slots),
      dueOn,
      ...(kept ? { doneAt } : {}),
    }
  })
}

/** A sample that went out at an instant, with its outcome where there was time for one. */
export function samplePieceOf(random: Random, scene: Scene, who: Partner, at: EpochMs): Sample {
  const on = ourDay(at)
  const outcomeOn = addDays(on, intBetween(random, 12, 35))
  const known = compareDays(outcomeOn, scene.today) <= 0 && chance(random, 75)
  const personId = who.people[0]?.id
  return {
    ...sampleBase(random, at),
    customerId: who.customerId,
    ...(personId === undefined ? {} : { personId }),
    on,
    what: fillText(
      random,
      pick(random, [
        '2 x {product}, {colour}',
        '1 x {product}, 1 x {product2}',
        '{product} with their logo, {colour}',
      ]),
      who.slots,
    ),
    courier: pick(random, ['DHL', 'FedEx', 'SF Express', 'UPS']),
    trackingNumber: `SAMPLE${String(intBetween(random, 0, 99_999_999)).padStart(8, '0')}`,
    ...(known ? { outcome: pick(random, SAMPLE_OUTCOME_TEXTS), outcomeOn } : {}),
  }
}
