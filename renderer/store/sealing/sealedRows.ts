import type { DBCore, DBCoreCursor, DBCoreTable, Middleware } from 'dexie'
import { META_TABLE } from '../schemaVersions'
import type { RowSeal } from './rowSeal'

type Stored = Readonly<Record<string, unknown>>

/** Nearer to the disk than anything of Dexie's own, so that all of it sees rows as they are. */
const LEVEL = -10
/** Where the sealed part of a row lies. */
const SEALED = 'sealed'
/** Where those of its fields lie that are bytes, each by its name. */
const SEALED_BYTES = 'sealedBytes'

/**
 * Lets nothing of a row reach the disk in plain but its key and what it is queried by, and opens rows where they are
 * read; whoever reads or writes knows nothing of it. It answers at once, so that transactions go on as ever. The row
 * that says how far the index has followed holds numbers only and is left alone.
 */
export function sealedRows(seal: RowSeal): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'SealedRows',
    level: LEVEL,
    create: (core) => ({
      ...core,
      table: (name) => (name === META_TABLE ? core.table(name) : sealedTable(core.table(name), seal)),
    }),
  }
}

function sealedTable(table: DBCoreTable, seal: RowSeal): DBCoreTable {
  const { primaryKey, indexes } = table.schema
  const plain = new Set([primaryKey, ...indexes].flatMap(({ keyPath }) => keyPath ?? []))
  const boundTo = (row: Stored) => `${table.name}/${String(row[String(primaryKey.keyPath)])}`

  const toStored = (row: Stored): Stored => {
    const kept: Record<string, unknown> = {}
    const rest: Record<string, unknown> = {}
    const bytes: Record<string, Uint8Array> = {}
    for (const [field, value] of Object.entries(row)) {
      if (plain.has(field)) kept[field] = value
      else if (value instanceof Uint8Array) bytes[field] = seal.sealBytes(value, `${boundTo(row)}/${field}`)
      else rest[field] = value
    }
    const stored = { ...kept, [SEALED]: seal.seal(rest, boundTo(row)) }
    return Object.keys(bytes).length === 0 ? stored : { ...stored, [SEALED_BYTES]: bytes }
  }

  const toRow = (stored: unknown): unknown => {
    if (typeof stored !== 'object' || stored === null || !(SEALED in stored)) return stored
    const { [SEALED]: sealed, [SEALED_BYTES]: bytes = {}, ...kept } = stored as Stored
    const row = { ...kept, ...(seal.open(sealed as Uint8Array, boundTo(kept)) as Stored) }
    for (const [field, sealedField] of Object.entries(bytes as Readonly<Record<string, Uint8Array>>))
      row[field] = seal.openBytes(sealedField, `${boundTo(kept)}/${field}`)
    return row
  }

  return {
    ...table,
    mutate: (request) =>
      table.mutate(
        request.type === 'add' || request.type === 'put'
          ? { ...request, values: request.values.map((row) => toStored(row as Stored)) }
          : request,
      ),
    get: (request) => table.get(request).then(toRow),
    getMany: (request) => table.getMany(request).then((rows) => rows.map(toRow)),
    query: (request) =>
      table
        .query(request)
        .then((answer) =>
          request.values === true ? { ...answer, result: answer.result.map(toRow) } : answer,
        ),
    openCursor: (request) =>
      table
        .openCursor(request)
        .then((cursor) =>
          cursor === null || request.values !== true ? cursor : openedCursor(cursor, toRow),
        ),
  }
}

/** The browser's own cursor answers to nobody but itself, so that each of its members is asked of it by name. */
function openedCursor(cursor: DBCoreCursor, toRow: (stored: unknown) => unknown): DBCoreCursor {
  return Object.create(cursor, {
    key: { get: () => cursor.key },
    primaryKey: { get: () => cursor.primaryKey },
    value: { get: () => toRow(cursor.value) },
    continue: { value: (key?: unknown) => cursor.continue(key) },
    continuePrimaryKey: {
      value: (key: unknown, primaryKey: unknown) => cursor.continuePrimaryKey(key, primaryKey),
    },
    advance: { value: (count: number) => cursor.advance(count) },
  }) as DBCoreCursor
}
