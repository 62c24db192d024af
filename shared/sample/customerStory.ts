import type { Customer, Grade } from '../records/customer'
import type { Interaction } from '../records/interaction'
import type { Person } from '../records/person'
import type { Quote } from '../records/trade'
import { addDays, compareDays } from '../time/calendarDay'
import type { Culture } from './cultures/culture'
import { consentsOf, factsOf, promisesOf, samplePieceOf } from './keepsakes'
import { companyOf, handlesOf, nameOf, phoneOf, type SampleCompany } from './names'
import { nurtureStory } from './nurtureStory'
import type { Quota } from './quota'
import { chance, intBetween, pick, type Random, shuffled } from './random'
import { type SampleRow, sampleBase, sampleId } from './sampleRecord'
import { ourDay, type Scene } from './scene'
import { stageStory } from './stageStory'
import { firstTalk, laterTalk, type Partner } from './talks'
import { type StoryTimes, storyTimes } from './timing'
import { orderOf, quoteOf, type Trader } from './trade'

const TITLES = [
  'Owner',
  'Purchasing manager',
  'Buyer',
  'Category manager',
  'Managing director',
  'Head of import',
  'Designer',
  'Assistant',
]
const TAGS = [
  'tableware',
  'hotel',
  'private label',
  'web shop',
  'gift',
  'café',
  'eco',
  'repeat',
  'slow payer',
  'VIP',
  '展会',
] as const

/** The numbers that keep companies and phone numbers apart within a country. */
export interface Ordinals {
  readonly company: number
  readonly firstPerson: number
}

/** One customer's records, all of them: parents before those that name them. */
export interface CustomerStory {
  readonly rows: readonly SampleRow[]
  readonly customer: Customer
  readonly peopleCount: number
  readonly referred: boolean
}

/** Tells the story of one customer from the first talk to today. */
export function customerStory(
  random: Random,
  scene: Scene,
  culture: Culture,
  ordinals: Ordinals,
  quota: Quota,
): CustomerStory {
  const times = storyTimes(random, scene, quota, culture.zone)
  const company = companyOf(random, culture, ordinals.company)
  const customerId = sampleId(random, times.metAt)
  const people = peopleOf(random, culture, company, customerId, ordinals.firstPerson, times.metAt)
  const moves = stageStory(random, scene, customerId, times)
  const grade = gradeOf(random, quota, times)
  const customer = customerOf(random, {
    culture,
    company,
    customerId,
    times,
    grade,
    ordinals,
    stage: moves.at(-1)?.to ?? 'lead',
  })
  const favourites = shuffled(random, scene.house.products).slice(0, intBetween(random, 2, 5))
  const who: Partner = {
    customerId,
    people,
    slots: {
      product: favourites[0]?.shortName ?? 'tray',
      product2: favourites[1]?.shortName ?? 'mug',
      city: company.city.latin,
    },
    productIds: favourites.map((product) => product.record.id),
    zone: times.source.touchpoint.zone ?? 'Asia/Shanghai',
  }
  const talks = talksOf(random, scene, who, times, grade)
  const [person] = people
  const promises = promisesOf(random, scene, who, times)
  const atCapture = promises.find((promise) => promise.createdAt === times.metAt && promise.by === 'us')
  const nurture =
    person === undefined
      ? undefined
      : nurtureStory(
          random,
          scene,
          { customerId, personId: person.id, country: culture.country, zone: culture.zone },
          times,
          talks,
          atCapture,
        )
  const sampledAt = moves.filter((move) => move.to === 'sample').map((move) => move.at)
  const rows: SampleRow[] = [
    { table: 'customers', record: customer },
    ...people.map((record) => ({ table: 'people' as const, record })),
    ...talks.map((record) => ({ table: 'interactions' as const, record })),
    ...moves.map((record) => ({ table: 'stageMoves' as const, record })),
    ...factsOf(random, who, times).map((record) => ({ table: 'facts' as const, record })),
    ...promises.map((record) => ({ table: 'promises' as const, record })),
    ...(person === undefined ? [] : consentsOf(random, scene, who, person, times)).map((record) => ({
      table: 'consents' as const,
      record,
    })),
    ...sampledAt.map((at) => ({ table: 'samples' as const, record: samplePieceOf(random, scene, who, at) })),
    ...tradeRows(random, scene, who, times, {
      culture,
      favourites,
      quoted: moves.some((move) => move.to === 'quote'),
    }),
    ...(nurture === undefined ? [] : [{ table: 'enrolments' as const, record: nurture.enrolment }]),
    ...(nurture?.touches ?? []).map((record) => ({ table: 'touches' as const, record })),
  ]
  const referred = times.source.touchpoint.kind === 'other'
  return { rows, customer, peopleCount: people.length, referred }
}

function peopleOf(
  random: Random,
  culture: Culture,
  company: SampleCompany,
  customerId: string,
  firstSerial: number,
  metAt: number,
): Person[] {
  const count = chance(random, 68) ? 1 : chance(random, 75) ? 2 : 3
  return Array.from({ length: count }, (_, place) => {
    const name = nameOf(random, culture)
    return {
      ...sampleBase(random, metAt),
      customerId,
      fullName: name.native,
      ...(name.native === name.latin ? {} : { latinName: name.latin }),
      firstName: name.given.native,
      lastName: name.family.native,
      ...(culture.language === 'en' ? { salutation: name.woman ? 'Ms.' : 'Mr.' } : {}),
      ...(culture.language === 'de' ? { salutation: name.woman ? 'Frau' : 'Herr' } : {}),
      title: pick(random, TITLES),
      language: culture.language,
      handles: handlesOf(random, culture, name, company.domain, firstSerial + place),
    }
  })
}

function customerOf(
  random: Random,
  story: {
    culture: Culture
    company: SampleCompany
    customerId: string
    times: StoryTimes
    grade: Grade | undefined
    ordinals: Ordinals
    stage: Customer['stage']
  },
): Customer {
  const { culture, company, customerId, times, grade, ordinals, stage } = story
  const switchboard = phoneOf(culture, 40_000_000 + ordinals.company)
  const info = `info@${company.domain}`
  return {
    ...sampleBase(random, times.metAt),
    id: customerId,
    name: company.native,
    ...(company.native === company.latin ? {} : { latinName: company.latin }),
    country: culture.country,
    city: company.city.native,
    website: `https://www.${company.domain}`,
    zone: culture.zone,
    language: culture.language,
    handles: [
      { kind: 'email', value: info, entered: info, label: 'office' },
      ...(chance(random, 30) ? [{ kind: 'phone' as const, ...switchboard, label: 'switchboard' }] : []),
    ],
    stage,
    ...(grade === undefined ? {} : { grade }),
    tags: shuffled(random, TAGS).slice(0, intBetween(random, 0, 3)),
    sourceTouchpointId: times.source.touchpoint.id,
  }
}

function gradeOf(random: Random, quota: Quota, times: StoryTimes): Grade | undefined {
  if (!times.source.fair && quota.orders === 0 && chance(random, 40)) return undefined
  if (quota.orders > 0) return chance(random, 70) ? 'A' : 'B'
  return pick(random, ['A', 'B', 'B', 'C', 'C', 'C', 'D', 'D'] as const)
}

function talksOf(
  random: Random,
  scene: Scene,
  who: Partner,
  times: StoryTimes,
  grade: Grade | undefined,
): Interaction[] {
  const { source } = times
  const answers = source.fair
    ? [
        { question: 'role', value: pick(random, ['buys', 'buys', 'owns', 'advises', 'agent'] as const) },
        { question: 'timing', value: pick(random, ['now', 'months3', 'months6', 'open'] as const) },
      ]
    : undefined
  const first = firstTalk(random, scene, who, times.metAt, {
    fair: source.fair,
    touchpointId: source.touchpoint.id,
    ...(grade === undefined || !source.fair ? {} : { grade }),
    ...(answers === undefined ? {} : { answers }),
  })
  const firstOrder = times.orderDays[0]
  const later = times.talks.map((at, place) => {
    const ordered = firstOrder !== undefined && compareDays(firstOrder, ourDay(at)) <= 0
    const answer = place === 0 && source.fair && at - times.metAt < 60 * 3_600_000
    return laterTalk(
      random,
      scene,
      who,
      at,
      times.fresh ? 'fresh' : answer ? 'answer' : ordered ? 'after' : 'before',
    )
  })
  return [first, ...later]
}

function tradeRows(
  random: Random,
  scene: Scene,
  who: Partner,
  times: StoryTimes,
  trade: Pick<Trader, 'culture' | 'favourites'> & { quoted: boolean },
): SampleRow[] {
  const personId = who.people[0]?.id
  if (personId === undefined) return []
  const touchpointId = times.source.touchpoint.id
  const size = pick(random, [1, 1, 1, 2, 2, 3, 6])
  const trader: Trader = { customerId: who.customerId, personId, touchpointId, size, ...trade }
  const rows: SampleRow[] = []
  times.orderDays.forEach((on, place) => {
    const quoteOn = addDays(on, -intBetween(random, 4, 20))
    const metOn = ourDay(times.metAt)
    let quote: Quote | undefined
    if (place === 0 || chance(random, 40)) {
      quote = quoteOf(random, scene, trader, compareDays(quoteOn, metOn) < 0 ? metOn : quoteOn, true)
      rows.push({ table: 'quotes', record: quote })
    }
    rows.push({ table: 'orders', record: orderOf(random, scene, trader, on, quote) })
  })
  const open = times.orderDays.length === 0 ? trade.quoted : chance(random, 15)
  if (open && !times.fresh) {
    const day = times.lost
      ? addDays(ourDay(times.metAt), 20)
      : addDays(scene.today, -intBetween(random, 1, 60))
    const yesterday = addDays(scene.today, -1)
    const on = compareDays(day, yesterday) > 0 ? yesterday : day
    rows.push({ table: 'quotes', record: quoteOf(random, scene, trader, on, false) })
  }
  return rows
}
