import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createChange, updateChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import type { PlannedTouch } from '#shared/nurture/scheduler'
import type { PromiseRecord } from '#shared/records/promise'
import { loggedWork } from '../../../renderer/nurture/loggedWork'
import type { Work } from '../../../renderer/nurture/work'
import { undoLast } from '../../../renderer/store/undo'
import { testId } from '../../shared/changes/memoryNotebook'
import { forgetAllIndexes } from '../indexFixture'
import { FakeJournal, notebookOver } from '../notebookFixture'

const [ALFA, BETA, GAMMA, ENROLMENT, PROMISE] = [1, 2, 3, 40, 50].map(testId) as [
  string,
  string,
  string,
  string,
  string,
]
const QUEUE_BEGAN = 500

const WORKS: readonly Work[] = [
  {
    key: 'touch',
    kind: 'touch',
    customerId: ALFA,
    touch: { enrolmentId: ENROLMENT, stepKey: 'thanks', occurrence: 0, customerId: ALFA } as PlannedTouch,
  },
  { key: 'promise', kind: 'promise', customerId: BETA, promiseId: PROMISE, by: 'us' },
  { key: 'lead', kind: 'fairLead', customerId: GAMMA },
]

const promise: PromiseRecord = createChange(
  'promises',
  { id: PROMISE, customerId: BETA, by: 'us', text: 'the price list', dueOn: '2026-11-25' },
  1,
).after as PromiseRecord

function message(id: number, at: number, direction: 'in' | 'out'): Change {
  const record = {
    id: testId(id),
    customerId: GAMMA,
    personIds: [],
    kind: 'message' as const,
    direction,
    at,
  }
  return createChange('interactions', record, at)
}

beforeEach(forgetAllIndexes)

let open: ReturnType<typeof notebookOver>['notebook']
async function logged(): Promise<string[]> {
  await open.settled()
  const db = open.database()
  if (db === undefined) throw new Error('no index')
  return [...(await loggedWork(db, WORKS, QUEUE_BEGAN))].sort()
}
async function save(...changes: Change[]): Promise<void> {
  const saved = await open.commit({ label: { key: 'change.add' } }, () => changes)
  if (!saved.ok) throw new Error(saved.error.code)
}

beforeEach(async () => {
  open = notebookOver(new FakeJournal()).notebook
  await open.start()
  await save(createChange('promises', promise, 1), message(60, 400, 'out'), message(61, 600, 'in'))
})
afterEach(() => open.settled())

test('a touch, a promise and a lead without a plan count as logged once the notebook says so', async () => {
  expect(await logged()).toEqual([])
  await save(
    createChange(
      'touches',
      {
        id: testId(70),
        enrolmentId: ENROLMENT,
        customerId: ALFA,
        stepKey: 'thanks',
        occurrence: 0,
        action: 'done',
        on: '2026-11-25',
      },
      700,
    ),
  )
  expect(await logged()).toEqual(['touch'])
  await save(updateChange('promises', promise, { doneAt: 710 }, 710) as Change)
  expect(await logged()).toEqual(['promise', 'touch'])
  await save(message(62, 720, 'out'))
  expect(await logged()).toEqual(['lead', 'promise', 'touch'])
})

test('what was undone is not logged any more', async () => {
  await save(message(62, 720, 'out'))
  expect(await logged()).toEqual(['lead'])
  expect((await undoLast(open)).ok).toBe(true)
  expect(await logged()).toEqual([])
})
