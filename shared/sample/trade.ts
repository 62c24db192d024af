import { documentTotal } from '../money/lineTotals'
import type { Money, UnitPrice } from '../money/values'
import type { Order, Quote, TradeLine } from '../records/trade'
import { addDays, compareDays, startOfDay } from '../time/calendarDay'
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
}

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
): Order {
  const at = startOfDay(on, 'Asia/Shanghai') + 39_600_000
  const cancelled = chance(random, 2)
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
  return { ...sampleBase(random, at), ...fields, ...agreed, status, milestones }
}

function document(random: Random, scene: Scene, who: Trader, on: IsoDate, prefix: string) {
  const { currency } = who.culture
  const lines = shuffled(random, who.favourites)
    .slice(0, intBetween(random, 1, Math.min(3, who.favourites.length)))
    .map((product) => lineOf(random, product, currency, who.size))
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
  }
}

function tradeTerms(random: Random, who: Trader) {
  const city = who.culture.cities[0]?.latin ?? 'Ningbo'
  const incoterm = pick(random, ['FOB', 'FOB', 'FOB', 'CIF', 'EXW', 'DAP'])
  return {
    incoterm,
    place: incoterm === 'FOB' || incoterm === 'EXW' ? 'Ningbo' : city,
    paymentTerms: pick(random, [
      '30 % deposit, 70 % against B/L copy',
      '50 % deposit, balance before shipment',
      'L/C at sight',
      'T/T in advance',
    ]),
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
