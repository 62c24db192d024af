import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { createChange, deleteChange, type NewRecord, updateChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import type { RecordOf } from '#shared/records/tables'
import type { NotebookDatabase, SearchRow } from '../../../renderer/store/database'
import { applyEntries } from '../../../renderer/workers/applyEntries'
import { Finder } from '../../../renderer/workers/finder'
import { testId } from '../../shared/changes/memoryNotebook'
import { spell } from '../../shared/duplicates/pages'
import { entry, newIndex, withoutTable } from '../indexFixture'

const EVERYBODY = 100
/** What names are made of and what is searched for. */
const WORDS = ['alfa', 'brot', 'cedar', 'delta', 'anna', 'bo', 'chen', 'asked']

let db: NotebookDatabase
let seq: number

beforeEach(async () => {
  db = await newIndex()
  seq = 0
})

async function commit(given: readonly (Change | undefined)[], finder?: Finder): Promise<void> {
  const changes = given.filter((change) => change !== undefined)
  seq += 1
  await applyEntries(db, [entry(seq, changes)])
  await finder?.follow(db, changes, seq)
}

/** Small enough that a search of a few words has several parts. */
const PART_BYTES = 64

function newFinder(withSounds = true): Finder {
  const spelling = async () => {
    if (!withSounds) throw new Error('no tables')
    return spell
  }
  return new Finder(spelling, undefined, { partBytes: PART_BYTES })
}

async function opened(finder = newFinder()): Promise<Finder> {
  await finder.openSearch(db)
  await finder.openMatches(db)
  return finder
}

/** Opens anew and keeps the search as it then is. */
async function kept(): Promise<void> {
  await (await opened()).keep(db)
}

function customer(number: number, name: string): Change {
  const record: NewRecord<'customers'> = { id: testId(number), name, handles: [], stage: 'lead', tags: [] }
  return createChange('customers', record, 10 + number)
}

function person(number: number, customerId: string, fullName: string): Change {
  return createChange('people', { id: testId(number), customerId, fullName, handles: [] }, 10 + number)
}

const found = (finder: Finder, words: string) => finder.find(words, EVERYBODY).ids

/** Takes the row away behind everybody's back: who is still found was not read from it. */
const losesRow = (id: string) => db.rows('customers').delete(id)

test('what was kept is found without being read again', async () => {
  await commit([customer(1, 'Alfa Home'), person(101, testId(1), 'Anna Berg'), customer(2, 'Brot & Co')])
  await kept()
  expect(await db.keptSearch.count()).toBeGreaterThan(3)
  await losesRow(testId(1))
  const again = await opened()
  expect(again.isComplete()).toBe(true)
  expect(found(again, 'alfa')).toEqual([testId(1)])
  expect(found(again, 'anna')).toEqual([testId(1)])
  expect(found(again, 'brot')).toEqual([testId(2)])
})

test('who was touched since is read again: new, renamed, deleted, and people who went to another page', async () => {
  await commit([
    customer(1, 'Alfa'),
    customer(2, 'Brot'),
    customer(3, 'Cedar'),
    person(101, testId(1), 'Anna'),
  ])
  await opened()
  const row = async <T extends 'customers' | 'people'>(table: T, number: number) =>
    (await db.rows(table).get(testId(number)))?.body as unknown as RecordOf<T>
  await commit([customer(4, 'Delta')])
  await commit([updateChange('customers', await row('customers', 2), { name: 'Bread' }, 50)])
  await commit([deleteChange('customers', await row('customers', 3), 51)])
  await commit([updateChange('people', await row('people', 101), { customerId: testId(2) }, 52)])
  const again = await opened()
  expect(found(again, 'delta')).toEqual([testId(4)])
  expect(found(again, 'bread')).toEqual([testId(2)])
  expect(found(again, 'brot')).toEqual([])
  expect(found(again, 'cedar')).toEqual([])
  expect(found(again, 'anna')).toEqual([testId(2)])
  expect(again.metBefore({ company: 'Delta' }, 1)[0]?.customerId).toBe(testId(4))
  expect(again.metBefore({ company: 'Cedar' }, 1)).toEqual([])
})

test('what is not whole, of another notebook’s time, made by another rule or without the sounds of names is built anew', async () => {
  const eachPart = (change: Partial<SearchRow> | ((row: SearchRow) => Partial<SearchRow>), of = '') =>
    db.keptSearch
      .filter(({ key }) => of === '' || key === of)
      .modify((row, ref) => {
        ref.value = { ...row, ...(typeof change === 'function' ? change(row) : change) }
      })
  const spoil: Readonly<Record<string, () => Promise<unknown>>> = {
    'nothing is there': () => db.keptSearch.clear(),
    'a part is missing': () => db.keptSearch.delete('000001'),
    'a byte is another one': () =>
      eachPart(({ bytes }) => ({ bytes: bytes.map((byte, at) => (at === 9 ? byte ^ 1 : byte)) }), '000002'),
    'a part is of another time': () => eachPart(({ seq }) => ({ seq: seq - 1 }), '000001'),
    'a part has no bytes': () => eachPart({ bytes: new Uint8Array() }, '000001'),
    'it knows more than the index': () => eachPart(({ seq }) => ({ seq: seq + 1000 })),
    'it was made by another rule': () => eachPart(({ documents }) => ({ documents: documents - 1 })),
  }
  await commit([customer(1, 'Alfa')])
  for (const [why, damage] of Object.entries(spoil)) {
    await commit([customer(2, 'Brot')])
    await kept()
    await losesRow(testId(2))
    expect(found(await opened(), 'brot'), `${why}: control`).toEqual([testId(2)])
    await damage()
    const anew = await opened()
    expect(found(anew, 'brot'), why).toEqual([])
    expect(found(anew, 'alfa'), why).toEqual([testId(1)])
  }
  await commit([customer(2, 'Brot')])
  await kept()
  await losesRow(testId(2))
  expect(found(await opened(newFinder(false)), 'brot')).toEqual([])
})

test('after something that was to be followed has failed nothing is kept, so that the next start mends it', async () => {
  await commit([customer(1, 'Alfa')])
  await kept()
  const finder = await opened()
  seq += 1
  const changes = [customer(2, 'Brot')]
  const broken = withoutTable(db, 'customers')
  await applyEntries(db, [entry(seq, changes)])
  await expect(finder.follow(broken, changes, seq)).rejects.toThrow()
  await commit([customer(3, 'Cedar')], finder)
  await finder.keep(db)
  expect(found(await opened(), 'brot')).toEqual([testId(2)])
})

test('where keeping fails everybody can be found all the same', async () => {
  await commit([customer(1, 'Alfa')])
  const full = Object.create(db, {
    transaction: { value: () => Promise.reject(new Error('QuotaExceededError')) },
  }) as NotebookDatabase
  const finder = newFinder()
  await finder.openSearch(full)
  expect(finder.isComplete()).toBe(true)
  expect(found(finder, 'alfa')).toEqual([testId(1)])
})

test('once many were touched the search is kept by itself', async () => {
  await commit([customer(1, 'Alfa')])
  const finder = await opened(new Finder(async () => spell, undefined, { worthKeeping: 2 }))
  await expect.poll(() => db.keptSearch.count()).toBe(1)
  await commit([customer(2, 'Brot')], finder)
  finder.keepIfWorth(db)
  await commit([customer(3, 'Cedar')], finder)
  finder.keepIfWorth(db)
  await expect.poll(async () => (await db.keptSearch.toArray())[0]?.seq).toBe(3)
})

test('before everybody was read an answer is not called complete', async () => {
  await commit([customer(1, 'Alfa')])
  const finder = newFinder()
  expect(finder.isComplete()).toBe(false)
  const opening = finder.openSearch(db)
  expect(finder.isComplete()).toBe(false)
  await opening
  expect(finder.isComplete()).toBe(true)
})

type Step =
  | { readonly do: 'name'; readonly number: number; readonly name: string }
  | { readonly do: 'person'; readonly number: number; readonly on: number; readonly name: string }
  | { readonly do: 'delete'; readonly number: number }
  | { readonly do: 'open'; readonly isKilled: boolean; readonly isAwaited: boolean }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('name' as const),
    number: fc.integer({ min: 1, max: 6 }),
    name: fc.constantFrom(...WORDS),
  }),
  fc.record({
    do: fc.constant('person' as const),
    number: fc.integer({ min: 101, max: 106 }),
    on: fc.integer({ min: 1, max: 6 }),
    name: fc.constantFrom(...WORDS),
  }),
  fc.record({ do: fc.constant('delete' as const), number: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ do: fc.constant('open' as const), isKilled: fc.boolean(), isAwaited: fc.boolean() }),
)

test('after edits before, during and behind any starts the kept search finds what one built anew finds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      db = await newIndex()
      seq = 0
      let finder = newFinder()
      let opening: Promise<unknown> = opened(finder)
      for (const one of steps) {
        if (one.do !== 'open') {
          await commit(await changesOf(one), finder)
          continue
        }
        await opening
        // Whoever dies keeps nothing.
        if (!one.isKilled) await finder.keep(db)
        finder = newFinder()
        opening = opened(finder)
        if (one.isAwaited) await opening
      }
      await opening
      const again = await opened()
      await db.keptSearch.clear()
      const anew = await opened()
      for (const words of WORDS) {
        expect(new Set(found(finder, words)), words).toEqual(new Set(found(anew, words)))
        expect(new Set(found(again, words)), words).toEqual(new Set(found(anew, words)))
      }
      db.close()
    }),
    { numRuns: 40 },
  )
})

async function changesOf(one: Exclude<Step, { do: 'open' }>): Promise<(Change | undefined)[]> {
  const table = one.do === 'person' ? 'people' : 'customers'
  const before = (await db.rows(table).get(testId(one.number)))?.body
  const isThere = before !== undefined && before.deletedAt === undefined
  if (one.do === 'delete')
    return isThere ? [deleteChange('customers', before as unknown as RecordOf<'customers'>, 60 + seq)] : []
  if (one.do === 'name') {
    if (before === undefined) return [customer(one.number, one.name)]
    const record = before as unknown as RecordOf<'customers'>
    return isThere ? [updateChange('customers', record, { name: one.name }, 60 + seq)] : []
  }
  if (before === undefined) return [person(one.number, testId(one.on), one.name)]
  const record = before as unknown as RecordOf<'people'>
  return [updateChange('people', record, { customerId: testId(one.on), fullName: one.name }, 60 + seq)]
}
