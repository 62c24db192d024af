import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { createChange, deleteChange, type NewRecord, updateChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import type { Customer } from '#shared/records/customer'
import type { NotebookDatabase } from '../../../renderer/store/database'
import { applyEntries } from '../../../renderer/workers/applyEntries'
import { DuplicateReader } from '../../../renderer/workers/duplicateReader'
import { testId } from '../../shared/changes/memoryNotebook'
import { spell } from '../../shared/duplicates/pages'
import { entry, newIndex } from '../indexFixture'

let db: NotebookDatabase
let seq: number
let pauses: number

beforeEach(async () => {
  db = await newIndex()
  seq = 0
  pauses = 0
})

/** A clock by which every page takes a millisecond. */
let looks = 0

function newReader(): DuplicateReader {
  return new DuplicateReader(
    async () => spell,
    async () => {
      pauses += 1
    },
    () => {
      looks += 1
      return looks
    },
  )
}

async function apply(changes: readonly Change[], ...readers: DuplicateReader[]): Promise<void> {
  seq += 1
  await applyEntries(db, [entry(seq, changes)])
  for (const reader of readers) await reader.follow(db, changes)
}

function customer(number: number, name: string, email?: string): Change {
  const handles = email === undefined ? [] : [{ kind: 'email' as const, value: email, entered: email }]
  const record: NewRecord<'customers'> = { id: testId(number), name, handles, stage: 'lead', tags: [] }
  return createChange('customers', record, 10 + number)
}

async function current(number: number): Promise<Customer> {
  return (await db.rows('customers').get(testId(number)))?.body as unknown as Customer
}

test('a scan finds the pairs of the whole notebook and says why', async () => {
  await apply([
    customer(1, 'Alfa Home', 'anna@alfa.example'),
    customer(2, 'ALFA HOME GmbH', 'anna@alfa.example'),
  ])
  const reader = newReader()
  expect(await reader.list(db, 10)).toEqual({ pairs: [], total: 0, complete: false })
  await reader.scan(db)
  expect(await reader.list(db, 10)).toMatchObject({
    pairs: [
      {
        aId: testId(1),
        bId: testId(2),
        strength: 'sure',
        reasons: [{ code: 'sameEmail' }, { code: 'sameCompany' }],
      },
    ],
    total: 1,
    complete: true,
  })
})

test('who was said not to be the same is not asked about again', async () => {
  await apply([customer(1, 'Alfa Home'), customer(2, 'Alfa Home'), customer(3, 'Alfa Home')])
  const reader = newReader()
  await reader.scan(db)
  await apply([createChange('distinctions', { id: testId(90), aId: testId(2), bId: testId(1) }, 99)], reader)
  const { pairs } = await reader.list(db, 10)
  expect(pairs.map(({ aId, bId }) => [aId, bId])).toEqual([
    [testId(2), testId(3)],
    [testId(1), testId(3)],
  ])
})

test('what is followed equals what a new scan finds', async () => {
  const reader = newReader()
  await apply([customer(1, 'Alfa Home', 'anna@alfa.example'), customer(2, 'Beta', 'bo@beta.example')])
  await reader.scan(db)
  const steps: (() => Promise<readonly Change[]>)[] = [
    async () => [customer(3, 'Alfa Home')],
    async () => {
      const change = updateChange('customers', await current(2), { name: 'Alfa home' }, 50)
      return change === undefined ? [] : [change]
    },
    async () => [
      createChange('people', { id: testId(70), customerId: testId(2), fullName: '王思远', handles: [] }, 60),
      createChange(
        'people',
        { id: testId(71), customerId: testId(1), fullName: 'Siyuan Wang', handles: [] },
        60,
      ),
    ],
    async () => [
      {
        table: 'people',
        id: testId(70),
        before: { customerId: testId(2) },
        after: {
          ...(await db.rows('people').get(testId(70)))?.body,
          id: testId(70),
          customerId: testId(3),
          rev: 2,
        },
      },
    ],
    async () => [createChange('distinctions', { id: testId(90), aId: testId(3), bId: testId(1) }, 70)],
    async () => [deleteChange('customers', await current(1), 80)],
  ]
  for (const step of steps) {
    await apply(await step(), reader)
    const fresh = newReader()
    await fresh.scan(db)
    expect(await reader.list(db, 10)).toEqual(await fresh.list(db, 10))
  }
})

test('a long scan pauses, so that others are answered', async () => {
  await apply(Array.from({ length: 450 }, (_, at) => customer(at + 1, `Company ${at}`)))
  await newReader().scan(db)
  // Once behind what was read; then eleven pages fit into twelve milliseconds.
  expect(pauses).toBe(1 + Math.ceil(450 / 11))
})
