import 'fake-indexeddb/auto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { canonicalJson } from '#shared/changes/changeLog'
import { SCHEMA_VERSION } from '#shared/records/record'
import { TABLE_NAMES, type TableName, tableSchemas } from '#shared/records/tables'
import { schemaShape } from '../../build/freeze/schemaShape'
import { wholeRecords } from '../../build/freeze/wholeRecords'
import { ROOT } from '../../build/project'
import { readSnapshot } from '../../electron/backup/readSnapshot'
import { EMPTY_META, NotebookDatabase } from '../../renderer/store/database'
import { decodeRow } from '../../renderer/store/rows'
import { SnapshotLoad } from '../../renderer/workers/loadSnapshot'
import { forgetAllIndexes } from '../renderer/indexFixture'
import { chunked } from '../support/snapshotFiles'

const FOLDER = path.join(ROOT, 'test/fixtures/schema')

afterEach(forgetAllIndexes)

/** The lines of a frozen snapshot as they stand in the file, by table and id; the log by its keys. */
async function linesOf(file: Uint8Array): Promise<Map<string, unknown>> {
  const lines = new Map<string, unknown>()
  for await (const part of readSnapshot(chunked(file, 4096))) {
    if (part.type !== 'rows') continue
    for (const text of new TextDecoder().decode(part.lines).split('\n')) {
      if (text === '') continue
      const { t, r } = JSON.parse(text) as { t: string; r: { id: string; key?: string } }
      lines.set(`${t}/${r.key ?? r.id}`, r)
    }
  }
  return lines
}

/** The index that this build makes of a frozen snapshot. */
async function restored(file: Uint8Array): Promise<Map<string, unknown>> {
  const db = new NotebookDatabase('orchard-g1-frozen')
  await db.open()
  await db.meta.put({ ...EMPTY_META, generation: 1 })
  const load = new SnapshotLoad(db)
  const found = new Map<string, unknown>()
  for await (const part of readSnapshot(chunked(file, 4096))) {
    if (part.type === 'rows') expect((await load.addPage(part.lines, 0)).badRows).toBe(0)
    if (part.type === 'end') await load.finish(part.end.lastSeq, part.end.counts)
  }
  for (const table of TABLE_NAMES) {
    for (const row of await db.rows(table).toArray()) found.set(`${table}/${row.id}`, decodeRow(table, row))
  }
  for (const row of await db.changeLog.toArray()) found.set(`changeLog/${row.key}`, row)
  db.close()
  return found
}

test('the present schema version is frozen', () => {
  expect(readdirSync(FOLDER)).toContain(`v${SCHEMA_VERSION}.orchard`)
})

test('the records of this schema version look as they did when it was frozen', () => {
  const frozen = JSON.parse(
    readFileSync(path.join(FOLDER, `v${SCHEMA_VERSION}.shape.json`), 'utf8'),
  ) as unknown
  expect(
    JSON.parse(JSON.stringify(schemaShape())),
    'changed records need SCHEMA_VERSION + 1, a migration, and npm run freeze-schema',
  ).toEqual(frozen)
})

test.each(readdirSync(FOLDER).filter((name) => name.endsWith('.orchard')))(
  'the snapshot frozen as %s is restored whole, and to the last character while its version is the present one',
  async (name) => {
    const file = readFileSync(path.join(FOLDER, name))
    const [lines, found] = [await linesOf(file), await restored(file)]
    expect([...found.keys()].sort()).toEqual([...lines.keys()].sort())
    if (name !== `v${SCHEMA_VERSION}.orchard`) return
    for (const [key, line] of lines) expect(canonicalJson(found.get(key)), key).toBe(canonicalJson(line))
  },
)

test('no field of any record is missing from what is frozen', () => {
  const fieldsOf = (table: TableName) => Object.keys(tableSchemas[table].shape).sort()
  const written = new Map(TABLE_NAMES.map((table) => [table, new Set<string>()]))
  for (const { table, record } of wholeRecords(SCHEMA_VERSION)) {
    expect(tableSchemas[table].safeParse(record).error, table).toBeUndefined()
    for (const field of Object.keys(record)) written.get(table)?.add(field)
  }
  for (const table of TABLE_NAMES)
    expect([...(written.get(table) ?? [])].sort(), table).toEqual(fieldsOf(table))
})
