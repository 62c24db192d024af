import 'fake-indexeddb/auto'
import { afterEach, describe, expect, test } from 'vitest'
import { createChange } from '#shared/changes/buildChange'
import { err, ok, type Result } from '#shared/result'
import {
  type HealthProgress,
  type HealthSources,
  runHealthCheck,
} from '../../../renderer/health/runHealthCheck'
import type { NotebookDatabase } from '../../../renderer/store/database'
import { HealthReader } from '../../../renderer/workers/healthReader'
import { testId } from '../../shared/changes/memoryNotebook'
import { dumpOf, forgetAllIndexes } from '../indexFixture'
import { FakeJournal, notebookOver } from '../notebookFixture'

afterEach(forgetAllIndexes)

const HASH = 'b'.repeat(64)

/** A notebook of three products and an attachment, and a main process that is healthy unless told otherwise. */
async function fixture(answers: Partial<Record<'files' | 'journal' | 'backups', Result<never>>> = {}) {
  const journal = new FakeJournal()
  const { notebook } = notebookOver(journal)
  await notebook.start()
  const add = (number: number) =>
    notebook.commit({ label: { key: 'change.lead' } }, (at) => [
      createChange('products', { id: testId(number), name: `product ${number}` }, at),
    ])
  for (const number of [1, 2, 3]) await add(number)
  await notebook.commit({ label: { key: 'change.lead' } }, (at) => [
    createChange(
      'attachments',
      {
        id: testId(9),
        customerId: testId(8),
        hash: HASH,
        mediaType: 'image/png',
        sizeBytes: 3,
        purpose: 'photo',
      },
      at,
    ),
  ])
  await notebook.settled()
  const asked: string[] = []
  const told: string[] = []
  let listener: ((value: never) => void) | undefined
  const on: HealthSources['on'] = (name, heard) => {
    told.push(`listens to ${name}`)
    listener = heard as (value: never) => void
    return () => {
      listener = undefined
    }
  }
  /** As the main process says it; nobody hears it who does not listen. */
  const tellProgress = (done: number, total: number) => listener?.({ done, total } as never)
  const calls: HealthSources['calls'] = {
    ...journal.calls,
    'health:stop': async () => {
      told.push('stop')
      return ok(null)
    },
    'health:journal': async () => {
      for (const done of [1, 2, 4]) tellProgress(done, 4)
      if (answers.journal !== undefined) return answers.journal
      return ok({
        lastSeq: journal.entries.length,
        lost: journal.lost,
        unproven: 0,
        rebuild: { bases: [], fromStart: true },
      })
    },
    'health:files': async (hashes) => {
      asked.push(...hashes)
      return answers.files ?? ok({ missing: [], damaged: [] })
    },
    'backup:list': async () => answers.backups ?? ok({ backups: [], unreadable: [] }),
    'backup:check': async () => err('backup.missing'),
  }
  const db = notebook.database() as NotebookDatabase
  const check = async (
    controller = new AbortController(),
    onProgress: (progress: HealthProgress) => void = () => undefined,
  ) => runHealthCheck({ notebook, calls, on }, { signal: controller.signal, onProgress })
  const codes = async () => (await check())?.findings.map(({ code }) => code)
  return { journal, notebook, db, add, asked, told, tellProgress, check, codes }
}

describe('a self-check', () => {
  test('finds a healthy notebook healthy, looks at every file, and changes nothing', async () => {
    const { db, asked, check } = await fixture()
    const before = await dumpOf(db)
    const report = await check()
    expect(report?.findings.map(({ code, counts }) => `${code} ${counts.count ?? ''}`)).toEqual([
      'journalWhole 4',
      'indexSame 4',
      'filesWhole 1',
      'backupNone ',
    ])
    expect(report?.canRebuild).toBe(false)
    expect(asked).toEqual([HASH])
    expect(await dumpOf(db)).toEqual(before)
  })

  test('says how far the journal is, in parts, and tells the main process to stop when it is given up', async () => {
    const { check, told, tellProgress } = await fixture()
    const parts: string[] = []
    const controller = new AbortController()
    const report = await check(controller, ({ step, done, total }) => {
      parts.push(`${step} ${done}/${total}`)
      if (done === 2) controller.abort()
    })
    expect(report).toBeUndefined()
    expect(parts).toEqual(['journal 0/0', 'journal 1/4', 'journal 2/4', 'journal 4/4'])
    expect(told).toEqual(['listens to health:progress', 'stop'])
    // Nobody listens any more once the step is over.
    tellProgress(3, 4)
    expect(parts).toHaveLength(4)
  })

  test.each<readonly [string, (db: NotebookDatabase) => Promise<unknown>]>([
    ['a row that is gone', (db) => db.rows('products').delete(testId(2))],
    [
      'a field that is another',
      (db) => db.rows('products').update(testId(2), { 'body.name': 'something else' } as never),
    ],
    [
      'a key that is another',
      (db) => db.rows('attachments').update(testId(9), { customerId: testId(7) } as never),
    ],
    [
      'a row that nobody wrote',
      (db) => db.rows('products').put({ id: testId(77), body: { id: testId(77), rev: 1 } }),
    ],
  ])('finds %s, and says that the index can be rebuilt', async (_what, spoil) => {
    const { db, check } = await fixture()
    await spoil(db)
    const report = await check()
    expect(report?.findings).toContainEqual(
      expect.objectContaining({ code: 'indexDiffers', counts: expect.objectContaining({ count: 1 }) }),
    )
    expect(report?.canRebuild).toBe(true)
  })

  test('a count that the index noted wrongly is found', async () => {
    const { db, codes } = await fixture()
    const meta = await db.meta.get('index')
    await db.meta.update('index', { rowCounts: { ...meta?.rowCounts, products: 2 } })
    expect(await codes()).toContain('indexDiffers')
  })

  test('an index that says it has followed less than it should is behind', async () => {
    const { db, codes } = await fixture()
    await db.meta.update('index', { lastSeq: 3 })
    expect(await codes()).toContain('indexBehind')
  })

  test('what the journal has lost is named, and what the index still has of it is kept', async () => {
    const { journal, check } = await fixture()
    journal.lost = [{ fromSeq: 2, toSeq: 2 }]
    const report = await check()
    expect(report?.findings.map(({ code }) => code).slice(0, 2)).toEqual(['journalLost', 'indexHoldsMore'])
    expect(report?.canRebuild).toBe(false)
  })

  test('what is saved while it looks is no fault', async () => {
    const { add, check } = await fixture()
    let saves: Promise<unknown>[] = []
    const report = await check(new AbortController(), () => {
      saves = [...saves, add(100 + saves.length)]
    })
    expect(await Promise.all(saves)).not.toHaveLength(0)
    expect(report?.findings.map(({ code }) => code).slice(0, 2)).toEqual(['journalWhole', 'indexSame'])
  })

  test('given up it answers with nothing, wherever it is', async () => {
    const { check } = await fixture()
    let told = 0
    await check(new AbortController(), () => {
      told += 1
    })
    for (let at = 1; at <= told; at += 1) {
      const controller = new AbortController()
      let seen = 0
      const report = await check(controller, () => {
        seen += 1
        if (seen === at) controller.abort()
      })
      expect(report).toBeUndefined()
    }
  })

  test('a step that can’t be taken is named and the others are taken', async () => {
    const { codes, check } = await fixture({
      files: err('attachment.ioFailed'),
      backups: err('backup.ioFailed'),
    })
    expect(await codes()).toEqual(['journalWhole', 'indexSame', 'notChecked', 'notChecked'])
    expect((await check())?.findings.at(-1)).toMatchObject({ state: 'unchecked', error: 'backup.ioFailed' })
  })

  test('without the journal the index is not judged', async () => {
    const { codes } = await fixture({ journal: err('journal.ioFailed') })
    expect((await codes())?.slice(0, 2)).toEqual(['notChecked', 'notChecked'])
  })
})

test('of a large notebook a part is compared, chosen by the ends of the ids, and a fault in it is found', async () => {
  const { db, journal, add } = await fixture()
  // Ids whose last digits are spread: some of them belong to the part.
  for (const number of [0x0_1000, 0x0_7000, 0x0_9000, 0x0_f000]) await add(number)
  const read = async () => {
    const reader = await HealthReader.begin(db, 4)
    reader.takeEntries(journal.entries.map((set, index) => ({ seq: index + 1, set })))
    for (;;) {
      const step = await reader.compare(db)
      if (step.result !== undefined) return step.result
    }
  }
  const whole = await read()
  expect(whole.compared).toBeLessThan(8)
  expect(whole).toMatchObject({ total: 8, missing: 0, different: 0, unknown: 0, miscounted: 0, behind: 0 })
  await db.rows('products').delete(testId(1))
  expect(await read()).toMatchObject({ missing: 1, miscounted: 1 })
})
