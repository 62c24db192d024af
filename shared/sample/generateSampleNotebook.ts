import type { Customer } from '../records/customer'
import type { Relation } from '../records/relation'
import { addDays, dayIn, startOfDay } from '../time/calendarDay'
import type { EpochMs } from '../time/values'
import { sampleCarriers } from './carriers'
import { contentCalendar } from './contentCalendar'
import { CULTURES } from './cultures/allCultures'
import { customerStory } from './customerStory'
import { keywordMonths } from './keywordMonths'
import { marketplaces } from './marketplaces'
import { sampleOffers, sampleTemplates } from './offers'
import { type OurHouse, ourHouse } from './ourHouse'
import { positioning } from './positioning'
import { quotaOf } from './quota'
import { chance, pick, pickWeighted, type Random, randomFrom } from './random'
import { sampleRates } from './sampleRates'
import { type SampleRow, sampleBase } from './sampleRecord'
import type { Scene } from './scene'
import { SnapshotTaker, sampleReport, sampleSegments } from './segments'
import { trafficCounts } from './trafficCounts'
import { houseHours } from './workingTime'

/** The notebook of the sample goes back four years. */
const HISTORY_DAYS = 1461
/** How many earlier customers may still be named by a later one: keeps the memory needed small. */
const REMEMBERED_CUSTOMERS = 64

/** What sample to make. The same options always give the same records, to the last character. */
export interface SampleOptions {
  readonly seed: string | number
  readonly customers: number
  /** The moment at which the sample is looked at: everything in it happened before. */
  readonly asOf: EpochMs
  /** Mean per customer, 10 unless given; every customer has at least a first contact. */
  readonly interactionsPerCustomer?: number
  /** Mean per customer, 2 unless given; half of the customers never order. */
  readonly ordersPerCustomer?: number
}

/**
 * The notebook of a made-up maker of bamboo and ceramic tableware in Ningbo: our own records first, then
 * one customer after the other with everything that belongs to them. Nobody and nothing in it exists;
 * addresses end in `.example`, phone numbers are reserved or impossible.
 *
 * A stream: a hundred thousand customers need no more memory than one, and a record only ever names
 * records that came before it.
 */
export function* generateSampleNotebook(options: SampleOptions): Generator<SampleRow, void, undefined> {
  const scene = sceneOf(options)
  yield* houseRows(scene)
  const companies = new Map<string, number>()
  const persons = new Map<string, number>()
  const earlier: Customer[] = []
  const segments = sampleSegments(scene)
  const snapshot = new SnapshotTaker(scene, segments.favourites)
  for (let index = 0; index < options.customers; index += 1) {
    const random = randomFrom(`${scene.seed}/customer/${index}`)
    const culture = pickWeighted(random, CULTURES)
    const ordinals = {
      company: companies.get(culture.country) ?? 0,
      firstPerson: persons.get(culture.country) ?? 0,
    }
    const wanted = quotaOf(
      scene.seed,
      index,
      options.interactionsPerCustomer ?? 10,
      options.ordersPerCustomer ?? 2,
    )
    const quota = { ...wanted, interactions: Math.max(1, wanted.interactions) }
    const story = customerStory(random, scene, culture, ordinals, quota)
    yield* story.rows
    snapshot.see(story.customer, story.moves)
    const relation = relationOf(random, story.customer, earlier, story.referred)
    if (relation !== undefined) yield { table: 'relations', record: relation }
    companies.set(culture.country, ordinals.company + 1)
    persons.set(culture.country, ordinals.firstPerson + story.peopleCount)
    if (quota.orders > 0 || chance(random, 30)) earlier.push(story.customer)
    if (earlier.length > REMEMBERED_CUSTOMERS) earlier.shift()
  }
  yield { table: 'segmentSnapshots', record: snapshot.take() }
}

function sceneOf(options: SampleOptions): Scene {
  const seed = String(options.seed)
  const today = dayIn('Asia/Shanghai', options.asOf)
  const opened = addDays(today, -HISTORY_DAYS)
  const openedAt = startOfDay(opened, 'Asia/Shanghai')
  const house: OurHouse = ourHouse(seed, openedAt, today)
  const positions = positioning(seed, openedAt)
  const carriers = sampleCarriers(seed, openedAt)
  const calendar = contentCalendar(seed, positions, house.staff, today)
  const offers = sampleOffers(seed, carriers, calendar, openedAt)
  const keywords = keywordMonths(today)
  const markets = marketplaces(seed, { house, offers, calendar, keywords, today, openedAt })
  return {
    seed,
    asOf: options.asOf,
    today,
    house,
    markets,
    positions,
    carriers,
    calendar,
    offers,
    traffic: trafficCounts(seed, markets, carriers, keywords),
    rates: sampleRates(seed, addDays(opened, -60), today),
  }
}

function* houseRows(scene: Scene): Generator<SampleRow, void, undefined> {
  const { house, markets, rates } = scene
  yield { table: 'settings', record: house.settings }
  for (const record of house.staff) yield { table: 'staff', record }
  for (const record of Object.values(house.channels)) yield { table: 'channels', record }
  const { positions, carriers, calendar, offers } = scene
  for (const record of Object.values(carriers)) yield { table: 'carriers', record }
  for (const record of Object.values(positions).flat()) yield { table: 'positions', record }
  for (const record of calendar.content) yield { table: 'content', record }
  for (const record of Object.values(offers)) yield { table: 'offers', record }
  for (const record of sampleTemplates(scene.seed, calendar)) yield { table: 'templates', record }
  for (const { touchpoint } of markets.sources) yield { table: 'touchpoints', record: touchpoint }
  for (const record of markets.costs) yield { table: 'costs', record }
  for (const { record } of house.products) yield { table: 'products', record }
  for (const record of rates) yield { table: 'rates', record }
  for (const record of scene.traffic) yield { table: 'traffic', record }
  yield* houseHours(scene)
  yield { table: 'plans', record: house.plan }
  for (const record of sampleSegments(scene).all) yield { table: 'segments', record }
  yield { table: 'reports', record: sampleReport(scene) }
}

/** A referral where the story says so, now and then another tie; always to somebody told of earlier. */
function relationOf(
  random: Random,
  customer: Customer,
  earlier: readonly Customer[],
  referred: boolean,
): Relation | undefined {
  // Whoever recommends somebody was known before; without such a one the tie stays untold.
  const known = earlier.filter((other) => other.createdAt < customer.createdAt)
  if (known.length === 0 || !(referred || chance(random, 3))) return undefined
  const kind = referred ? 'referredBy' : pick(random, ['parent', 'agent', 'endBuyer'] as const)
  const base = sampleBase(random, customer.createdAt)
  const note = referred
    ? { note: pick(random, ['Gave our name at a trade dinner', 'Old classmates', '老客户推荐']) }
    : {}
  // Whoever orders again recommends us; the others only where nobody of those is at hand.
  const advocates = referred ? known.filter((other) => other.stage === 'repeat') : []
  const other = pick(random, advocates.length > 0 ? advocates : known)
  return { ...base, fromId: customer.id, toId: other.id, kind, ...note }
}
