import type { ImportOverrides } from '#shared/importing/reading'
import { type OwnField, type OwnTable, type OwnValue, ownValueOf } from '#shared/ownFields/ownField'
import type { NotebookDatabase } from '../database'
import { liveRecords } from '../rows'
import { notebookSettings } from './nurture'

/** The notebook's own fields, the retired ones too, in their order. */
export async function ownFields(db: NotebookDatabase): Promise<readonly OwnField[]> {
  return (await notebookSettings(db))?.customFields ?? []
}

/** Every value that there is of a field. It reads the whole table: for the rare moment in which a kind changes. */
export async function valuesOfField(db: NotebookDatabase, table: OwnTable, id: string): Promise<OwnValue[]> {
  const records =
    table === 'customers'
      ? liveRecords('customers', await db.rows('customers').toArray())
      : liveRecords('people', await db.rows('people').toArray())
  return records.flatMap(({ custom }) => ownValueOf(custom, { id }) ?? [])
}

/** Corrections of a reading with the notebook's own fields, which main, that reads no index, can't know. */
export async function withOwnFields(
  notebook: { readonly database: () => NotebookDatabase | undefined },
  overrides: ImportOverrides,
): Promise<ImportOverrides> {
  const db = notebook.database()
  const own = db === undefined ? [] : await ownFields(db)
  return own.length === 0 ? overrides : { ...overrides, own }
}
