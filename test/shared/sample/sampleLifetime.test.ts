import { expect, test } from 'vitest'
import { fitLifetime } from '#shared/lifetime/lifetimeModel'
import { summariseOrders } from '#shared/lifetime/orderHistory'
import { generateSampleNotebook } from '#shared/sample/generateSampleNotebook'

/** A currency's smallest unit in fen, near enough to learn from. */
const FEN: Readonly<Record<string, number>> = { CNY: 1, USD: 7.18, EUR: 7.72, GBP: 9.03, JPY: 4.82 }

test.each(['orchard', 'by hand', 'test'])(
  'the orders of 80 customers say who has stopped, so that a lifetime model can be learned (seed %s)',
  (seed) => {
    const asOf = Date.UTC(2027, 2, 10, 8)
    const histories = new Map<string, { on: string; minorBase: number }[]>()
    for (const row of generateSampleNotebook({ seed, customers: 80, asOf })) {
      if (row.table !== 'orders' || row.record.status === 'cancelled') continue
      const { customerId, on, total } = row.record
      const minorBase = Math.round(total.minor * (FEN[total.currency] ?? 0))
      histories.set(customerId, [...(histories.get(customerId) ?? []), { on, minorBase }])
    }
    const summaries = summariseOrders(
      [...histories].map(([customerId, orders]) => ({ customerId, orders })),
      '2027-03-10',
    )
    const model = fitLifetime(summaries, { seed: 'sample', resamples: 40 })
    expect(model).toMatchObject({ value: { fittedOn: { customers: summaries.length } } })
  },
)
