import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acquiredKept } from '../../../shared/measures/acquiredKept'
import { acquisitionCost } from '../../../shared/measures/acquisitionCost'
import { ATTRIBUTION_MODELS } from '../../../shared/measures/attribution'
import { contentInfluence } from '../../../shared/measures/contentInfluence'
import { COST_VIEWS } from '../../../shared/measures/costViews'
import { dependence } from '../../../shared/measures/dependence'
import { drainageByTouchpoint } from '../../../shared/measures/drainage'
import type { CustomerFacts } from '../../../shared/measures/facts/customerFacts'
import { funnelAsOf } from '../../../shared/measures/funnel'
import { journeyOf, journeyTable } from '../../../shared/measures/journey'
import { listGrowth } from '../../../shared/measures/listGrowth'
import { nurturedVsCold } from '../../../shared/measures/nurturedVsCold'
import { ownedReach } from '../../../shared/measures/ownedReach'
import { productInterest } from '../../../shared/measures/productInterest'
import { referralTrees } from '../../../shared/measures/referralTree'
import { repeatRate } from '../../../shared/measures/repeatRate'
import { retentionCohorts } from '../../../shared/measures/retentionCohorts'
import { smileQuarters } from '../../../shared/measures/smileQuarters'
import { stepCosts } from '../../../shared/measures/stepCosts'
import { observedValue } from '../../../shared/measures/treeRings'
import { twoHalves } from '../../../shared/measures/twoHalves'
import { rateTable } from '../../../shared/money/rates'
import { COST_CATEGORIES } from '../../../shared/records/cost'
import { addDays } from '../../../shared/time/calendarDay'
import { places, someone } from './someone'

const today = '2027-12-31'
const day = fc.integer({ min: -400, max: 900 }).map((count) => addDays('2026-06-01', count))
const minor = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.constantFrom(0, undefined, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER),
)
const id = fc.constantFrom('a', 'b', 'c')
const maybe = fc.option(day, { nil: undefined })
const source = fc.record({ channelId: fc.constantFrom('fairs', 'ads', 'site', 'gone'), on: day })
const amounts = fc.record({ on: day, minor })
/** Facts of any kind, sensible or not; a few keys, so that they meet. */
const facts: fc.Arbitrary<CustomerFacts> = fc
  .record({
    sources: fc.array(source, { maxLength: 3 }),
    orders: fc.array(amounts, { maxLength: 4 }),
    credits: fc.array(amounts, { maxLength: 2 }),
    steps: fc.record({ met: maybe, joined: maybe, enquiry: maybe, quote: maybe, order: maybe }),
    gifts: fc.array(fc.record({ on: day, contentId: id }), { maxLength: 4 }),
    member: fc.array(fc.record({ carrierId: id, personKey: id, joinedOn: day, consented: fc.boolean() }), {
      maxLength: 2,
    }),
    worked: fc.array(fc.record({ on: day, minutes: fc.integer({ min: 0, max: 1e6 }) }), { maxLength: 2 }),
    referredById: fc.option(id, { nil: undefined }),
    staffId: id,
  })
  .map(({ orders, credits, steps, member, referredById, ...rest }) => ({
    ...someone(),
    ...rest,
    orders: orders
      .sort((a, b) => (a.on < b.on ? -1 : 1))
      .map(({ on, minor: revenueMinor }) =>
        plain({ orderId: on, on, revenueMinor, marginMinor: revenueMinor }),
      ),
    products: orders.map(({ on, minor: revenueMinor }) =>
      plain({ productId: 'valve', step: 'ordered' as const, on, revenueMinor }),
    ),
    engagements: rest.gifts.map((gift) => ({ ...gift, kind: 'opened' as const, personKey: 'a' })),
    credits: credits.map((credit) => plain(credit)),
    steps: plain(steps),
    memberships: member,
    meetings: member.map(({ personKey, joinedOn }) => ({ touchpointId: 'canton', personKey, on: joinedOn })),
    ...plain({ referredById }),
  }))

/** As facts are: what is unknown is absent. */
function plain<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return JSON.parse(JSON.stringify(fields))
}

/** Every number within a value, however deep, maps included. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  if (value instanceof Map) return [...value.values()].flatMap(numbersIn)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}

test('no measure of any notebook holds NaN or Infinity', () => {
  const cost = fc.record({
    on: day,
    category: fc.constantFrom(...COST_CATEGORIES),
    amount: fc.record({
      minor: minor.map((one) => one ?? 5),
      currency: fc.constantFrom('USD', 'EUR', 'XAF'),
    }),
    channelId: fc.constantFrom('fairs', 'ads'),
  })
  fc.assert(
    fc.property(
      fc.array(facts, { maxLength: 8 }),
      fc.array(cost, { maxLength: 4 }),
      fc.constantFrom(...ATTRIBUTION_MODELS),
      fc.constantFrom(...COST_VIEWS),
      (list, costs, model, view) => {
        const all = list.map((one, place) => ({ ...one, customerId: 'abcdefgh'.charAt(place) }))
        const period = { from: '2027-01-01', to: today }
        const rates = rateTable([{ from: 'EUR', to: 'USD', rate: '1.1', on: '2027-06-01' }])
        const question = {
          facts: all,
          costs,
          hours: [],
          scope: { channelId: 'fairs' },
          period,
          model,
          view,
          places,
          base: 'USD',
          rates,
          hourMinor: 100,
        }
        const figures = [
          acquisitionCost(question),
          stepCosts(question),
          smileQuarters(question),
          dependence(all, today, model, places, 'USD'),
          acquiredKept(all, today, model, places, 'USD'),
          twoHalves(all, period, today, model),
          ownedReach(all, today),
          funnelAsOf(all, today, 0),
          journeyTable(all.map((one) => journeyOf(one, today))),
          drainageByTouchpoint(all, today),
          listGrowth(all, today),
          nurturedVsCold(all, today, 'USD'),
          contentInfluence(all, new Map(), 'piece', today, 'USD'),
          repeatRate(all, today),
          retentionCohorts(all, today, 'USD'),
          referralTrees(all, today, 'USD'),
          productInterest(all, new Map([['valve', { name: 'Valve' }]]), today, 'USD'),
          ...all.map((one) => observedValue(one, today, 'USD')),
        ]
        expect(numbersIn(figures).filter((one) => !Number.isFinite(one))).toEqual([])
      },
    ),
  )
})
