import { expect, test } from 'vitest'
import { planRates, type RateChoice, rateChanges } from '#shared/costs/rateImport'
import type { RateSheet } from '#shared/importing/rates/rateSeries'
import type { Rate } from '#shared/records/cost'

const sheet: RateSheet = {
  layout: 'columns',
  series: [
    {
      currency: 'USD',
      // Friday, Monday, Tuesday, and a day of the month before.
      on: ['2026-11-27', '2026-11-30', '2026-12-01', '2026-10-30'],
      rates: ['1.0765', '1.0800', '1.0810', '1.06'],
    },
    { currency: 'JPY', on: ['2026-11-27'], rates: ['162.45'] },
    { currency: 'EUR', on: ['2026-11-27'], rates: ['1'] },
  ],
  dropped: [],
  droppedCount: 0,
}
const choice: RateChoice = {
  base: 'EUR',
  direction: 'ofBase',
  currencies: new Set(['USD', 'EUR']),
  from: '2026-11-01',
  step: 'day',
}
const rate = (id: string, on: string, text: string): Rate => ({
  id,
  schema: 1,
  rev: 1,
  createdAt: 0,
  updatedAt: 0,
  origin: 'person',
  from: 'EUR',
  to: 'USD',
  rate: text,
  on,
})

test('new rates are added, other numbers for the same day restated, the same ones left alone', () => {
  const known = [rate('a', '2026-11-27', '1.07650'), rate('b', '2026-11-30', '1.1')]
  const plan = planRates(sheet, choice, known)
  expect(plan).toEqual({
    added: [{ from: 'EUR', to: 'USD', rate: '1.0810', on: '2026-12-01' }],
    changed: [{ rate: known[1], to: '1.0800' }],
    same: 1,
  })
  const changes = rateChanges(plan, 5, () => 'new')
  expect(changes.map(({ id, after }) => [id, after.rate])).toEqual([
    ['new', '1.0810'],
    ['b', '1.0800'],
  ])
  // Taken in again it changes nothing.
  const table = [...known.slice(0, 1), rate('b', '2026-11-30', '1.08'), rate('new', '2026-12-01', '1.0810')]
  expect(planRates(sheet, choice, table)).toEqual({ added: [], changed: [], same: 3 })
})

test('of each week or month the last rate is taken', () => {
  const days = (step: RateChoice['step']) =>
    planRates(sheet, { ...choice, from: '2026-01-01', step }, []).added.map(({ on }) => on)
  expect(days('week')).toEqual(['2026-10-30', '2026-11-27', '2026-12-01'])
  expect(days('month')).toEqual(['2026-10-30', '2026-11-30', '2026-12-01'])
})

test('the person says which way round rates of one currency are; a pair says it itself', () => {
  const inBase = planRates(sheet, { ...choice, direction: 'inBase', from: '2026-12-01' }, [])
  expect(inBase.added).toEqual([{ from: 'USD', to: 'EUR', rate: '1.0810', on: '2026-12-01' }])
  const pair: RateSheet = {
    ...sheet,
    series: [{ currency: 'USD', against: 'CNY', on: ['2026-12-01'], rates: ['7.1'] }],
  }
  expect(planRates(pair, choice, []).added).toEqual([
    { from: 'USD', to: 'CNY', rate: '7.1', on: '2026-12-01' },
  ])
})
