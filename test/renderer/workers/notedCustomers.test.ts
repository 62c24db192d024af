import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { createChange, deleteChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import type { Customer } from '#shared/records/customer'
import type { NotebookDatabase } from '../../../renderer/store/database'
import { applyEntries } from '../../../renderer/workers/applyEntries'
import { DuplicateReader } from '../../../renderer/workers/duplicateReader'
import { Finder } from '../../../renderer/workers/finder'
import { NotedCustomers } from '../../../renderer/workers/notedCustomers'
import { testId } from '../../shared/changes/memoryNotebook'
import { entry, newIndex } from '../indexFixture'

/** More than are read at a time. */
const MANY = 600

let db: NotebookDatabase
let seq: number
beforeEach(async () => {
  db = await newIndex()
  seq = 0
})

const customer = (number: number, name: string): Change =>
  createChange('customers', { id: testId(number), name, handles: [], stage: 'lead', tags: [] }, number)
const customers = (from: number, count: number, name = 'Alfa') =>
  Array.from({ length: count }, (_, at) => customer(from + at, `${name} ${from + at}`))

async function written(changes: readonly Change[]): Promise<number> {
  seq += 1
  await applyEntries(db, [entry(seq, changes)])
  return seq
}

async function openFinder(): Promise<Finder> {
  const finder = new Finder(async () => () => undefined)
  await finder.openSearch(db)
  await finder.openMatches(db)
  return finder
}

const found = (finder: Finder, query: string) => finder.find(query, 5000).ids.length

test('a few of whom parts tell are found when the last part was followed', async () => {
  const finder = await openFinder()
  await written(customers(1, 4))
  await finder.follow(db, customers(1, 2))
  await finder.follow(db, customers(3, 2))
  expect([finder.isComplete(), found(finder, 'alfa')]).toEqual([false, 0])
  await finder.follow(db, [], seq)
  expect([finder.isComplete(), found(finder, 'alfa')]).toEqual([true, 4])
})

test('many are read behind the last part, an edit of that time beside them, and then kept up to the newest entry', async () => {
  const finder = await openFinder()
  const all = customers(1, MANY)
  await written(all)
  await finder.follow(db, all.slice(0, 300))
  await finder.follow(db, all.slice(300), seq)
  expect(finder.isComplete()).toBe(false)
  const edit = customer(MANY + 1, 'Brot')
  await written([edit])
  await finder.follow(db, [edit], seq)
  expect(found(finder, 'brot')).toBe(1)
  await expect.poll(() => finder.isComplete()).toBe(true)
  expect(found(finder, 'alfa')).toBe(MANY)
  await finder.keep(db)
  // What is kept is believed: a row that is gone behind everybody's back is still found.
  await db.rows('customers').delete(testId(MANY + 1))
  expect(found(await openFinder(), 'brot')).toBe(1)
})

test('what is kept before whoever is noted was read does not go up to them', async () => {
  await written([customer(1, 'Cedar')])
  const finder = await openFinder()
  const all = customers(2, MANY)
  await written(all)
  await finder.follow(db, all)
  await finder.keep(db)
  expect(found(await openFinder(), 'alfa')).toBe(MANY)
})

test('those who went are found no more, among many and by their ids all over the store', async () => {
  const all = customers(1, MANY * 3)
  await written(all)
  const finder = await openFinder()
  const gone = all
    .filter((_, at) => at % 3 === 0)
    .flatMap(({ after }) => deleteChange('customers', after as unknown as Customer, 5) ?? [])
  await written(gone)
  await finder.follow(db, gone)
  await finder.follow(db, [], seq)
  await expect.poll(() => finder.isComplete()).toBe(true)
  expect(found(finder, 'alfa')).toBe(MANY * 2)
})

test('pages of a long change-set are compared once its last part is in', async () => {
  const reader = new DuplicateReader(
    async () => () => undefined,
    async () => undefined,
  )
  await reader.scan(db)
  const twins = [customer(1, 'Alfa Home'), customer(2, 'ALFA HOME GmbH')]
  await written(twins)
  await reader.follow(db, twins, true)
  expect(await reader.list(db, 5)).toMatchObject({ total: 0, complete: false })
  await reader.follow(db, [])
  await expect.poll(async () => (await reader.list(db, 5)).complete).toBe(true)
  expect(await reader.list(db, 5)).toMatchObject({ total: 1 })
})

test('whoever is noted while somebody is read is read as well, and after a failure all are read by the next', async () => {
  const noted = new NotedCustomers(async () => undefined)
  const read: string[] = []
  noted.note([testId(1)])
  await noted.read(db, async (ids) => {
    read.push(...ids)
    if (read.length === 1) noted.note([testId(1), testId(2)])
  })
  expect(read).toEqual([testId(1), testId(1), testId(2)])
  expect(noted.isDone).toBe(true)
  noted.note(customers(1, MANY).map(({ id }) => id))
  await expect(noted.read(db, () => Promise.reject(new Error('unreadable')))).rejects.toThrow()
  expect([noted.isDone, noted.isWaiting]).toEqual([false, true])
  let rest = 0
  await noted.read(db, async (ids) => {
    rest += ids.length
  })
  expect(rest).toBe(MANY)
})
