import { expect, test } from 'vitest'
import { rateGaps } from '#shared/insights/rateGaps'
import { rateTable } from '#shared/money/rates'
import type { Cost } from '#shared/records/cost'
import { someone } from '../measures/someone'

const cost = (currency: string, on: string, minor: number): Cost => ({
  id: `${currency}${on}`,
  schema: 1,
  rev: 1,
  createdAt: 0,
  updatedAt: 0,
  origin: 'person',
  category: 'ads',
  amount: { minor, currency },
  on,
})

test('every pair that lacks rates is told once, with its days and how old the newest rate is', () => {
  const rates = rateTable([{ from: 'EUR', to: 'USD', rate: '1.1', on: '2026-01-01' }], { rateMaxAgeDays: 10 })
  const facts = [
    someone({ missingRates: [{ from: 'KRW', to: 'USD', on: '2026-03-01' }] }),
    someone({ missingRates: [{ from: 'KRW', to: 'USD', on: '2026-02-01' }] }),
  ]
  const costs = [
    cost('EUR', '2026-01-11', 100),
    cost('EUR', '2026-01-12', 100),
    // Not known yet, and no rate needed.
    cost('GBP', '2026-01-12', 0),
    cost('USD', '2026-01-12', 100),
  ]
  const stale = { from: 'EUR', to: 'USD', on: '2026-01-12', newestOn: '2026-01-01', maxAgeDays: 10 }
  expect(rateGaps({ facts, costs, base: 'USD', rates })).toEqual([
    {
      from: 'KRW',
      to: 'USD',
      days: 2,
      first: '2026-02-01',
      last: '2026-03-01',
      latest: { from: 'KRW', to: 'USD', on: '2026-03-01' },
    },
    { from: 'EUR', to: 'USD', days: 1, first: '2026-01-12', last: '2026-01-12', latest: stale },
  ])
})
