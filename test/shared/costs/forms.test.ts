import { describe, expect, test } from 'vitest'
import { costFromForm, EMPTY_COST_FORM, formOfCost } from '#shared/costs/costForm'
import { rateFromForm } from '#shared/costs/rateForm'
import { moneyFromTyped, rateFromTyped } from '#shared/costs/typedNumber'
import { costSchema } from '#shared/records/cost'
import { testId } from '../changes/memoryNotebook'

const FORM = {
  ...EMPTY_COST_FORM,
  category: 'booth' as const,
  amount: '18,000',
  currency: 'cny',
  on: '2026-11-18',
  note: ' corner ',
}

describe('an amount as it is typed', () => {
  test.each([
    ['18,000', 'CNY', 18_000_00],
    ['18 000.50', 'CNY', 18_000_50],
    ['1.234,50', 'EUR', 1_234_50],
    ['12万', 'CNY', 120_000_00],
    ['152.3', 'USD', 152_30],
    ['1500.00', 'JPY', 1500],
    ['7.180', 'KWD', 7180],
    ['', 'CNY', 0],
  ])('%j in %s is %d of its smallest units', (typed, currency, minor) => {
    expect(moneyFromTyped(typed, currency)).toEqual({ ok: true, value: { minor, currency } })
  })

  test.each([
    ['1.500', 'CNY', 'cost.tooManyPlaces'],
    ['1.500', 'JPY', 'cost.tooManyPlaces'],
    ['a lot', 'CNY', 'cost.badAmount'],
    ['12 %', 'CNY', 'cost.badAmount'],
    ['-5', 'CNY', 'cost.negative'],
    ['99999999999999999999', 'CNY', 'money.tooLarge'],
  ])('%j in %s is refused instead of guessed at', (typed, currency, code) => {
    expect(moneyFromTyped(typed, currency)).toMatchObject({ ok: false, error: { code } })
  })
})

test.each([
  ['7.18', '7.18'],
  ['7,18', '7.18'],
  ['23500', '23500'],
  ['23,500.5', '23500.5'],
])('the rate %j is %s', (typed, rate) => {
  expect(rateFromTyped(typed)).toEqual({ ok: true, value: rate })
})

test.each([
  ['23,500', 'rate.unclear'],
  ['0', 'rate.badRate'],
  ['0.000', 'rate.badRate'],
  ['-1', 'rate.badRate'],
  ['about 7', 'rate.badRate'],
])('the rate %j is refused: %s', (typed, code) => {
  expect(rateFromTyped(typed)).toEqual({ ok: false, error: { code } })
})

describe('a cost', () => {
  test('pays for days that it names', () => {
    const term = { coversFrom: '2026-12-01', coversTo: '2027-11-30' }
    expect(costFromForm({ ...FORM, ...term })).toMatchObject({ ok: true, value: term })
    // The first day is then its own.
    expect(costFromForm({ ...FORM, coversTo: '2026-11-18' })).toMatchObject({ ok: true })
    // Content lasts for twelve months from there unless somebody says otherwise.
    const content = { ...FORM, category: 'content' as const, coversFrom: '2026-12-01' }
    expect(costFromForm(content)).toMatchObject({ ok: true })
  })

  test.each([
    [{ coversFrom: '2026-12-01' }, 'cost.termOpen'],
    [{ coversTo: '2026-11-17' }, 'cost.termBackwards'],
    [{ coversFrom: '2026-12-02', coversTo: '2026-12-01' }, 'cost.termBackwards'],
  ])('with the term %j is refused: %s', (term, code) => {
    expect(costFromForm({ ...FORM, ...term })).toMatchObject({
      error: { code, params: { field: 'coversTo' } },
    })
  })

  test('of the form has its amount, its day and a trimmed note', () => {
    expect(costFromForm(FORM)).toEqual({
      ok: true,
      value: {
        category: 'booth',
        on: '2026-11-18',
        note: 'corner',
        amount: { minor: 18_000_00, currency: 'CNY' },
        staffDays: undefined,
      },
    })
  })

  test('of staff days is days times price, and comes back into the form as it was', () => {
    const typed = { ...FORM, category: 'staffDays' as const, amount: '', days: '1,5', dayPrice: '800' }
    const fields = costFromForm(typed)
    if (!fields.ok) throw new Error(fields.error.code)
    const { amount, staffDays } = fields.value
    expect(amount).toEqual({ minor: 1_200_00, currency: 'CNY' })
    const record = costSchema.parse({
      ...{ id: testId(1), schema: 1, rev: 1, createdAt: 1, updatedAt: 1, origin: 'person' },
      ...{ category: 'staffDays', on: FORM.on, amount, staffDays },
    })
    expect(formOfCost(record)).toEqual({
      ...typed,
      amount: '1200.00',
      currency: 'CNY',
      note: '',
      days: '1.5',
      dayPrice: '800.00',
    })
  })

  test.each([
    [{ currency: 'yuan' }, 'cost.currencyUnknown', 'currency'],
    [{ on: '' }, 'cost.dayMissing', 'on'],
    [{ on: '2026-02-30' }, 'cost.dayMissing', 'on'],
    [{ amount: 'x' }, 'cost.badAmount', 'amount'],
    [{ category: 'staffDays', days: 'six' }, 'cost.badDays', 'days'],
    [{ category: 'staffDays', days: '6', dayPrice: 'x' }, 'cost.badAmount', 'dayPrice'],
  ])('with %j is refused as %s at %s', (patch, code, field) => {
    expect(costFromForm({ ...FORM, ...patch } as typeof FORM)).toMatchObject({
      ok: false,
      error: { code, params: { field } },
    })
  })
})

test('a rate needs two currencies, a number and a day', () => {
  const form = { from: 'usd', to: 'CNY', rate: '7.18', on: '2026-11-01' }
  expect(rateFromForm(form)).toEqual({ ok: true, value: { ...form, from: 'USD' } })
  const codes = [{ from: 'x' }, { to: 'usd' }, { rate: '' }, { on: 'x' }].map((patch) => {
    const read = rateFromForm({ ...form, ...patch })
    return read.ok ? undefined : read.error.code
  })
  expect(codes).toEqual(['rate.currencyUnknown', 'rate.sameCurrency', 'rate.badRate', 'rate.dayMissing'])
})
