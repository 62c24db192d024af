import { expect, test } from 'vitest'
import { type CostFilter, EVERY_COST, filterCosts } from '#shared/costs/costFilter'
import { placeKeyOf, placeOfKey } from '#shared/costs/costPlace'
import type { Cost } from '#shared/records/cost'

const base = { schema: 2, rev: 1, createdAt: 0, updatedAt: 0, origin: 'person' } as const
const usd = (minor: number) => ({ minor, currency: 'USD' })
const COSTS: readonly Cost[] = [
  { ...base, id: 'booth', category: 'booth', amount: usd(9), on: '2026-11-18', attachmentIds: ['a'] },
  {
    ...base,
    id: 'year',
    category: 'platformFee',
    amount: usd(9),
    on: '2026-01-05',
    coversFrom: '2026-02-01',
    coversTo: '2027-01-31',
    channelId: 'ali',
  },
  {
    ...base,
    id: 'ads',
    category: 'ads',
    amount: usd(9),
    on: '2026-06-01',
    campaign: 'Gift sets DE',
    country: 'DE',
  },
]
const kept = (filter: Partial<CostFilter>) =>
  filterCosts(COSTS, { ...EVERY_COST, ...filter }, ({ channelId }) =>
    channelId === 'ali' ? 'Alibaba' : '',
  ).map(({ id }) => id)

test('an empty filter lets every cost through', () => {
  expect(kept({})).toEqual(['booth', 'year', 'ads'])
})

test('words may stand in the campaign, the country or the name of the place, in any case and order', () => {
  expect(kept({ words: 'de gift' })).toEqual(['ads'])
  expect(kept({ words: 'ALIBABA' })).toEqual(['year'])
  expect(kept({ words: 'gift alibaba' })).toEqual([])
})

test('a cost is within days when it was paid or pays for one of them', () => {
  expect(kept({ from: '2026-12-01' })).toEqual(['year'])
  expect(kept({ to: '2026-01-31' })).toEqual(['year'])
  expect(kept({ from: '2026-06-01', to: '2026-06-01' })).toEqual(['year', 'ads'])
  expect(kept({ from: '2027-02-01' })).toEqual([])
})

test('category and missing receipt narrow together', () => {
  expect(kept({ category: 'booth' })).toEqual(['booth'])
  expect(kept({ category: 'booth', withoutReceipt: true })).toEqual([])
  expect(kept({ withoutReceipt: true })).toEqual(['year', 'ads'])
})

test('a place is one word and comes back as what it was', () => {
  expect(placeKeyOf({ touchpointId: 't', channelId: 'c' })).toBe('touchpoint:t')
  expect(placeOfKey('touchpoint:t')).toEqual({ touchpointId: 't', channelId: undefined })
  expect(placeOfKey(placeKeyOf({ channelId: 'c' }))).toEqual({ touchpointId: undefined, channelId: 'c' })
  expect(placeOfKey(placeKeyOf({}))).toEqual({ touchpointId: undefined, channelId: undefined })
})
