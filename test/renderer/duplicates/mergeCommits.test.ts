import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import type { Merge } from '#shared/records/merge'
import type { Result } from '#shared/result'
import {
  commitDistinction,
  commitGroups,
  commitMerge,
  commitUnmerge,
} from '../../../renderer/duplicates/mergeCommits'
import { usualMerge } from '../../../renderer/duplicates/useDecisions'
import { livingRecord } from '../../../renderer/store/currentRecord'
import type { NotebookDatabase } from '../../../renderer/store/database'
import { readPage, readUnmerge, standingMerges } from '../../../renderer/store/queries/mergePages'
import { redoLast, undoLast } from '../../../renderer/store/undo'
import { testId } from '../../shared/changes/memoryNotebook'
import { openReal, type RealNotebook } from '../importing/realNotebook'
import { forgetAllIndexes } from '../indexFixture'

let real: RealNotebook
beforeEach(async () => {
  await forgetAllIndexes()
  real = await openReal()
})
afterEach(() => real.remove())

const [ALFA, BETA, FAIR] = [testId(1), testId(2), testId(80)]

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

function db(): NotebookDatabase {
  const open = real.notebook.database()
  if (open === undefined) throw new Error('no index')
  return open
}

async function save(changes: readonly Change[]): Promise<void> {
  must(await real.notebook.commit({ label: { key: 'change.add' } }, () => changes))
  await real.notebook.settled()
}

/** A customer with one person, one talk, one order and a photo. */
function customer(number: number, name: string, email: string): Change[] {
  const id = testId(number)
  const own = (place: number) => testId(100_000 + number * 10 + place)
  const money = { minor: 100, currency: 'USD' }
  return [
    createChange(
      'customers',
      { id, name, handles: [], stage: 'lead', tags: [], sourceTouchpointId: FAIR },
      number,
    ),
    createChange(
      'people',
      {
        id: own(1),
        customerId: id,
        fullName: `Person ${email}`,
        handles: [{ kind: 'email', value: email, entered: email }],
      },
      number,
    ),
    createChange(
      'interactions',
      { id: own(2), customerId: id, personIds: [own(1)], kind: 'met', direction: 'both', at: number },
      number,
    ),
    createChange(
      'orders',
      {
        id: own(3),
        customerId: id,
        personId: own(1),
        on: '2026-11-01',
        currency: 'USD',
        lines: [],
        total: money,
        status: 'open',
        milestones: [],
      },
      number,
    ),
    createChange(
      'attachments',
      {
        id: own(4),
        customerId: id,
        hash: 'a'.repeat(64),
        mediaType: 'image/png',
        sizeBytes: 1,
        purpose: 'card',
      },
      number,
    ),
    createChange('stageMoves', { id: own(5), customerId: id, to: 'lead', at: number }, number),
  ]
}

/** Everything a person sees, by table and id. */
async function domain(): Promise<Record<string, unknown>> {
  const seen: Record<string, unknown> = {}
  for (const table of [
    'customers',
    'people',
    'interactions',
    'orders',
    'attachments',
    'stageMoves',
  ] as const) {
    for (const { body } of await db().rows(table).orderBy('id').toArray()) {
      const { rev: _rev, ...content } = body
      if (body.deletedAt === undefined) seen[`${table}/${body.id}`] = content
    }
  }
  return seen
}

async function mergeBoth(): Promise<Merge> {
  const [winner, loser] = await Promise.all([readPage(db(), ALFA), readPage(db(), BETA)])
  if (winner === undefined || loser === undefined) throw new Error('no page')
  must(await commitMerge(real.notebook, usualMerge(winner, loser), 'Alfa', 'Beta'))
  await real.notebook.settled()
  const [merge] = await standingMerges(db(), ALFA)
  if (merge === undefined) throw new Error('no merge')
  return merge
}

test('a page holds every record of its customer, and a merge moves all of them', async () => {
  await save([...customer(1, 'Alfa', 'anna@alfa.example'), ...customer(2, 'Beta', 'bo@alfa.example')])
  await mergeBoth()
  const page = await readPage(db(), ALFA)
  expect(page?.records.map(({ table }) => table).sort()).toEqual(
    ['attachments', 'interactions', 'orders', 'people', 'stageMoves'].flatMap((table) => [table, table]),
  )
  expect(await readPage(db(), BETA)).toBeUndefined()
  expect((await livingRecord(db(), 'customers', BETA))?.id).toBe(ALFA)
})

test('merged, written on, taken apart, undone and done again, through journal and index', async () => {
  await save([...customer(1, 'Alfa', 'anna@alfa.example'), ...customer(2, 'Beta', 'bo@alfa.example')])
  const apart = await domain()
  const merge = await mergeBoth()
  const merged = await domain()
  const note = testId(900)
  await save([
    createChange(
      'interactions',
      { id: note, customerId: ALFA, personIds: [], kind: 'note', direction: 'out', at: 5, text: 'later' },
      Date.now(),
    ),
  ])
  const asked = (await readUnmerge(db(), merge.id))?.asked.map(({ record }) => record.id)
  expect(asked).toEqual([note])

  must(await commitUnmerge(real.notebook, merge.id, new Set([note]), { name: 'Alfa', other: 'Beta' }))
  await real.notebook.settled()
  const { [`interactions/${note}`]: later, ...rest } = await domain()
  expect(rest).toEqual(apart)
  expect(later).toMatchObject({ customerId: BETA, text: 'later' })

  must(await undoLast(real.notebook))
  await real.notebook.settled()
  const { [`interactions/${note}`]: back, ...again } = await domain()
  expect(again).toEqual(merged)
  expect(back).toMatchObject({ customerId: ALFA })
  must(await redoLast(real.notebook))
  await real.notebook.settled()
  expect((await readPage(db(), BETA))?.customer.name).toBe('Beta')
  expect(await commitUnmerge(real.notebook, merge.id, new Set(), { name: 'Alfa', other: 'Beta' })).toEqual({
    ok: false,
    error: { code: 'unmerge.done' },
  })
})

test('a rule merges hundreds of pages as one change-set, and one undo takes all of it back', async () => {
  const doubles = 120
  const twice = Array.from({ length: doubles }, (_, at) => [
    ...customer(2 * at + 1, `Company ${at}`, `p${at}@c${at}.example`),
    ...customer(2 * at + 2, `COMPANY ${at} Ltd`, `p${at}@c${at}.example`),
  ])
  await save(twice.flat())
  const before = await domain()
  const groups = await waitForGroups(doubles)
  expect(must(await commitGroups(real.notebook, groups))).toEqual({ merged: doubles, left: 0 })
  await real.notebook.settled()
  const customers = await db().rows('customers').orderBy('updatedAt').count()
  expect(customers).toBe(doubles)
  must(await undoLast(real.notebook))
  await real.notebook.settled()
  expect(await domain()).toEqual(before)
})

test('what was said not to be the same is no group of any rule', async () => {
  await save([...customer(1, 'Alfa', 'anna@alfa.example'), ...customer(2, 'ALFA Ltd', 'anna@alfa.example')])
  await waitForGroups(1)
  must(await commitDistinction(real.notebook, { aId: BETA, bId: ALFA }, { name: 'Alfa', other: 'ALFA Ltd' }))
  await real.notebook.settled()
  expect(await real.notebook.duplicateGroups('emailAndCompany')).toEqual([])
})

/** The scan works in the background; asked until it has found them. */
async function waitForGroups(count: number) {
  for (;;) {
    const groups = await real.notebook.duplicateGroups('emailAndCompany')
    if (groups.length === count) return groups
    await new Promise((resolve) => setImmediate(resolve))
  }
}
