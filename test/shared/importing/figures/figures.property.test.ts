import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ImportFigure } from '#shared/importing/domainParts'
import { figureKey, readFigureKey } from '#shared/importing/figureKey'
import type { ImportRecord } from '#shared/importing/importRecord'
import { DUPLICATE_RULES } from '#shared/importing/resolveRow'
import { sumFigures } from '#shared/importing/sumFigures'
import { PlainNotebook, planFile, tally } from '../plan/planning'

const days = ['2026-09-01', '2026-09-02', '2026-09-15', '2026-09-30']
const period = fc
  .tuple(fc.constantFrom(...days), fc.constantFrom(...days))
  .map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a }))
const name = fc.record({
  book: fc.constantFrom('google-ads', 'ga4-traffic/site|two', '账户'),
  level: fc.constantFrom('', 'campaign', 'line'),
  subject: fc.oneof(fc.constantFrom('', 'Search', 'a|b', 'x'.repeat(400)), fc.string({ maxLength: 8 })),
})
const money = fc.record({ minor: fc.integer({ min: 1, max: 1e9 }), currency: fc.constantFrom('USD', 'CNY') })
const counts = fc.record(
  {
    impressions: fc.nat(1e6),
    visitors: fc.nat(100),
    conversions: fc.double({ min: 0, max: 9, noNaN: true }),
    revenue: money,
  },
  { requiredKeys: [] },
)
const cost = fc.record({ amount: money, category: fc.constantFrom('ads' as const, 'booth' as const) })
const figure: fc.Arbitrary<ImportFigure> = fc.record(
  { name, period, cost, counts },
  { requiredKeys: ['name', 'period'] },
)
const file = fc
  .array(figure, { maxLength: 20 })
  .map((figures) =>
    sumFigures(
      figures.map(
        (one, row): ImportRecord => ({ row, handles: [], channel: 'google-ads', figure: one, extra: {} }),
      ),
    ),
  )

test('figures that were taken in plan nothing the second time and can be taken back, whatever stood there before', () => {
  void fc.assert(
    fc.property(file, file, fc.constantFrom(...DUPLICATE_RULES), (older, records, duplicates) => {
      const notebook = new PlainNotebook()
      notebook.apply(planFile(notebook, older, { duplicates }).changes)
      const before = notebook.canonical()
      const first = planFile(notebook, records, { duplicates })
      notebook.apply(first.changes)
      notebook.takeBack(first.changes)
      expect(notebook.canonical()).toEqual(before)
      notebook.takeForth(first.changes)
      const again = planFile(notebook, records, { duplicates, at: 1_800_000_000_000 })
      expect(again.changes).toEqual([])
      const { new: made = 0, update = 0 } = tally(again.rows)
      expect([made, update]).toEqual([0, 0])
    }),
    { numRuns: 200 },
  )
})

test('a name and its days make one key, short enough for a record, that says its days again', () => {
  void fc.assert(
    fc.property(figure, figure, (a, b) => {
      const key = figureKey(a)
      expect(key.length).toBeLessThanOrEqual(300)
      expect(readFigureKey(key)?.period).toEqual(a.period)
      const isSame = JSON.stringify([a.name, a.period]) === JSON.stringify([b.name, b.period])
      expect(key === figureKey(b)).toBe(isSame)
    }),
  )
})

test('adding rows up keeps all money of each currency', () => {
  const total = (records: readonly ImportRecord[], currency: string) =>
    records.reduce((sum, { figure: one }) => {
      const amount = one?.cost?.amount
      return sum + (amount?.currency === currency ? amount.minor : 0)
    }, 0)
  void fc.assert(
    fc.property(fc.array(figure, { maxLength: 20 }), (figures) => {
      const records = figures.map((one, row): ImportRecord => ({ row, handles: [], figure: one, extra: {} }))
      for (const currency of ['USD', 'CNY'])
        expect(total(sumFigures(records), currency)).toBe(total(records, currency))
    }),
  )
})
