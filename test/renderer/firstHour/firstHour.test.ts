import { afterEach, expect, test } from 'vitest'
import type { Origin } from '#shared/records/record'
import { stepsDone } from '../../../renderer/firstHour/firstHourSteps'
import type { NotebookDatabase } from '../../../renderer/store/database'
import { firstHourRecords } from '../../../renderer/store/queries/firstHour'
import { encodeRow } from '../../../renderer/store/rows'
import { testId } from '../../shared/changes/memoryNotebook'
import { newIndex } from '../indexFixture'

let db: NotebookDatabase
afterEach(() => db.close())

const base = (number: number, origin: Origin) => ({
  id: testId(number),
  schema: 2,
  rev: 1,
  createdAt: number,
  updatedAt: number,
  origin,
})

function putFair(number: number, origin: Origin) {
  return db
    .rows('touchpoints')
    .put(encodeRow('touchpoints', { ...base(number, origin), kind: 'fair', name: 'Canton' }))
}

function putTalk(number: number, origin: Origin, kind: string, direction: 'in' | 'out' | 'both') {
  const talk = { ...base(number, origin), customerId: testId(1), personIds: [], kind, direction, at: number }
  return db.rows('interactions').put(encodeRow('interactions', talk))
}

const NOTHING = { looked: false, letter: false, fair: false, lead: false }

test('an empty notebook has nothing of the first hour', async () => {
  db = await newIndex()
  expect(await firstHourRecords(db)).toEqual(NOTHING)
  expect(stepsDone(NOTHING, false)).toEqual([])
})

test('the sample counts for looking around, its fairs, leads and letters for nothing else', async () => {
  db = await newIndex()
  await putFair(10, 'sample')
  await putTalk(11, 'sample', 'met', 'both')
  await putTalk(12, 'sample', 'message', 'out')
  expect(await firstHourRecords(db)).toEqual({ ...NOTHING, looked: true })
})

test('a person’s fair, lead and letter count, also among the talks of the sample', async () => {
  db = await newIndex()
  await putFair(10, 'sample')
  for (let number = 20; number < 40; number += 1) await putTalk(number, 'sample', 'message', 'out')
  await putFair(50, 'person')
  await putTalk(51, 'person', 'met', 'both')
  await putTalk(52, 'person', 'value', 'out')
  expect(await firstHourRecords(db)).toEqual({ looked: true, letter: true, fair: true, lead: true })
})

test('what they wrote to us, and what was removed, is no letter of ours', async () => {
  db = await newIndex()
  await putTalk(51, 'person', 'message', 'in')
  const removed = { ...base(52, 'person'), kind: 'message', direction: 'out', at: 52, deletedAt: 53 }
  await db.rows('interactions').put(encodeRow('interactions', removed))
  expect(await firstHourRecords(db)).toEqual(NOTHING)
})

test('who has a lead of their own need not look around, and the rest stays open', () => {
  expect(stepsDone({ ...NOTHING, lead: true }, false)).toEqual(['look', 'lead'])
  expect(stepsDone({ looked: false, letter: true, fair: true, lead: true }, true)).toHaveLength(5)
})
