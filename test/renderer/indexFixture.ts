import 'fake-indexeddb/auto'
import Dexie, { type Table } from 'dexie'
import { IDBFactory } from 'fake-indexeddb'
import { createChange } from '#shared/changes/buildChange'
import type { Change, ChangeSet } from '#shared/changes/changeSet'
import { TABLE_NAMES, type TableName } from '#shared/records/tables'
import { EMPTY_META, NotebookDatabase } from '../../renderer/store/database'
import type { Row } from '../../renderer/store/rows'
import type { Applicable } from '../../renderer/workers/applyEntries'
import { changeSet, testId } from '../shared/changes/memoryNotebook'
import { untilChecked } from './oneWindow'

let created = 0

/** Opens a new, empty index of generation 1 under a name that no other test uses. */
export async function newIndex(): Promise<NotebookDatabase> {
  created += 1
  const db = new NotebookDatabase(`orchard-g1-test${created}`)
  await db.open()
  await db.meta.put({ ...EMPTY_META, generation: 1 })
  return db
}

/** Gives the next test a browser profile without any database. */
export async function forgetAllIndexes(): Promise<void> {
  await untilChecked()
  Dexie.dependencies.indexedDB = new IDBFactory()
}

/** The same database, but for what some tables do when they are asked. */
export function withTables(
  db: NotebookDatabase,
  change: (rows: Table<Row, string>, table: TableName) => Table<Row, string>,
): NotebookDatabase {
  return Object.create(db, {
    rows: { value: (table: TableName) => change(db.rows(table), table) },
  }) as NotebookDatabase
}

/** The same database, of which a table can't be read. */
export function withoutTable(db: NotebookDatabase, unreadable: TableName): NotebookDatabase {
  return withTables(db, (rows, table) => {
    if (table === unreadable) throw new Error('unreadable')
    return rows
  })
}

/** Everything an index holds, in a fixed order. */
export async function dumpOf(db: NotebookDatabase): Promise<unknown> {
  const tables: [string, unknown[]][] = []
  for (const table of TABLE_NAMES) {
    const rows = await db.rows(table).orderBy('id').toArray()
    if (rows.length > 0) tables.push([table, rows])
  }
  return {
    tables,
    log: await db.changeLog.orderBy('key').toArray(),
    meta: await db.meta.get('index'),
  }
}

/** A journal entry with some changes; its change-set's id and time follow from the number. */
export function entry(seq: number, changes: readonly Change[]): Applicable & { readonly set: ChangeSet } {
  return { seq, set: changeSet(testId(500_000 + seq), seq, changes) }
}

/** The change that makes product number n. */
export function newProduct(number: number, name = `product ${number}`): Change {
  return createChange('products', { id: testId(number), name }, 10)
}
