import { expect, test } from 'vitest'
import { budgetUse } from '#shared/costs/budgetUse'
import { type PlaceQuestion, placeFigures, WHOLE } from '#shared/costs/placeFigures'
import {
  formOfTouchpoint,
  freshTouchpoint,
  type TouchpointForm,
  touchpointFromForm,
} from '#shared/costs/placeForm'
import { rateTable } from '#shared/money/rates'
import type { Cost } from '#shared/records/cost'
import type { Touchpoint } from '#shared/records/touchpoint'
import { ordered, places, someone, usd } from '../measures/someone'

const base = { schema: 2, rev: 1, createdAt: 0, updatedAt: 0, origin: 'person' } as const
const cost = (more: Partial<Cost>): Cost => ({
  ...base,
  id: 'cost',
  category: 'ads',
  amount: usd(100),
  on: '2026-05-01',
  ...more,
})
const atFair = { touchpointId: 'canton', channelId: 'fairs', on: '2026-04-15' }
const byAd = { touchpointId: 'valves', channelId: 'ads', on: '2026-05-02' }

const QUESTION: PlaceQuestion = {
  facts: [
    someone({
      customerId: 'a',
      sources: [atFair],
      steps: { met: '2026-04-15', enquiry: '2026-04-20' },
      orders: [ordered('2026-06-01', 3_000), ordered('2027-02-01', 500)],
    }),
    someone({
      customerId: 'b',
      sources: [atFair, byAd],
      steps: { met: '2026-04-15' },
      orders: [ordered('2026-07-01', 1_000)],
    }),
    someone({ customerId: 'c', sources: [byAd], steps: { met: '2026-05-02' } }),
  ],
  costs: [cost({ touchpointId: 'canton', amount: usd(2_000) }), cost({ channelId: 'ads', amount: usd(300) })],
  hours: [],
  touchpoints: [{ id: 'canton' }, { id: 'valves' }],
  channels: [{ id: 'fairs' }, { id: 'ads' }],
  places,
  period: { from: '2026-01-01', to: '2026-12-31' },
  model: 'firstTouch',
  view: 'cash',
  base: 'USD',
  rates: rateTable([]),
  hourMinor: undefined,
}
const shown = (key: string, more: Partial<PlaceQuestion> = {}) => {
  const found = placeFigures({ ...QUESTION, ...more }).get(key)
  return {
    leads: found?.leads,
    customers: found?.acquisition.newCustomers,
    cac: found?.acquisition.cac.value?.minor,
    revenue: found?.result.revenue.value?.minor,
    share: found?.costShare.value,
  }
}

test('a channel, a touchpoint and the whole notebook have cost and result side by side', () => {
  const fair = { leads: 2, customers: 2, cac: 1_000_00, revenue: 4_000_00, share: 0.5 }
  expect(shown('channel:fairs')).toEqual(fair)
  expect(shown('touchpoint:canton')).toEqual(fair)
  expect(shown('channel:ads')).toEqual({
    leads: 1,
    customers: 0,
    cac: undefined,
    revenue: 0,
    share: undefined,
  })
  expect(shown(WHOLE)).toEqual({ leads: 3, customers: 2, cac: 1_150_00, revenue: 4_000_00, share: 0.575 })
})

test('revenue cut among sources adds up to the whole, to the last cent', () => {
  const odd = QUESTION.facts.map((one) => ({
    ...one,
    orders: one.orders.map((order) => ({ ...order, revenueMinor: 333 })),
  }))
  const linear = { model: 'linear', facts: odd } as const
  const parts = ['channel:fairs', 'channel:ads'].map((key) => shown(key, linear).revenue ?? 0)
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(shown(WHOLE, linear).revenue)
})

test('a budget is used up by every cost of its touchpoint, in the currency of the budget', () => {
  const rates = rateTable([{ from: 'USD', to: 'CNY', rate: '7', on: '2026-05-01' }])
  const budget = { minor: 1_400_00, currency: 'CNY' }
  expect(budgetUse(budget, [cost({ amount: usd(100) })], 'USD', rates).share).toEqual({ value: 0.5 })
  expect(budgetUse(budget, [], 'USD', rates).share).toEqual({ value: 0 })
  expect(budgetUse(budget, [cost({ amount: { minor: 5, currency: 'EUR' } })], 'USD', rates).share.value).toBe(
    undefined,
  )
})

const FORM: TouchpointForm = {
  kind: 'campaign',
  name: ' Spring ',
  series: '',
  channelId: 'ads',
  country: '',
  startsOn: '',
  endsOn: '',
  budget: '5,000',
  currency: 'usd',
}

test('a campaign needs no more than a name; what is empty is taken off', () => {
  const plain = touchpointFromForm({ ...FORM, budget: '', currency: '' })
  expect(plain).toMatchObject({ ok: true, value: { name: 'Spring', channelId: 'ads', budget: undefined } })
  expect(touchpointFromForm(FORM)).toMatchObject({ value: { budget: usd(5_000), currency: 'USD' } })
})

test('a fair made here is ready for its first lead, on its own clock', () => {
  const fair = touchpointFromForm({ ...FORM, kind: 'fair', startsOn: '2026-10-15', endsOn: '2026-10-19' })
  if (!fair.ok) throw new Error(fair.error.code)
  const made = freshTouchpoint(fair.value, 'id', 'Asia/Shanghai')
  expect(made).toMatchObject({ id: 'id', zone: 'Asia/Shanghai', currency: 'USD' })
  expect(made.qualifiers?.length).toBeGreaterThan(0)
  const again = formOfTouchpoint({ ...base, ...made } as Touchpoint)
  expect(touchpointFromForm(again)).toEqual(fair)
})

test.each([
  [{ name: ' ' }, 'place.nameMissing', 'name'],
  [{ kind: 'fair' as const }, 'place.startMissing', 'startsOn'],
  [{ startsOn: '2026-10-15', endsOn: '2026-10-14' }, 'place.endsBeforeStart', 'endsOn'],
  [{ currency: '' }, 'cost.currencyUnknown', 'currency'],
  [{ budget: 'lots' }, 'cost.badAmount', 'budget'],
])('a touchpoint with %j is refused: %s', (more, code, field) => {
  expect(touchpointFromForm({ ...FORM, ...more })).toMatchObject({
    ok: false,
    error: { code, params: { field } },
  })
})
