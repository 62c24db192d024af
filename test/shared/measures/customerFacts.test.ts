import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitMinor } from '../../../shared/measures/facts/baseAmounts'
import type { CustomerRecords } from '../../../shared/measures/facts/customerRecords'
import { foldContext } from '../../../shared/measures/facts/foldContext'
import { foldCustomer } from '../../../shared/measures/facts/foldCustomer'
import { foldNotebook } from '../../../shared/measures/facts/foldNotebook'
import { rateTable } from '../../../shared/money/rates'
import { someone, usd } from './someone'

const at = (day: string, hour = 12): number => Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`)
const context = foldContext({
  base: 'USD',
  rates: rateTable([{ from: 'EUR', to: 'USD', rate: '1.1', on: '2027-01-01' }]),
  zone: 'Asia/Shanghai',
  touchpoints: [
    { id: 'canton', channelId: 'fairs' },
    { id: 'blog', channelId: 'site' },
  ],
  carriers: [{ id: 'list', handleKind: 'email' }, { id: 'site' }],
  products: [{ id: 'valve', name: 'Ball valve DN50', code: 'BV-50' }],
})
const customer = { id: 'c', createdAt: at('2027-01-05') }
const talk = (id: string, day: string, more: object) => ({
  id,
  customerId: 'c',
  personIds: [],
  kind: 'message' as const,
  direction: 'in' as const,
  at: at(day),
  ...more,
})
const line = (quantity: string, amount: number, more: object = {}) => ({
  productId: 'valve',
  description: 'valve',
  quantity,
  unitPrice: { amount, scale: 2, currency: 'USD' },
  ...more,
})
const order = (id: string, on: string, dollars: number, more: object = {}) => ({
  id,
  customerId: 'c',
  on,
  lines: [],
  total: usd(dollars),
  status: 'closed' as const,
  ...more,
})
const fold = (records: Omit<CustomerRecords, 'customer'>, more: object = {}) =>
  foldCustomer({ customer: { ...customer, ...more }, ...records }, context)

describe('the facts of a customer', () => {
  test('of an empty page are the day it was made and nothing else', () => {
    expect(fold({})).toEqual(someone({ steps: { met: '2027-01-05' } }))
  })

  test('tell the first day of every step from moves and documents, on our own clock', () => {
    const facts = fold({
      // Eight in the evening in London is the next day at home.
      interactions: [
        talk('1', '2027-01-10', {
          kind: 'met',
          direction: 'both',
          at: at('2027-01-10', 20),
          touchpointId: 'canton',
        }),
        talk('2', '2027-01-20', { kind: 'enquiry' }),
        talk('3', '2027-01-15', { kind: 'message' }),
        talk('n', '2027-03-01', { kind: 'note', direction: 'out', minutes: 30 }),
      ],
      stageMoves: [
        { customerId: 'c', to: 'quote', at: at('2027-01-25') },
        { customerId: 'c', to: 'lost', at: at('2027-02-20') },
      ],
      samples: [{ id: 's', customerId: 'c', on: '2027-01-22', what: ' bv-50 ' }],
      quotes: [{ id: 'q', customerId: 'c', on: '2027-01-28', lines: [], total: usd(5) }],
      orders: [order('o1', '2027-02-01', 100), order('o2', '2027-02-10', 50)],
    })
    expect(facts.steps).toEqual({
      met: '2027-01-11',
      engaged: '2027-01-15',
      enquiry: '2027-01-20',
      sample: '2027-01-22',
      quote: '2027-01-25',
      order: '2027-02-01',
      repeat: '2027-02-10',
    })
    expect(facts.history.map((move) => move.to)).toEqual(['quote', 'lost'])
    expect(facts.lastContactOn).toBe('2027-02-10')
    expect(facts.inboundOn).toEqual(['2027-01-15'])
    // A note of ours is no contact, but it took time.
    expect(facts.worked).toEqual([{ on: '2027-03-01', minutes: 30 }])
    expect(facts.products).toEqual([{ productId: 'valve', step: 'sampled', on: '2027-01-22' }])
    expect(facts.meetings).toEqual([{ touchpointId: 'canton', personKey: 'c', on: '2027-01-11' }])
  })

  test('a sample that names products by id is of these, whatever its words', () => {
    const sample = { id: 's', customerId: 'c', on: '2027-01-22', what: 'bv-50', productIds: ['pump', 'seal'] }
    expect(fold({ samples: [sample] }).products).toEqual([
      { productId: 'pump', step: 'sampled', on: '2027-01-22' },
      { productId: 'seal', step: 'sampled', on: '2027-01-22' },
    ])
  })

  test('of an imported buyer begin with the first order, not with the day the page was made', () => {
    expect(fold({ orders: [order('o', '2022-05-01', 10)] }).steps).toEqual({
      met: '2022-05-01',
      order: '2022-05-01',
    })
  })

  test('keep both sources of a merged customer, and those that no talk tells of', () => {
    const talks = [
      talk('1', '2027-01-10', { touchpointId: 'blog' }),
      talk('2', '2027-01-12', { channelId: 'platform' }),
      talk('3', '2027-01-14', { kind: 'note', touchpointId: 'canton' }),
    ]
    const facts = fold(
      { interactions: talks },
      { sourceTouchpointId: 'canton', furtherSourceIds: ['blog'], sourceChannelId: 'old agent' },
    )
    expect(facts.sources).toEqual([
      { channelId: 'old agent' },
      { touchpointId: 'canton', channelId: 'fairs' },
      { on: '2027-01-10', touchpointId: 'blog', channelId: 'site' },
      { on: '2027-01-12', channelId: 'platform' },
    ])
  })

  test('count no cancelled and no deleted order, and take what went back off the revenue', () => {
    const facts = fold({
      orders: [
        order('late', '2027-03-01', 300),
        order('first', '2027-02-01', 200),
        order('cancelled', '2027-01-01', 900, { status: 'cancelled' }),
        order('deleted', '2027-01-01', 900, { deletedAt: 1 }),
        order('credit note', '2027-03-05', -40),
      ],
      payments: [
        { customerId: 'c', orderId: 'first', on: '2027-03-10', amount: usd(25), kind: 'refund' },
        { customerId: 'c', orderId: 'cancelled', on: '2027-03-11', amount: usd(900), kind: 'refund' },
        { customerId: 'c', orderId: 'first', on: '2027-02-02', amount: usd(200), kind: 'deposit' },
      ],
    })
    expect(facts.orders.map((one) => [one.orderId, one.revenueMinor])).toEqual([
      ['first', 20_000],
      ['late', 30_000],
    ])
    expect(facts.credits).toEqual([
      { on: '2027-03-05', minor: -4000 },
      { on: '2027-03-10', minor: -2500 },
    ])
  })

  test('name a missing rate and leave the amount out, never taking it as 1', () => {
    const facts = fold({
      orders: [
        order('eur', '2027-01-15', 0, { total: { minor: 10_000, currency: 'EUR' } }),
        order('gbp', '2027-01-16', 0, { total: { minor: 10_000, currency: 'GBP' } }),
        order('pinned', '2027-01-17', 0, {
          total: { minor: 10_000, currency: 'GBP' },
          rate: { from: 'GBP', to: 'USD', rate: '1.25', on: '2027-01-17' },
        }),
      ],
    })
    expect(facts.orders.map((one) => one.revenueMinor)).toEqual([11_000, undefined, 12_500])
    expect(facts.missingRates).toEqual([{ from: 'GBP', to: 'USD', on: '2027-01-16' }])
  })

  test('know a margin only where every part of the cost is known', () => {
    const unitCost = { amount: 600, scale: 2, currency: 'USD' }
    const facts = fold({
      orders: [
        order('whole', '2027-01-01', 100, { costOfGoods: usd(70) }),
        order('lines', '2027-01-02', 100, { lines: [line('10', 1000, { unitCost })] }),
        order('half', '2027-01-03', 100, { lines: [line('5', 1000, { unitCost }), line('5', 1000)] }),
      ],
    })
    expect(facts.orders.map((one) => one.marginMinor)).toEqual([3000, 4000, undefined])
    expect(facts.products.map((one) => [one.on, one.revenueMinor, one.marginMinor])).toEqual([
      ['2027-01-02', 10_000, 4000],
      ['2027-01-03', 5000, 2000],
      ['2027-01-03', 5000, undefined],
    ])
  })

  test('tell who is on a carrier with consent, and since when no longer', () => {
    const consent = (id: string, day: string, state: 'given' | 'withdrawn', more: object = {}) => ({
      id,
      customerId: 'c',
      carrier: 'email' as const,
      purpose: 'newsletter' as const,
      state,
      at: at(day),
      ...more,
    })
    const joined = (personId: string, more: object = {}) => ({
      carrierId: 'list',
      customerId: 'c',
      personId,
      joinedAt: at('2027-01-10'),
      ...more,
    })
    const facts = fold({
      memberships: [
        joined('asked nobody'),
        joined('said yes', { touchpointId: 'canton', offerId: 'guide' }),
        joined('said no later'),
        joined('changed twice'),
        joined('on the site', { carrierId: 'site' }),
        joined('refused before'),
        joined('gone', { leftAt: at('2027-02-02') }),
      ],
      consents: [
        consent('1', '2027-01-10', 'given', { personId: 'said yes' }),
        consent('2', '2027-01-10', 'given', { personId: 'said no later' }),
        consent('3', '2027-03-01', 'withdrawn', { personId: 'said no later', purpose: 'followUp' }),
        consent('4', '2027-02-01', 'withdrawn', { personId: 'changed twice' }),
        consent('5', '2027-02-03', 'given', { personId: 'changed twice' }),
        consent('7', '2026-01-01', 'given', { personId: 'refused before' }),
        consent('8', '2026-06-01', 'withdrawn', { personId: 'refused before' }),
        consent('6', '2027-02-04', 'given', { personId: 'asked nobody', purpose: 'followUp' }),
      ],
    })
    expect(facts.memberships.map((one) => [one.personKey, one.consented, one.leftOn])).toEqual([
      ['asked nobody', false, undefined],
      ['said yes', true, undefined],
      ['said no later', true, '2027-03-01'],
      ['changed twice', true, undefined],
      ['on the site', true, undefined],
      // Put back on the list by an import: the old yes is no longer one.
      ['refused before', false, undefined],
      ['gone', false, '2027-02-02'],
    ])
    expect(facts.steps.joined).toBe('2027-01-10')
  })

  test('count a piece that was handed over and then mailed as one gift', () => {
    const engaged = (day: string, kind: 'delivered' | 'opened' | 'bounced', more: object) => ({
      customerId: 'c',
      kind,
      at: at(day),
      ...more,
    })
    const facts = fold({
      interactions: [
        talk('1', '2027-01-10', { kind: 'value', direction: 'out', contentId: 'guide' }),
        talk('2', '2027-01-11', { kind: 'value', direction: 'out' }),
        talk('3', '2027-01-12', { kind: 'value', direction: 'in' }),
      ],
      engagements: [
        engaged('2027-01-20', 'opened', { contentId: 'guide' }),
        engaged('2027-01-21', 'delivered', { campaign: 'January' }),
        engaged('2027-01-22', 'opened', { campaign: 'January' }),
        engaged('2027-01-23', 'bounced', { campaign: 'February' }),
      ],
    })
    expect(facts.gifts).toEqual([
      { on: '2027-01-10', contentId: 'guide' },
      { on: '2027-01-11' },
      { on: '2027-01-21' },
    ])
  })
})

describe('the facts of a notebook', () => {
  const tie = { id: 't', fromId: 'c', toId: 'peer', kind: 'referredBy' as const, createdAt: at('2027-02-01') }
  const tables = {
    customers: [
      customer,
      { id: 'peer', createdAt: at('2027-01-01') },
      { id: 'twin', createdAt: 1, deletedAt: 2, mergedIntoId: 'older twin' },
      { id: 'older twin', createdAt: 1, deletedAt: 2, mergedIntoId: 'c' },
      { id: 'deleted', createdAt: 1, deletedAt: 2 },
    ],
    orders: [
      order('o1', '2027-02-01', 10),
      order('o2', '2027-02-02', 20, { customerId: 'twin' }),
      order('o3', '2027-02-03', 40, { customerId: 'deleted' }),
      order('o4', '2027-02-04', 80, { customerId: 'nobody' }),
    ],
    relations: [tie, { ...tie, id: 'self', toId: 'twin' }, { ...tie, id: 'gone', deletedAt: 1 }],
  }

  test('follow a merge to the page that is left, and leave deleted customers out', () => {
    const facts = foldNotebook(tables, context)
    expect(facts.map((one) => [one.customerId, one.orders.map((own) => own.orderId)])).toEqual([
      ['c', ['o1', 'o2']],
      ['peer', []],
    ])
    expect(facts.map((one) => [one.referredById, one.referredCount, one.referredOn])).toEqual([
      ['peer', 0, undefined],
      [undefined, 1, '2027-02-01'],
    ])
  })

  test('are those of each customer folded alone', () => {
    const alone = foldCustomer({ customer, orders: tables.orders.slice(0, 2), relations: [tie] }, context)
    expect(foldNotebook(tables, context)[0]).toEqual(alone)
  })

  test('do not hang on merges that go round in a ring', () => {
    const ring = [
      { id: 'a', createdAt: 1, deletedAt: 2, mergedIntoId: 'b' },
      { id: 'b', createdAt: 1, deletedAt: 2, mergedIntoId: 'a' },
    ]
    expect(
      foldNotebook({ customers: ring, orders: [order('o', '2027-01-01', 1, { customerId: 'a' })] }, context),
    ).toEqual([])
  })
})

test('an amount that is cut by weights adds up to itself', () => {
  expect(splitMinor(100, [1, 1, 1])).toEqual([33, 34, 33])
  expect(splitMinor(-100, [1, 1, 1])).toEqual([-33, -34, -33])
  expect(splitMinor(100, [0, 0])).toEqual([0, 0])
  fc.assert(
    fc.property(
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 20 }),
      (minor, weights) => {
        const sum = splitMinor(minor, weights).reduce((total, part) => total + part, 0)
        expect(sum + 0).toBe(weights.some((weight) => weight > 0) ? minor : 0)
      },
    ),
  )
})
