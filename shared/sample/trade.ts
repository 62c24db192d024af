import { documentTotal } from '../money/lineTotals'
import type { Money, UnitPrice } from '../money/values'
import type { Order, Quote, TradeLine } from '../records/trade'
import { addDays, compareDays, daysBetween, startOfDay } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import type { Culture } from './cultures/culture'
import type { PricedProduct } from './ourHouse'
import { chance, intBetween, pick, type Random, shuffled } from './random'
import { pinnedRate } from './sampleRates'
import { sampleBase } from './sampleRecord'
import type { Scene } from './scene'

/** A dollar price in another currency: parts of a thousand, and how many decimal places such prices have. */
const PRICE_FACTORS = {
  USD: [1000, 4],
  EUR: [930, 4],
  GBP: [795, 4],
  JPY: [149_000, 2],
  CNY: [7180, 4],
} as const

const DAYS_TO_MILESTONE = {
  deposit: 4,
  produced: 34,
  inspected: 37,
  shipped: 42,
  arrived: 72,
  balance: 50,
} as const

/** Who trades, and what they usually buy. */
export interface Trader {
  readonly customerId: string
  readonly personId: string
  readonly culture: Culture
  readonly touchpointId: string
  readonly favourites: readonly PricedProduct[]
  /** A small shop is 1, a chain is 6. */
  readonly size: number
  readonly staffId: string
  /** The day of the first order: business grows in yearly rings from there. */
  readonly firstOrderOn: IsoDate | undefined
}

/** How much one order grows from year to year, by the customer's size: shops double, the middle ones quadruple. */
const RINGS: Readonly<Record<number, readonly number[]>> = { 3: [1, 4, 4, 5], 6: [1, 2, 2, 2] }
const USUAL_RINGS = [1, 2, 2, 3]
/** From this ring on they buy beyond the product line that they began with. */
const WIDER_RING = 2

/** The terms that are agreed, and how much of a hundred is paid before production. */
export const PAYMENT_TERMS: readonly (readonly [terms: string, depositPercent: number])[] = [
  ['30 % deposit, 70 % against B/L copy', 30],
  ['50 % deposit, balance before shipment', 50],
  ['L/C at sight', 0],
  ['T/T in advance', 100],
]

/** An offer made on a day; it is accepted when an order follows from it. */
export function quoteOf(random: Random, scene: Scene, who: Trader, on: IsoDate, accepted: boolean): Quote {
  const validUntil = addDays(on, 30)
  const expired = compareDays(validUntil, scene.today) < 0
  const status = accepted ? 'accepted' : !expired ? 'open' : chance(random, 30) ? 'declined' : 'expired'
  return {
    ...sampleBase(random, startOfDay(on, 'Asia/Shanghai') + 37_800_000),
    ...document(random, scene, who, on, 'Q'),
    validUntil,
    moq: `${intBetween(random, 2, 10) * 100} pcs per item`,
    status,
  }
}

/** An order placed on a day, with the steps that lie behind it already ticked. */
export function orderOf(
  random: Random,
  scene: Scene,
  who: Trader,
  on: IsoDate,
  quote: Quote | undefined,
  contentId: string | undefined,
): Order {
  const at = startOfDay(on, 'Asia/Shanghai') + 39_600_000
  const cancelled = chance(random, 3)
  const fields = document(random, scene, who, on, 'PO')
  const agreed = quote === undefined ? {} : { lines: quote.lines, total: quote.total, quoteId: quote.id }
  const milestones = Object.entries(DAYS_TO_MILESTONE).map(([kind, days]) => {
    const dueOn = addDays(on, days)
    const doneOn = addDays(dueOn, intBetween(random, -3, 6))
    const done = !cancelled && compareDays(doneOn, scene.today) <= 0
    return { kind: kind as keyof typeof DAYS_TO_MILESTONE, dueOn, ...(done ? { doneOn } : {}) }
  })
  const closed = milestones.every((step) => step.doneOn !== undefined)
  const status = cancelled ? 'cancelled' : closed ? 'closed' : 'open'
  const order = { ...sampleBase(random, at), ...fields, ...agreed, status, milestones } as const
  const known = costOfGoods(scene, order.lines)
  return {
    ...order,
    ...(contentId === undefined ? {} : { contentId }),
    // Some orders know the cost of each line, some of the whole, some of neither.
    ...(known === undefined || chance(random, 25)
      ? {}
      : chance(random, 40)
        ? { lines: order.lines.map((line) => withUnitCost(scene, line)) }
        : { costOfGoods: known }),
  }
}

function document(random: Random, scene: Scene, who: Trader, on: IsoDate, prefix: string) {
  const { currency } = who.culture
  const ring = ringOf(who.firstOrderOn, on)
  const rings = RINGS[who.size] ?? USUAL_RINGS
  const size = who.size * (rings[Math.min(ring, rings.length - 1)] ?? 1)
  const lines = shuffled(random, soldOn(who.favourites, on, ring))
    .slice(0, intBetween(random, 1, 3))
    .map((product) => lineOf(random, product, currency, size))
  const rate = pinnedRate(scene.rates, currency, on)
  return {
    customerId: who.customerId,
    personId: who.personId,
    number: `${prefix}-${on.slice(2, 4)}${on.slice(5, 7)}${on.slice(8)}-${intBetween(random, 100, 999)}`,
    on,
    currency,
    lines,
    total: totalOf(lines, currency),
    ...tradeTerms(random, who),
    leadTimeDays: pick(random, [30, 35, 40, 45, 60]),
    ...(rate === undefined ? {} : { rate }),
    touchpointId: who.touchpointId,
    staffId: who.staffId,
  }
}

/** Whole years since the first order. */
function ringOf(firstOrderOn: IsoDate | undefined, on: IsoDate): number {
  return firstOrderOn === undefined ? 0 : Math.max(0, Math.floor(daysBetween(firstOrderOn, on) / 365))
}

/** What they buy on a day: the line they began with, later all they like; never what is no longer sold. */
function soldOn(favourites: readonly PricedProduct[], on: IsoDate, ring: number): readonly PricedProduct[] {
  const sold = favourites.filter(({ record }) => record.retiredOn === undefined || on < record.retiredOn)
  const first = sold[0]?.record.line
  return ring >= WIDER_RING ? sold : sold.filter(({ record }) => record.line === first)
}

function withUnitCost(scene: Scene, line: TradeLine): TradeLine {
  const unitCost = scene.house.products.find(({ record }) => record.id === line.productId)?.record.unitCost
  return unitCost === undefined ? line : { ...line, unitCost }
}

/** What the pieces of an order cost us, in our own currency; undefined while one of them has no known cost. */
function costOfGoods(scene: Scene, lines: readonly TradeLine[]): Money | undefined {
  const costed = lines.flatMap((line) => {
    const { unitCost } = withUnitCost(scene, line)
    return unitCost === undefined ? [] : [{ ...line, unitPrice: unitCost }]
  })
  return costed.length === lines.length ? totalOf(costed, 'CNY') : undefined
}

function tradeTerms(random: Random, who: Trader) {
  const city = who.culture.cities[0]?.latin ?? 'Ningbo'
  const incoterm = pick(random, ['FOB', 'FOB', 'FOB', 'CIF', 'EXW', 'DAP'])
  return {
    incoterm,
    place: incoterm === 'FOB' || incoterm === 'EXW' ? 'Ningbo' : city,
    paymentTerms: pick(random, PAYMENT_TERMS)[0],
  }
}

function lineOf(
  random: Random,
  product: PricedProduct,
  currency: Culture['currency'],
  size: number,
): TradeLine {
  const unitPrice = priceOf(product, currency)
  // Cheap pieces go by the ten thousand, dear ones by the hundred.
  const step = product.usdTenThousandths < 1000 ? 10_000 : product.usdTenThousandths < 30_000 ? 400 : 100
  const quantity = String(intBetween(random, 1, 6) * step * size)
  return { productId: product.record.id, description: product.record.name, quantity, unit: 'pcs', unitPrice }
}

function priceOf(product: PricedProduct, currency: Culture['currency']): UnitPrice {
  const [perMille, scale] = PRICE_FACTORS[currency]
  const tenThousandths = Math.round((product.usdTenThousandths * perMille) / 1000)
  return { amount: Math.max(1, Math.round(tenThousandths / 10 ** (4 - scale))), scale, currency }
}

function totalOf(lines: readonly TradeLine[], currency: string): Money {
  const total = documentTotal(lines, currency)
  // The tables above can't reach the limit; a zero would be a lie, so this is an error, not a fallback.
  if (!total.ok) throw new RangeError(total.error.code)
  return total.value
}
