import { describe, expect, test } from 'vitest'
import { type AcquisitionQuestion, acquisitionCost } from '../../../shared/measures/acquisitionCost'
import { contentInfluence } from '../../../shared/measures/contentInfluence'
import { costPer } from '../../../shared/measures/costPer'
import { dilution } from '../../../shared/measures/dilution'
import { drainageByOffer } from '../../../shared/measures/drainage'
import { foldContext } from '../../../shared/measures/facts/foldContext'
import { foldNotebook, type NotebookTables } from '../../../shared/measures/facts/foldNotebook'
import { figure } from '../../../shared/measures/figure'
import { fairLeads } from '../../../shared/measures/firstTouch'
import { firstTouchSpeed } from '../../../shared/measures/firstTouchSpeed'
import { nurturedVsCold } from '../../../shared/measures/nurturedVsCold'
import type { PlacedCost } from '../../../shared/measures/places'
import { productInterest } from '../../../shared/measures/productInterest'
import { referralTrees } from '../../../shared/measures/referralTree'
import { costElasticity, costShare } from '../../../shared/measures/smileCurve'
import { stepCosts } from '../../../shared/measures/stepCosts'
import { trafficChain } from '../../../shared/measures/trafficChain'
import { observedValue } from '../../../shared/measures/treeRings'
import { whatIfCac } from '../../../shared/measures/whatIfCac'
import { rateTable } from '../../../shared/money/rates'
import type { Money } from '../../../shared/money/values'
import { ordered, places, someone, usd } from './someone'

const cny = (yuan: number): Money => ({ minor: Math.round(yuan * 100), currency: 'CNY' })
const noRates = rateTable([])
const at = (day: string): number => Date.parse(`${day}T04:00:00Z`)
const context = foldContext({
  base: 'USD',
  rates: noRates,
  zone: 'Asia/Shanghai',
  touchpoints: [{ id: 'canton', channelId: 'fairs' }],
  carriers: [{ id: 'list', handleKind: 'email' }],
  products: [
    { id: 'valve', name: 'Valve' },
    { id: 'hose', name: 'Hose' },
  ],
})
const order = (id: string, customerId: string, on: string, dollars: number, productId = 'valve') => ({
  id,
  customerId,
  on,
  status: 'closed' as const,
  total: usd(dollars),
  lines: [
    { productId, description: '', quantity: '1', unitPrice: { amount: dollars, scale: 0, currency: 'USD' } },
  ],
})
const talk = (
  id: string,
  customerId: string,
  on: string,
  kind: 'met' | 'value' | 'enquiry',
  more: object = {},
) => ({
  id,
  customerId,
  personIds: [],
  kind,
  direction: kind === 'value' ? ('out' as const) : ('in' as const),
  at: at(on),
  ...more,
})

describe('the worked figures of the essays', () => {
  test('item 4: one customer orders 50,000, then 200,000, then another category, and refers a peer', () => {
    const tables: NotebookTables = {
      customers: [
        { id: 'tree', createdAt: at('2022-01-01') },
        { id: 'peer', createdAt: at('2026-05-01') },
      ],
      orders: [
        order('1', 'tree', '2022-03-01', 50_000),
        order('2', 'tree', '2023-06-01', 200_000),
        order('3', 'tree', '2024-09-01', 30_000, 'hose'),
        order('4', 'peer', '2026-08-01', 40_000),
      ],
      relations: [{ id: 'r', fromId: 'peer', toId: 'tree', kind: 'referredBy', createdAt: at('2026-05-01') }],
    }
    const facts = foldNotebook(tables, context)
    const value = observedValue(facts[0] ?? someone(), '2027-02-28', 'USD')
    expect(value.revenue).toEqual(figure(usd(280_000)))
    expect(value.rings.map((ring) => [ring.year, ring.revenue.value])).toEqual([
      [1, usd(50_000)],
      [2, usd(200_000)],
      [3, usd(30_000)],
      [4, usd(0)],
      [5, usd(0)],
    ])
    const products = new Map([
      ['valve', { name: 'Valve' }],
      ['hose', { name: 'Hose' }],
    ])
    expect(
      productInterest(facts, products, '2027-02-28', 'USD').map((one) => [one.line, one.ordered]),
    ).toEqual([
      ['Valve', 2],
      ['Hose', 1],
    ])
    expect(referralTrees(facts, '2027-02-28', 'USD').nodes.get('tree')).toMatchObject({
      descendants: 1,
      value: figure(usd(40_000)),
    })
  })

  test('item 5: what a channel costs is all that it costs, and content is no part of its clicks', () => {
    const on = '2027-04-15'
    const spent = (category: PlacedCost['category'], dollars: number, more: object = {}) => ({
      on,
      category,
      amount: usd(dollars),
      ...more,
    })
    const here = { touchpointId: 'canton' }
    const costs = [
      spent('booth', 10_000, here),
      spent('build', 4000, here),
      spent('travel', 3000, here),
      spent('lodging', 2000, here),
      spent('freight', 1500, here),
      spent('samples', 500, here),
      spent('staffDays', 4000, here),
      spent('ads', 700, { channelId: 'ads' }),
      spent('content', 900),
    ]
    const total = (scope: object) =>
      stepCosts({
        facts: [],
        costs,
        scope,
        period: { from: '2027-01-01', to: '2027-12-31' },
        model: 'firstTouch',
        view: 'cash',
        places,
        base: 'USD',
        rates: noRates,
      }).cost.total
    expect([total({ channelId: 'fairs' }), total({ channelId: 'ads' })]).toEqual([
      figure(usd(25_000)),
      figure(usd(700)),
    ])
  })

  test('item 6: CNY 100,000 of keywords is 50 a click, 2,000 an enquiry, 33,333 an order, 50,000 with two', () => {
    const spend = figure(cny(100_000))
    expect([
      costPer(spend, 2000, 'click'),
      costPer(spend, 50, 'enquiry'),
      costPer(spend, 3, 'order'),
      costPer(spend, 2, 'order'),
    ]).toEqual([figure(cny(50)), figure(cny(2000)), figure(cny(33_333.33)), figure(cny(50_000))])
  })

  test('item 7: cost five times, deep negotiations a tenth: five times as dear a card, fifty times as dear a deal', () => {
    const before = { cost: figure(cny(100_000)), cards: 400, deepNegotiations: 100 }
    const after = { cost: figure(cny(500_000)), cards: 400, deepNegotiations: 10 }
    expect(dilution(before, after)).toEqual({
      perCard: { previous: figure(cny(250)), current: figure(cny(1250)), ratio: figure(5) },
      perDeepNegotiation: { previous: figure(cny(1000)), current: figure(cny(50_000)), ratio: figure(50) },
    })
  })

  test('item 9: 1,000,000 for 1,000 customers is 1,000, then 833.33, then 714.29', () => {
    const question = {
      spend: cny(1_000_000),
      newCustomers: 1000,
      referred: 200,
      upliftPercent: '20',
      existingCustomers: 1000,
    }
    expect(whatIfCac(question)).toEqual({
      plain: figure(cny(1000)),
      withReferred: figure(cny(833.33)),
      withRepurchase: figure(cny(714.29)),
    })
  })

  test('item 10: twice the revenue for 30 % more cost is an elasticity of 0.379', () => {
    expect(costElasticity({ cost: 100, revenue: 1000 }, { cost: 130, revenue: 2000 }).value).toBeCloseTo(
      0.379,
      3,
    )
    expect(costShare({ cost: 130, revenue: 2000 })).toEqual(figure(0.065))
  })

  test('item 6 again, from the records: 2,000 clicks, 50 enquiries, 3 orders', () => {
    const ads = [{ channelId: 'ads', on: '2027-02-01' }]
    const enquiry = someone({ sources: ads, steps: { met: '2027-02-01', enquiry: '2027-02-01' } })
    const buyer = { ...enquiry, orders: [ordered('2027-03-01', 1)] }
    const { rows } = stepCosts({
      facts: [...Array.from({ length: 47 }, () => enquiry), buyer, buyer, buyer],
      costs: [{ on: '2027-02-01', category: 'ads', amount: cny(100_000), channelId: 'ads' }],
      scope: { channelId: 'ads' },
      period: { from: '2027-01-01', to: '2027-12-31' },
      model: 'firstTouch',
      view: 'cash',
      places,
      base: 'CNY',
      rates: noRates,
    })
    expect(rows.filter((row) => ['enquiry', 'order'].includes(row.what))).toEqual([
      { what: 'enquiry', count: 50, each: figure(cny(2000)) },
      { what: 'order', count: 3, each: figure(cny(33_333.33)) },
    ])
    expect(trafficChain({ visits: 2000, enquiries: 50, orders: 3 }).enquiryRate).toEqual(figure(0.025))
  })

  test('item 8: the longer the way from enquiry to order, the dearer the customer, at the same direct cost', () => {
    const buyer = (hours: number) =>
      someone({
        sources: [{ channelId: 'ads', on: '2027-02-01' }],
        steps: { met: '2027-02-01', enquiry: '2027-02-01', order: '2027-09-01' },
        orders: [ordered('2027-09-01', 1)],
        worked: [{ on: '2027-05-01', minutes: hours * 60 }],
      })
    const ask = (hours: number) => {
      const question: AcquisitionQuestion = {
        facts: [buyer(hours)],
        costs: [{ on: '2027-02-01', category: 'ads', amount: usd(500), channelId: 'ads' }],
        hours: [],
        scope: { channelId: 'ads' },
        period: { from: '2027-01-01', to: '2027-12-31' },
        model: 'firstTouch',
        view: 'cash',
        places,
        base: 'USD',
        rates: noRates,
        hourMinor: 4000,
      }
      const { cac, fullCycleCac } = acquisitionCost(question)
      return [cac, fullCycleCac]
    }
    expect(ask(5)).toEqual([figure(usd(500)), figure(usd(700))])
    expect(ask(20)).toEqual([figure(usd(500)), figure(usd(1300))])
  })

  test('item 18: after a fair, one letter with one good piece: who got it, who read it, what came of it', () => {
    const talks = [
      talk('m1', 'anna', '2027-04-15', 'met', { touchpointId: 'canton', offerId: 'guide' }),
      talk('m2', 'bo', '2027-04-15', 'met', { touchpointId: 'canton', offerId: 'guide' }),
      talk('v1', 'anna', '2027-04-15', 'value', { at: at('2027-04-15') + 3_600_000, contentId: 'pdf' }),
      talk('v2', 'bo', '2027-04-17', 'value', { contentId: 'pdf' }),
    ]
    const tables: NotebookTables = {
      customers: [
        { id: 'anna', createdAt: at('2027-04-15') },
        { id: 'bo', createdAt: at('2027-04-15') },
      ],
      interactions: talks,
      engagements: [{ customerId: 'anna', kind: 'opened', at: at('2027-04-16'), contentId: 'pdf' }],
      memberships: [
        {
          carrierId: 'list',
          customerId: 'anna',
          joinedAt: at('2027-04-16'),
          offerId: 'guide',
          consentId: 'yes',
        },
      ],
      orders: [order('1', 'anna', '2027-06-01', 9000)],
    }
    const facts = foldNotebook(tables, context)
    expect(firstTouchSpeed(fairLeads('canton', talks), at('2027-04-20'))).toEqual({
      medianHours: figure(24.5),
      within24h: figure(0.5),
      within48h: figure(1),
    })
    expect(contentInfluence(facts, new Map(), 'piece', '2027-12-31', 'USD').get('pdf')).toMatchObject({
      delivered: 2,
      opened: 1,
      orders: 1,
      revenue: figure(usd(9000)),
    })
    expect(drainageByOffer(facts, '2027-12-31').get('guide')?.rate).toEqual(figure(0.5))
  })

  test('item 20: half a year of our letters before the enquiry: five of ten buy, in 20 days; of cold ones one, in 60', () => {
    const months = ['01', '02', '03', '04', '05', '06']
    const names = (side: string) => Array.from({ length: 10 }, (_, place) => `${side}${place}`)
    const readers = names('reader')
    const cold = names('cold')
    const tables: NotebookTables = {
      customers: [...readers, ...cold].map((id) => ({ id, createdAt: at('2027-01-01') })),
      interactions: [...readers, ...cold].map((id) => talk(`e ${id}`, id, '2027-07-01', 'enquiry')),
      engagements: readers.flatMap((customerId) =>
        months.map((month) => ({
          customerId,
          kind: 'opened' as const,
          at: at(`2027-${month}-05`),
          campaign: `Letter ${month}`,
        })),
      ),
      orders: [
        ...readers.slice(0, 5).map((id) => order(`o ${id}`, id, '2027-07-21', 8000)),
        order('o cold', 'cold0', '2027-08-30', 5000),
      ],
    }
    const answer = nurturedVsCold(foldNotebook(tables, context), '2027-12-31', 'USD')
    expect([answer.nurtured.conversion, answer.cold.conversion]).toEqual([figure(0.5), figure(0.1)])
    expect([answer.nurtured.meanFirstOrder, answer.cold.meanFirstOrder]).toEqual([
      figure(usd(8000)),
      figure(usd(5000)),
    ])
    expect([answer.timesAsOften, answer.daysSooner]).toEqual([figure(5), figure(-40)])
  })
})
