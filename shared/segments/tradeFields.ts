import type { CustomerFacts } from '../measures/facts/customerFacts'
import { daysBetween } from '../time/calendarDay'
import { plainField, type SegmentField } from './segmentField'
import { sinceDay } from './talkFields'

function products(step: CustomerFacts['products'][number]['step']) {
  return ({ facts }: { readonly facts: CustomerFacts }) =>
    facts.products.filter((one) => one.step === step).map((one) => one.productId)
}

/** Enquiries' and orders' side of a customer. */
export const TRADE_FIELDS: readonly SegmentField[] = [
  {
    key: 'orders.count',
    group: 'trade',
    type: 'number',
    params: ['days'],
    reader: ([days], moment) => {
      const since = sinceDay(days, moment)
      return ({ facts }) => facts.orders.filter(({ on }) => since === undefined || on >= since).length
    },
  },
  {
    key: 'orders.sum',
    group: 'trade',
    type: 'money',
    params: ['days'],
    // What went back lowers the sum. An amount without a rate is not in it; where none has one there is no sum.
    reader: ([days], moment) => {
      const since = sinceDay(days, moment)
      return ({ facts }) => {
        const amounts = [
          ...facts.orders.map(({ on, revenueMinor }) => ({ on, minor: revenueMinor })),
          ...facts.credits,
        ].filter(({ on }) => since === undefined || on >= since)
        const known = amounts.flatMap(({ minor }) => minor ?? [])
        if (amounts.length > 0 && known.length === 0) return undefined
        return known.reduce((sum, minor) => sum + minor, 0)
      }
    },
  },
  plainField('orders.first', 'trade', 'date', ({ facts }) => facts.orders[0]?.on),
  plainField('orders.last', 'trade', 'date', ({ facts }) => facts.orders.at(-1)?.on),
  {
    key: 'orders.lateDays',
    group: 'trade',
    type: 'number',
    params: [],
    reader:
      (_, { today }) =>
      ({ orderDueBy }) =>
        orderDueBy === undefined ? undefined : orderDueBy >= today ? 0 : daysBetween(orderDueBy, today),
  },
  plainField('quotes.open', 'trade', 'number', ({ openQuotes }) => openQuotes.length),
  plainField('quotes.last', 'trade', 'date', ({ facts }) => facts.quotesOn.at(-1)),
  {
    key: 'quotes.expired',
    group: 'trade',
    type: 'number',
    params: [],
    reader:
      (_, { today }) =>
      ({ openQuotes }) =>
        openQuotes.filter(({ validUntil }) => validUntil !== undefined && validUntil < today).length,
  },
  plainField('samples.unanswered', 'trade', 'number', ({ unansweredSamples }) => unansweredSamples.length),
  plainField('samples.unansweredSince', 'trade', 'date', ({ unansweredSamples }) =>
    unansweredSamples.reduce<string | undefined>(
      (first, on) => (first === undefined || on < first ? on : first),
      undefined,
    ),
  ),
  plainField('products.asked', 'trade', 'set', products('asked'), 'product'),
  plainField('products.sampled', 'trade', 'set', products('sampled'), 'product'),
  plainField('products.quoted', 'trade', 'set', products('quoted'), 'product'),
  plainField('products.ordered', 'trade', 'set', products('ordered'), 'product'),
]
