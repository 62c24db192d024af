import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createChange, replaceFields } from '#shared/changes/buildChange'
import type { RecordOf } from '#shared/records/tables'
import type { Result } from '#shared/result'
import { importHistory } from '../../../renderer/store/queries/importHistory'
import { keptNames } from '../../../renderer/store/queries/keptNames'
import { liveRecords } from '../../../renderer/store/rows'
import { planImport, runImport } from '../../../renderer/store/runImport'
import { redoLast } from '../../../renderer/store/undo'
import { undoImport } from '../../../renderer/store/undoImport'
import { forgetAllIndexes } from '../indexFixture'
import { openReal, peopleCsv, type RealNotebook, readFileBytes } from './realNotebook'

let real: RealNotebook
beforeEach(async () => {
  await forgetAllIndexes()
  real = await openReal()
})
afterEach(() => real.remove())

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

async function importFile(bytes: Uint8Array, fileName: string): Promise<string> {
  const { summary, calls } = await readFileBytes(bytes, fileName)
  const parts = { calls, notebook: real.notebook }
  const planned = must(await planImport(parts, summary, { duplicates: 'hold' }, {}))
  const { runId } = must(await runImport(parts, summary, planned, {}))
  if (runId === undefined) throw new Error('nothing was written')
  return runId
}

function database() {
  const db = real.notebook.database()
  if (db === undefined) throw new Error('no index')
  return db
}

async function live<T extends 'customers' | 'people' | 'interactions' | 'imports'>(
  table: T,
): Promise<RecordOf<T>[]> {
  await real.notebook.settled()
  return liveRecords(table, await database().rows(table).toArray())
}

async function customer(name: string): Promise<RecordOf<'customers'>> {
  const found = (await live('customers')).find((one) => one.name === name)
  if (found === undefined) throw new Error(`no ${name}`)
  return found
}

async function writeNote(customerId: string, text: string): Promise<void> {
  const written = await real.notebook.commit({ label: { key: 'change.note' } }, (at) => [
    createChange(
      'interactions',
      {
        id: real.notebook.sources.newId(),
        customerId,
        personIds: [],
        kind: 'note',
        direction: 'both',
        at,
        text,
      },
      at,
      'person',
    ),
  ])
  must(written)
}

test('an import is taken back although work went on; pages that were worked on stay whole and are named', async () => {
  const runId = await importFile(peopleCsv(700), 'people.csv')
  const edited = await customer('Company 3 Ltd')
  await real.notebook.commit({ label: { key: 'change.field' } }, (at) => [
    replaceFields('customers', edited, { city: 'Santiago', updatedAt: at }),
  ])
  await writeNote((await customer('Company 7 Ltd')).id, 'called them')

  const undone = must(await undoImport(real.notebook, runId))
  expect(undone.label).toEqual({ key: 'change.import', params: { file: 'people.csv' } })
  expect(await keptNames(database(), undone.kept)).toEqual(['Company 3 Ltd', 'Company 7 Ltd'])
  expect((await live('customers')).map(({ name, city }) => [name, city]).sort()).toEqual([
    ['Company 3 Ltd', 'Santiago'],
    ['Company 7 Ltd', undefined],
  ])
  // Who works there and what was said came with the page, and stays with it.
  expect((await live('people')).map(({ fullName }) => fullName).sort()).toEqual(['Person 3', 'Person 7'])
  expect((await live('interactions')).map(({ text }) => text).sort()).toEqual([
    'called them',
    'note 3',
    'note 7',
  ])
  expect(await importHistory(database())).toMatchObject([
    { run: { fileName: 'people.csv', counts: { created: 700 } }, isUndone: true, canUndo: false },
  ])
  expect(await undoImport(real.notebook, runId)).toMatchObject({ ok: false, error: { code: 'undo.nothing' } })

  must(await redoLast(real.notebook))
  expect(await live('customers')).toHaveLength(700)
})

test('what an import added to known pages is gone again, earlier times included', async () => {
  await importFile(Buffer.from('Name,Company,Email\nAna,Ana Ltd,ana@ana.example\n'), 'first.csv')
  const before = await customer('Ana Ltd')
  const second = await importFile(
    Buffer.from(
      'Name,Company,Email,Country,Notes\nAna,Ana Ltd,ana@ana.example,Spain,hello\nBo,Bo Ltd,bo@bo.example,,\n',
    ),
    'second.csv',
  )
  expect((await customer('Ana Ltd')).country).toBe('ES')
  const third = await importFile(Buffer.from('Name,Company,Email\nCy,Cy Ltd,cy@cy.example\n'), 'third.csv')
  must(await undoImport(real.notebook, second))
  const { rev: _now, ...now } = await customer('Ana Ltd')
  const { rev: _before, ...earlier } = before
  expect(now).toEqual(earlier)
  expect((await live('customers')).map(({ name }) => name).sort()).toEqual(['Ana Ltd', 'Cy Ltd'])
  const history = await importHistory(database())
  expect(history.map(({ run, isUndone, canUndo }) => [run.fileName, isUndone, canUndo])).toEqual([
    ['third.csv', false, true],
    ['second.csv', true, false],
    ['first.csv', false, true],
  ])
  must(await undoImport(real.notebook, third))
  expect((await live('customers')).map(({ name }) => name)).toEqual(['Ana Ltd'])
})

test('a page that a later import completed stays, and so does what it hangs on', async () => {
  const first = await importFile(
    Buffer.from(
      'Badge ID,First Name,Last Name,Company,Email\n1,Ana,Prueba,Ana Ltd,ana@ana.example\n2,Bo,Bo,Bo Ltd,bo@bo.example\n',
    ),
    'leads of the fair.csv',
  )
  await importFile(
    Buffer.from('Name,Company,Email,Country\nAna Prueba,Ana Ltd,ana@ana.example,Spain\n'),
    'second.csv',
  )
  must(await undoImport(real.notebook, first))
  const [ana, ...others] = await live('customers')
  expect([ana?.name, others.length]).toEqual(['Ana Ltd', 0])
  const sources = liveRecords('touchpoints', await database().rows('touchpoints').toArray())
  const channels = liveRecords('channels', await database().rows('channels').toArray())
  const known = new Set([...sources, ...channels].map(({ id }) => id))
  const named = JSON.stringify(ana).match(/"(?:sourceId|touchpointId|channelId)":"([^"]+)"/g) ?? []
  for (const reference of named) expect(known).toContain(reference.split('"')[3])
})
