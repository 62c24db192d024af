import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { createChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import type { InsightRequest } from '#shared/insights/insightBook'
import type { NotebookDatabase } from '../../../renderer/store/database'
import { applyEntries } from '../../../renderer/workers/applyEntries'
import { FactsReader } from '../../../renderer/workers/factsReader'
import { InsightReader } from '../../../renderer/workers/insightReader'
import { testId } from '../../shared/changes/memoryNotebook'
import { entry, newIndex } from '../indexFixture'
import { closedOrder } from './closedOrder'

const NOON = Date.UTC(2026, 10, 18, 12)
const MINUTE = 60_000
const request: InsightRequest = {
  today: '2026-11-18',
  now: NOON,
  period: { from: '2025-11-19', to: '2026-11-18' },
  model: 'firstTouch',
  view: 'cash',
  zone: 'UTC',
}
const fair = createChange(
  'touchpoints',
  { id: testId(50), kind: 'fair', name: 'Tavola', channelId: testId(60) },
  NOON,
)
const channel = createChange(
  'channels',
  { id: testId(60), name: 'Fairs', ownership: 'rented', kind: 'fair' } as never,
  NOON,
)
const customer = (number: number): Change =>
  createChange(
    'customers',
    {
      id: testId(number),
      name: `c${number}`,
      handles: [],
      stage: 'lead',
      tags: [],
      sourceTouchpointId: testId(50),
    },
    NOON,
  )
const order = (number: number, customerId: string): Change => closedOrder(number, customerId, 1_000_00, NOON)
const cost = createChange(
  'costs',
  {
    id: testId(80),
    category: 'booth',
    amount: { minor: 500_00, currency: 'USD' },
    on: '2026-05-01',
    touchpointId: testId(50),
  } as never,
  NOON,
)

let db: NotebookDatabase
let facts: FactsReader
let seq: number

beforeEach(async () => {
  db = await newIndex()
  facts = new FactsReader(async () => undefined)
  seq = 0
})

async function commit(...changes: readonly Change[]): Promise<void> {
  seq += 1
  await applyEntries(db, [entry(seq, changes)])
  await facts.follow(db, changes, seq)
}

/** As the worker gives way: what has come in goes first. */
const nextTurn = () => new Promise<void>((resolve) => setTimeout(resolve))

async function panelOf(reader: InsightReader, asked = request) {
  await facts.ofEverybody(db, 'UTC')
  const answer = await reader.panel(db, asked, 'channelCost')
  expect(answer.progress).toBeUndefined()
  return answer.value
}

/** What somebody would be told who asks for the first time. */
const anew = () => panelOf(new InsightReader(facts, nextTurn))

test('a figure that was told is told again without being counted, until a record, a cost or the day is another', async () => {
  const reader = new InsightReader(facts, nextTurn)
  await commit(channel, fair, customer(1), customer(2))
  const first = await panelOf(reader)
  expect(await panelOf(reader)).toBe(first)
  expect(await panelOf(reader, { ...request, now: NOON + MINUTE })).toBe(first)
  expect(await panelOf(reader, { ...request, now: NOON + 60 * MINUTE })).not.toBe(first)
  expect(await panelOf(reader, { ...request, view: 'accrual' })).not.toBe(first)

  await commit(order(11, testId(1)))
  const ordered = await panelOf(reader)
  expect(ordered).not.toEqual(first)
  expect(ordered).toEqual(await anew())

  await commit(cost)
  const paid = await panelOf(reader)
  expect(paid).not.toEqual(ordered)
  expect(paid).toEqual(await anew())
})
