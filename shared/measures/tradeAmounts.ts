import { sumInBase } from '../money/convert'
import type { MissingRate, RateTable } from '../money/rates'
import type { CurrencyCode, Money } from '../money/values'
import type { Order, Quote } from '../records/trade'
import { compareDays } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import { type Figure, figure, noFigure } from './figure'

/** An amount in the base currency, with the rates it lacks. */
export interface BaseAmount {
  readonly amount: Figure<Money>
  readonly missingRates: readonly MissingRate[]
}

type Priced = Pick<Order, 'total' | 'on' | 'rate' | 'status'>

/** LTV observed: revenue since the first order, cancelled orders aside. Source: measures.md "LTV observed". */
export function lifetimeObserved(
  orders: readonly Priced[],
  base: CurrencyCode,
  rates: RateTable,
): BaseAmount {
  return total(
    orders.filter((order) => order.status !== 'cancelled'),
    base,
    rates,
  )
}

/** What is offered and not yet decided: open quotes whose validity has not run out. */
export function openQuoted(
  quotes: readonly Pick<Quote, 'total' | 'on' | 'rate' | 'status' | 'validUntil'>[],
  base: CurrencyCode,
  rates: RateTable,
  today: IsoDate,
): BaseAmount {
  const open = quotes.filter(
    (quote) =>
      quote.status === 'open' &&
      (quote.validUntil === undefined || compareDays(quote.validUntil, today) >= 0),
  )
  return total(open, base, rates)
}

function total(
  documents: readonly Pick<Order, 'total' | 'on' | 'rate'>[],
  base: CurrencyCode,
  rates: RateTable,
): BaseAmount {
  const amounts = documents.map((one) => ({ money: one.total, on: one.on, pinned: one.rate }))
  const sum = sumInBase(amounts, base, rates, { base })
  if (!sum.ok) return { amount: noFigure('measures.tooLarge', { base }), missingRates: [] }
  const { counted, leftOut, missing } = sum.value
  if (counted === 0 && leftOut > 0) {
    return { amount: noFigure('measures.noRate', { base, count: leftOut }), missingRates: missing }
  }
  return { amount: figure(sum.value.total), missingRates: missing }
}
