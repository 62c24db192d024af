import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import { createChange, deleteChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import { restingCounts, retentionReview } from '../../../renderer/store/queries/retention'
import { applyEntries } from '../../../renderer/workers/applyEntries'
import { testId } from '../../shared/changes/memoryNotebook'
import { entry, forgetAllIndexes, newIndex } from '../indexFixture'

afterEach(forgetAllIndexes)

const TODAY = '2026-11-29'
const at = (day: string) => Date.parse(`${day}T12:00:00Z`)

function customer(number: number, begun = '2019-01-01', fields: object = {}): Change {
  const record = {
    id: testId(number),
    name: `Customer ${number}`,
    handles: [],
    stage: 'lead' as const,
    tags: [],
  }
  return createChange('customers', { ...record, ...fields }, at(begun))
}

function note(number: number, customerNumber: number, day: string): Change {
  const record = {
    id: testId(number),
    customerId: testId(customerNumber),
    at: at(day),
    kind: 'note' as const,
  }
  return createChange(
    'interactions',
    { ...record, direction: 'out', personIds: [], text: 'x' } as never,
    at(day),
  )
}

test('who has rested for longer than the term is listed with the last sign, and nobody else', async () => {
  const db = await newIndex()
  const gone = customer(8)
  const order = { id: testId(101), customerId: testId(2), on: '2020-03-01', status: 'confirmed', lines: [] }
  const promise = { id: testId(102), customerId: testId(3), text: 'catalogue', dueOn: '2019-05-01' }
  const done = {
    id: testId(103),
    customerId: testId(5),
    text: 'sent',
    dueOn: '2019-05-01',
    doneAt: at('2019-05-01'),
  }
  const plan = { id: testId(104), customerId: testId(6), planId: testId(900), startsOn: '2019-02-01' }
  await applyEntries(db, [
    entry(1, [
      ...[1, 2, 3, 4, 5, 6].map((number) => customer(number)),
      customer(7, '2019-01-01', { keptUntil: '2027-01-31', keptNote: 'frame contract' }),
      gone,
      customer(9, '2026-10-01'),
      note(11, 1, '2019-06-01'),
      note(12, 1, '2021-06-01'),
      note(13, 4, '2025-06-01'),
      createChange('orders', order as never, at('2020-03-01')),
      createChange('promises', promise as never, at('2019-05-01')),
      createChange('promises', done as never, at('2019-05-01')),
      createChange('enrolments', plan as never, at('2019-02-01')),
    ]),
    entry(2, [deleteChange('customers', gone.after as never, at('2019-02-01'))]),
  ])
  const { due, kept, months } = await retentionReview(db, TODAY, 'UTC')
  expect(months).toBe(36)
  expect(due.map(({ customer, last }) => [customer.id, last.kind, last.on])).toEqual([
    [testId(5), 'begun', '2019-01-01'],
    [testId(2), 'order', '2020-03-01'],
    [testId(1), 'talk', '2021-06-01'],
  ])
  expect(kept.map(({ customer, until }) => [customer.id, until])).toEqual([[testId(7), '2027-01-31']])
  expect(await restingCounts(db, TODAY, 'UTC')).toEqual({ months: 36, due: 3, kept: 1 })
  db.close()
})

test('the term is the notebook’s own where it says one', async () => {
  const db = await newIndex()
  const settings = { id: testId(50), baseCurrency: 'USD', workingDays: [1], retentionMonths: 1 }
  await applyEntries(db, [
    entry(1, [customer(1, '2026-09-01'), createChange('settings', settings as never, at('2026-09-01'))]),
  ])
  const { due, months } = await retentionReview(db, TODAY, 'UTC')
  expect([months, due.length]).toEqual([1, 1])
  db.close()
})
