import { expect, test } from 'vitest'
import { WORKED_EXAMPLE, whatIfFromForm, whatIfStart } from '#shared/costs/whatIfForm'
import { whatIfCac } from '#shared/measures/whatIfCac'
import { ordered, someone } from '../measures/someone'

test('the worked example comes out to the cent: 1,000, then 833.33, then 714.29', () => {
  const question = whatIfFromForm(WORKED_EXAMPLE, 'CNY')
  if (!question.ok) throw new Error(question.error.code)
  const { plain, withReferred, withRepurchase } = whatIfCac(question.value)
  expect([plain, withReferred, withRepurchase].map(({ value }) => value?.minor)).toEqual([
    1_000_00, 833_33, 714_29,
  ])
})

test.each([
  [{ newCustomers: '1.5' }, 'whatIf.badCount', 'newCustomers'],
  [{ existingCustomers: '' }, 'whatIf.badCount', 'existingCustomers'],
  [{ upliftPercent: '-5' }, 'whatIf.badPercent', 'upliftPercent'],
  [{ spend: 'much' }, 'cost.badAmount', 'spend'],
])('%j is refused: %s', (more, code, field) => {
  expect(whatIfFromForm({ ...WORKED_EXAMPLE, ...more }, 'CNY')).toMatchObject({
    ok: false,
    error: { code, params: { field } },
  })
})

test('it begins with who was won in the period, by us or by a customer, and who was there before', () => {
  const facts = [
    someone({ orders: [ordered('2025-12-31', 1), ordered('2026-05-01', 1)] }),
    someone({ orders: [ordered('2026-01-01', 1)] }),
    someone({ orders: [ordered('2026-12-31', 1)], referredById: 'a' }),
    someone({ orders: [ordered('2027-01-01', 1)] }),
    someone(),
  ]
  expect(whatIfStart(facts, { from: '2026-01-01', to: '2026-12-31' })).toEqual({
    newCustomers: 1,
    referred: 1,
    existingCustomers: 1,
  })
})
