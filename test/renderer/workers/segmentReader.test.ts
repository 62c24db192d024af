import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { createChange, deleteChange, updateChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import type { SegmentRule } from '#shared/records/segment'
import type { RecordOf, TableName } from '#shared/records/tables'
import { READY_SEGMENTS } from '#shared/segments/readyMade'
import type { NotebookDatabase } from '../../../renderer/store/database'
import { applyEntries } from '../../../renderer/workers/applyEntries'
import { SegmentReader } from '../../../renderer/workers/segmentReader'
import { testId } from '../../shared/changes/memoryNotebook'
import { entry, newIndex } from '../indexFixture'

const today = '2026-11-25'
const now = Date.UTC(2026, 10, 25, 12)
const DAY = 86_400_000
const time = { today, now, zone: 'UTC' }
const [anna, ben, cora] = [testId(1), testId(2), testId(3)]

let db: NotebookDatabase
let reader: SegmentReader
let seq: number

const customer = (id: string, name: string, more: object = {}): Change =>
  createChange('customers', { id, name, handles: [], stage: 'lead', tags: [], ...more }, now - 100 * DAY)
const talk = (id: number, customerId: string, more: object = {}): Change =>
  createChange(
    'interactions',
    {
      id: testId(id),
      customerId,
      personIds: [],
      kind: 'enquiry',
      direction: 'in',
      at: now - 3 * DAY,
      ...more,
    },
    now - 3 * DAY,
  )
const order = (id: number, customerId: string, currency = 'USD'): Change =>
  createChange(
    'orders',
    {
      id: testId(id),
      customerId,
      on: '2026-11-01',
      currency,
      lines: [],
      total: { minor: 100_00, currency },
      status: 'closed',
      milestones: [],
    },
    now,
  )

function edited<T extends TableName>(table: T, change: Change, patch: object): Change {
  const next = updateChange(table, change.after as unknown as RecordOf<T>, patch, now)
  if (next === undefined) throw new Error('nothing changed')
  return next
}

async function apply(...changes: readonly Change[]): Promise<void> {
  seq += 1
  await applyEntries(db, [entry(seq, changes)])
  await reader.follow(db, changes)
}

const everybody: SegmentRule = { all: [] }
const bought: SegmentRule = { field: 'orders.sum', op: 'atLeast', value: 1 }
const RULES: readonly SegmentRule[] = [
  everybody,
  bought,
  { field: 'referred.count', op: 'atLeast', value: 1 },
  { field: 'source.kinds', op: 'has', value: 'platform' },
  { field: 'warmth', op: 'atLeast', value: 1 },
  ...READY_SEGMENTS.map(({ rule }) => rule),
]

async function membersOf(rule: SegmentRule, asked = reader, excludedIds: readonly string[] = []) {
  const members = await asked.members(db, { rule, excludedIds }, time)
  if (!members.ok) throw new Error(members.error.code)
  return members.value
}

/** Who is meant by many rules; what was followed must be what a new reader reads. */
async function allMembers(): Promise<readonly (readonly string[])[]> {
  const answers = async (asked: SegmentReader) => {
    const found: (readonly string[])[] = []
    for (const rule of RULES) found.push(await membersOf(rule, asked))
    return found
  }
  const followed = await answers(reader)
  expect(followed).toEqual(await answers(new SegmentReader()))
  return followed
}

beforeEach(async () => {
  db = await newIndex()
  reader = new SegmentReader()
  seq = 0
  await apply(customer(anna, 'Anna'), customer(ben, 'Ben'), customer(cora, 'Cora'))
})

test('members come by name, without those who were left out', async () => {
  expect(await membersOf(everybody)).toEqual([anna, ben, cora])
  expect(await membersOf(everybody, reader, [ben])).toEqual([anna, cora])
})

test('counts say how far the reading has come, and why a rule can’t be asked', async () => {
  await membersOf(everybody)
  const counts = await reader.counts(
    db,
    [
      { rule: everybody, excludedIds: [anna] },
      { rule: { field: 'shoeSize', op: 'known' }, excludedIds: [] },
    ],
    time,
  )
  expect(counts).toEqual({
    counts: [
      { ok: true, value: 2 },
      { ok: false, error: { code: 'segment.unknownField', params: { field: 'shoeSize' } } },
    ],
    done: 3,
    total: 3,
    isSettled: true,
  })
})

test('what is followed is what a new reading gives, step by step', async () => {
  const [, before] = await allMembers()
  expect(before).toEqual([])
  const first = order(10, anna)
  await apply(first, talk(11, ben))
  expect((await allMembers())[1]).toEqual([anna])
  // An order that goes to another page leaves the first.
  const moved = edited('orders', first, { customerId: cora })
  await apply(moved)
  expect((await allMembers())[1]).toEqual([cora])
  const tie = createChange('relations', { id: testId(12), fromId: anna, toId: ben, kind: 'referredBy' }, now)
  await apply(tie)
  expect((await allMembers())[2]).toEqual([ben])
  await apply(deleteChange('relations', tie.after as unknown as RecordOf<'relations'>, now))
  expect((await allMembers())[2]).toEqual([])
  await apply(deleteChange('orders', moved.after as unknown as RecordOf<'orders'>, now))
  expect((await allMembers())[1]).toEqual([])
})

test('a page that goes leaves, and comes back with undo', async () => {
  await allMembers()
  const page = customer(testId(4), 'Dora')
  await apply(page)
  expect((await allMembers())[0]?.length).toBe(4)
  await apply(deleteChange('customers', page.after as unknown as RecordOf<'customers'>, now))
  expect((await allMembers())[0]?.length).toBe(3)
})

test('a rate that arrives, and the kind of a channel, concern everybody', async () => {
  const channel = createChange('channels', { id: testId(20), name: 'Alibaba', ownership: 'rented' }, now)
  await apply(channel, order(21, anna, 'SEK'), talk(22, ben, { channelId: testId(20) }))
  expect((await allMembers())[1]).toEqual([])
  await apply(
    createChange('rates', { id: testId(23), from: 'SEK', to: 'USD', rate: '0.1', on: '2026-11-01' }, now),
    edited('channels', channel, { kind: 'platform' }),
  )
  const after = await allMembers()
  expect(after[1]).toEqual([anna])
  expect(after[3]).toEqual([ben])
})

test('the weights of warmth in the settings are what warmth is asked with', async () => {
  await apply(talk(30, anna, { kind: 'news', direction: 'out' }))
  expect((await allMembers())[4]).toEqual([])
  await apply(
    createChange(
      'settings',
      {
        id: testId(31),
        baseCurrency: 'USD',
        workingDays: [1, 2, 3, 4, 5],
        warmth: { halfLifeDays: 45, weights: { 'news/out': 20 } },
      },
      now,
    ),
  )
  expect((await allMembers())[4]).toEqual([anna])
})

test('a change while everybody is being read is not lost', async () => {
  const reading = membersOf(bought)
  await apply(order(40, ben))
  await reading
  expect(await membersOf(bought)).toEqual([ben])
})
