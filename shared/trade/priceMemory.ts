import type { PriceEntry } from '../measures/priceHistory'
import { powerOfTen } from '../money/decimal'
import type { UnitPrice } from '../money/values'

/** What is remembered of a product's prices before a new one is named. */
export interface PriceMemory {
  /** The last price that this customer was quoted or paid. */
  readonly last?: PriceEntry
  /** Lowest and highest to anyone, for each currency and unit, the most often used first. */
  readonly ranges: readonly PriceRange[]
}

/** The lowest and the highest price in one currency and for one unit; of equal ones the latest. */
export interface PriceRange {
  readonly currency: string
  readonly unit?: string
  readonly count: number
  readonly lowest: PriceEntry
  readonly highest: PriceEntry
}

/**
 * What the prices of one product (`priceHistory`) say to somebody who is about to quote to a customer. Prices in other
 * currencies or for other units are never compared: they stand beside each other.
 */
export function priceMemory(
  history: ReadonlyMap<string, readonly PriceEntry[]>,
  customerId: string,
): PriceMemory {
  const ranges = new Map<string, PriceRange>()
  for (const entry of [...history.values()].flat()) {
    const { currency } = entry.unitPrice
    const key = `${currency} ${entry.unit ?? ''}`
    const known = ranges.get(key)
    const unit = entry.unit === undefined ? {} : { unit: entry.unit }
    ranges.set(key, {
      currency,
      ...unit,
      count: (known?.count ?? 0) + 1,
      lowest: known === undefined || isBetter(entry, known.lowest, -1) ? entry : known.lowest,
      highest: known === undefined || isBetter(entry, known.highest, 1) ? entry : known.highest,
    })
  }
  const last = history.get(customerId)?.at(-1)
  return {
    ...(last === undefined ? {} : { last }),
    ranges: [...ranges.values()].sort((a, b) => b.count - a.count || (a.currency < b.currency ? -1 : 1)),
  }
}

/** Higher (`sign` 1) or lower (-1) than the one known, or the same price on a later day. */
function isBetter(one: PriceEntry, known: PriceEntry, sign: 1 | -1): boolean {
  const order = comparePrices(one.unitPrice, known.unitPrice)
  return order === sign || (order === 0 && one.on > known.on)
}

/** Exact at any scale: 0.0125 against 0.012. */
function comparePrices(a: UnitPrice, b: UnitPrice): -1 | 0 | 1 {
  const left = BigInt(a.amount) * powerOfTen(b.scale)
  const right = BigInt(b.amount) * powerOfTen(a.scale)
  return left < right ? -1 : left > right ? 1 : 0
}
