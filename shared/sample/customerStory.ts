import type { Consent } from '../records/consent'
import type { Engagement } from '../records/content'
import type { Customer, Grade } from '../records/customer'
import type { Interaction } from '../records/interaction'
import type { Person } from '../records/person'
import type { StageMove } from '../records/stageMove'
import type { Order, Quote } from '../records/trade'
import { addDays, compareDays, startOfDay } from '../time/calendarDay'
import { consentsOf } from './consents'
import type { Culture } from './cultures/culture'
import { factsOf, promisesOf, samplePieceOf } from './keepsakes'
import { companyOf, handlesOf, nameOf, phoneOf, type SampleCompany } from './names'
import { nurtureStory } from './nurtureStory'
import { paymentsOf } from './payments'
import type { Quota } from './quota'
import { chance, intBetween, pick, type Random, shuffled } from './random'
import { lastReadBefore, readershipOf } from './readership'
import { type SampleRow, sampleBase, sampleId } from './sampleRecord'
import { ourDay, type Scene } from './scene'
import { stageStory } from './stageStory'
import { firstTalk, laterTalk, type Partner } from './talks'
import { type StoryTimes, storyTimes } from './timing'
import { orderOf, quoteOf, type Trader } from './trade'
import { appointmentsOf, hoursOf } from './workingTime'

/** What their titles say, and what they are in a purchase. */
const TITLES = [
  'Owner',
  'Purchasing manager',
  'Buyer',
  'Category manager',
  'Managing director',
  'Head of import',
  'Designer',
  'Assistant',
] as const
const ROLES: Readonly<Record<(typeof TITLES)[number], Person['role']>> = {
  Owner: 'decides',
  'Purchasing manager': 'decides',
  Buyer: 'buys',
  'Category manager': 'influences',
  'Managing director': 'decides',
  'Head of import': 'ships',
  Designer: 'influences',
  Assistant: 'other',
}
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
  readonly moves: readonly StageMove[]
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
  const staffId = staffFor(random, scene, quota)
  const people = peopleOf(random, scene, {
    culture,
    company,
    customerId,
    firstSerial: ordinals.firstPerson,
    times,
  })
  const moves = stageStory(random, scene, customerId, times)
  const grade = gradeOf(random, quota, times)
  const customer = customerOf(random, {
    culture,
    company,
    customerId,
    times,
    grade,
    ordinals,
    staffId,
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
    staffId,
  }
  const [person] = people
  const consents = person === undefined ? [] : consentsOf(random, scene, customerId, person, times)
  const talks = talksOf(random, scene, who, times, { grade, offerId: offerMade(random, times, consents) })
  const readership = readershipOf(random, scene, { consents, talks, buyer: times.orderDays.length > 0 })
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
  const samples = sampledAt.map((at) => samplePieceOf(random, scene, who, at))
  const trade = tradeOf(random, scene, who, times, {
    culture,
    favourites,
    quoted: moves.some((move) => move.to === 'quote'),
    engagements: readership.engagements,
  })
  const rows: SampleRow[] = [
    { table: 'customers', record: customer },
    ...people.map((record) => ({ table: 'people' as const, record })),
    ...talks.map((record) => ({ table: 'interactions' as const, record })),
    ...moves.map((record) => ({ table: 'stageMoves' as const, record })),
    ...factsOf(random, scene, who, times).map((record) => ({ table: 'facts' as const, record })),
    ...promises.map((record) => ({ table: 'promises' as const, record })),
    ...consents.map((record) => ({ table: 'consents' as const, record })),
    ...readership.memberships.map((record) => ({ table: 'memberships' as const, record })),
    ...readership.engagements.map((record) => ({ table: 'engagements' as const, record })),
    ...samples.map((record) => ({ table: 'samples' as const, record })),
    ...trade.rows,
    ...hoursOf(random, who, { quotes: trade.quotes, samples }).map((record) => ({
      table: 'hours' as const,
      record,
    })),
    ...appointmentsOf(random, scene, who, times, talks, culture.zone).map((record) => ({
      table: 'appointments' as const,
      record,
    })),
    ...(nurture === undefined ? [] : [{ table: 'enrolments' as const, record: nurture.enrolment }]),
    ...(nurture?.touches ?? []).map((record) => ({ table: 'touches' as const, record })),
  ]
  const referred = times.source.touchpoint.kind === 'other'
  return { rows, customer, moves, peopleCount: people.length, referred }
}

/** Shen Yulan looks after most who order; the two others are given more of the cold ones. */
function staffFor(random: Random, scene: Scene, quota: Quota): string {
  const [me, second, third] = scene.house.staff
  const share = intBetween(random, 1, 100)
  const [mine, hers] = quota.orders > 0 ? [62, 88] : [40, 66]
  return share <= mine ? me.id : share <= hers ? second.id : third.id
}

/** What was held out at the first talk: the offer that was taken there, or one that was not. */
function offerMade(random: Random, times: StoryTimes, consents: readonly Consent[]): string | undefined {
  const taken = consents.find((consent) => consent.offerId !== undefined && consent.at === times.metAt)
  const held = times.source.touchpoint.offerIds ?? []
  return taken?.offerId ?? (held.length > 0 && chance(random, 40) ? pick(random, held) : undefined)
}

function peopleOf(
  random: Random,
  scene: Scene,
  story: {
    readonly culture: Culture
    readonly company: SampleCompany
    readonly customerId: string
    readonly firstSerial: number
    readonly times: StoryTimes
  },
): Person[] {
  const { culture, company, customerId, firstSerial } = story
  const { metAt } = story.times
  const count = chance(random, 68) ? 1 : chance(random, 75) ? 2 : 3
  return Array.from({ length: count }, (_, place) => {
    const name = nameOf(random, culture)
    const title = pick(random, TITLES)
    const leftOn = addDays(ourDay(metAt), intBetween(random, 150, 500))
    // Never the first: somebody has to be there to be written to.
    const left = place > 0 && compareDays(leftOn, addDays(scene.today, -20)) < 0 && chance(random, 20)
    return {
      ...sampleBase(random, metAt),
      customerId,
      fullName: name.native,
      ...(name.native === name.latin ? {} : { latinName: name.latin }),
      firstName: name.given.native,
      lastName: name.family.native,
      ...(culture.language === 'en' ? { salutation: name.woman ? 'Ms.' : 'Mr.' } : {}),
      ...(culture.language === 'de' ? { salutation: name.woman ? 'Frau' : 'Herr' } : {}),
      title,
      role: ROLES[title],
      ...(left ? { leftOn } : {}),
      ...(chance(random, 12) ? { birthday: birthdayOf(random) } : {}),
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
    staffId: string
    stage: Customer['stage']
  },
): Customer {
  const { culture, company, customerId, times, grade, ordinals, staffId, stage } = story
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
    staffId,
    ...(chance(random, 15) ? { preferredCarrier: culture.reach[0] } : {}),
  }
}

function birthdayOf(random: Random): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(intBetween(random, 1, 12))}-${two(intBetween(random, 1, 28))}`
}

/** Whoever orders was worth it; of the others fewer are at each edition of a fair that grows and thins out. */
function gradeOf(random: Random, quota: Quota, times: StoryTimes): Grade | undefined {
  if (!times.source.fair && quota.orders === 0 && chance(random, 40)) return undefined
  if (quota.orders > 0) return chance(random, 70) ? 'A' : 'B'
  return chance(random, times.source.deepPercent)
    ? pick(random, ['A', 'B', 'B'] as const)
    : pick(random, ['C', 'C', 'D'] as const)
}

function talksOf(
  random: Random,
  scene: Scene,
  who: Partner,
  times: StoryTimes,
  first: { readonly grade: Grade | undefined; readonly offerId: string | undefined },
): Interaction[] {
  const { source } = times
  const { grade, offerId } = first
  const answers = source.fair
    ? [
        { question: 'role', value: pick(random, ['buys', 'buys', 'owns', 'advises', 'agent'] as const) },
        { question: 'timing', value: pick(random, ['now', 'months3', 'months6', 'open'] as const) },
      ]
    : undefined
  const met = firstTalk(random, scene, who, times.metAt, {
    fair: source.fair,
    touchpointId: source.touchpoint.id,
    ...(grade === undefined || !source.fair ? {} : { grade }),
    ...(answers === undefined ? {} : { answers }),
    ...(offerId === undefined ? {} : { offerId }),
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
  return [met, ...later]
}

function tradeOf(
  random: Random,
  scene: Scene,
  who: Partner,
  times: StoryTimes,
  trade: Pick<Trader, 'culture' | 'favourites'> & {
    readonly quoted: boolean
    readonly engagements: readonly Engagement[]
  },
): { readonly rows: readonly SampleRow[]; readonly quotes: readonly Quote[] } {
  const personId = who.people[0]?.id
  if (personId === undefined) return { rows: [], quotes: [] }
  const touchpointId = times.source.touchpoint.id
  const size = pick(random, [1, 1, 1, 2, 2, 3, 6])
  const { culture, favourites, quoted, engagements } = trade
  const { customerId, staffId } = who
  const [firstOrderOn] = times.orderDays
  const trader: Trader = {
    customerId,
    personId,
    touchpointId,
    size,
    staffId,
    firstOrderOn,
    culture,
    favourites,
  }
  const rows: SampleRow[] = []
  const quotes: Quote[] = []
  times.orderDays.forEach((on, place) => {
    const quoteOn = addDays(on, -intBetween(random, 4, 20))
    const metOn = ourDay(times.metAt)
    let quote: Quote | undefined
    if (place === 0 || chance(random, 40)) {
      quote = quoteOf(random, scene, trader, compareDays(quoteOn, metOn) < 0 ? metOn : quoteOn, true)
      rows.push({ table: 'quotes', record: quote })
      quotes.push(quote)
    }
    const read = lastReadBefore(engagements, startOfDay(on, 'Asia/Shanghai'))
    const order: Order = orderOf(random, scene, trader, on, quote, read)
    rows.push({ table: 'orders', record: order })
    for (const record of paymentsOf(random, scene, order)) rows.push({ table: 'payments', record })
  })
  const open = times.orderDays.length === 0 ? quoted : chance(random, 15)
  if (open && !times.fresh) {
    const day = times.lost
      ? addDays(ourDay(times.metAt), 20)
      : addDays(scene.today, -intBetween(random, 1, 60))
    const yesterday = addDays(scene.today, -1)
    const on = compareDays(day, yesterday) > 0 ? yesterday : day
    const quote = quoteOf(random, scene, trader, on, false)
    rows.push({ table: 'quotes', record: quote })
    quotes.push(quote)
  }
  return { rows, quotes }
}
