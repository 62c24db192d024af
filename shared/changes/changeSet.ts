import * as z from 'zod'
import { recordIdSchema } from '../records/record'
import { isTableName, type TableName, tableSchemas } from '../records/tables'
import { err, ok, type Result } from '../result'
import { epochMsSchema } from '../time/values'

/** A record seen without its type, as the change machinery treats all tables alike. */
export type LooseRecord = { readonly id: string; readonly rev: number } & Readonly<Record<string, unknown>>

/**
 * One record's change. `before` is absent for a create; otherwise it holds the old values of the changed
 * fields, and `added` names the fields that did not exist before. `after` is always the full record, so that
 * applying a change twice gives the same row.
 */
export interface Change {
  readonly table: TableName
  readonly id: string
  readonly before?: Readonly<Record<string, unknown>> | undefined
  readonly added?: readonly string[] | undefined
  readonly after: LooseRecord
}

export const changeOriginSchema = z.enum([
  'person',
  'import',
  'plan',
  'sample',
  'merge',
  'restore',
  /** The log of what left the notebook: undo passes over it. */
  'export',
  'undo',
  'redo',
])
export type ChangeOrigin = z.infer<typeof changeOriginSchema>

/** What the interface calls the change: a catalogue key and its parameters. Never prose. */
export interface ChangeLabel {
  readonly key: string
  readonly params?: Readonly<Record<string, string | number>> | undefined
}

/** One intent of a person (or one import, one undo): pure data, journalled whole or not at all. */
export interface ChangeSet {
  readonly id: string
  readonly label: ChangeLabel
  readonly origin: ChangeOrigin
  readonly notebookId: string
  readonly deviceId: string
  readonly at: number
  /** The change-set that this one takes back, when the origin is `undo`, or brings back, when `redo`. */
  readonly reverses?: string | undefined
  /** Empty only in a reversal that found every record worked on since: that it was tried is remembered. */
  readonly changes: readonly Change[]
}

const labelSchema = z.strictObject({
  key: z.string().max(100),
  params: z.record(z.string().max(50), z.union([z.string().max(10_000), z.number()])).optional(),
})

const headSchema = z.strictObject({
  id: recordIdSchema,
  label: labelSchema,
  origin: changeOriginSchema,
  notebookId: recordIdSchema,
  deviceId: recordIdSchema,
  at: epochMsSchema,
  reverses: recordIdSchema.optional(),
  changes: z.array(z.unknown()).max(100_000),
})

const looseChangeSchema = z.strictObject({
  table: z.string(),
  id: recordIdSchema,
  before: z.record(z.string().max(60), z.unknown()).optional(),
  added: z.array(z.string().max(60)).max(200).optional(),
  after: z.looseObject({ id: recordIdSchema }),
})

/**
 * Checks that a value from outside is a change-set that may be journalled: known tables, whole valid records,
 * ids that agree. Returns `changes.invalid` with the place of the first fault; nothing is coerced.
 */
export function parseChangeSet(value: unknown): Result<ChangeSet> {
  const head = headSchema.safeParse(value)
  if (!head.success) return invalid(head.error)
  if (head.data.changes.length === 0 && head.data.reverses === undefined)
    return err('changes.invalid', { at: 'changes', rule: 'too_small' })
  const changes: Change[] = []
  for (const [index, item] of head.data.changes.entries()) {
    const change = parseChange(item)
    if (!change.ok) return err(change.error.code, { ...change.error.params, index })
    changes.push(change.value)
  }
  return ok({ ...head.data, changes })
}

/**
 * Reads a change-set back from the journal, which gives only bytes that it has proven to be those it was given; what
 * they say was checked then, by `parseChangeSet`. So the records are not checked again, only that it is a change-set
 * and that each change can be put in its place. Error: `changes.invalid`.
 */
export function readJournalled(json: string): Result<ChangeSet> {
  const head = headSchema.safeParse(parseJson(json))
  if (!head.success) return invalid(head.error)
  if (head.data.changes.length === 0 && head.data.reverses === undefined)
    return err('changes.invalid', { at: 'changes', rule: 'too_small' })
  const index = head.data.changes.findIndex((change) => !isPlaced(change))
  if (index >= 0) return err('changes.invalid', { at: 'changes', rule: 'custom', index })
  return ok({ ...head.data, changes: head.data.changes as readonly Change[] })
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function isPlaced(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { table, id, after } = value as Partial<Record<keyof Change, unknown>>
  if (typeof table !== 'string' || !isTableName(table) || typeof id !== 'string') return false
  return typeof after === 'object' && after !== null && (after as LooseRecord).id === id
}

/** Checks one change on its own, as the chunks of an import carry them. */
export function parseChange(value: unknown): Result<Change> {
  const loose = looseChangeSchema.safeParse(value)
  if (!loose.success) return invalid(loose.error)
  const { table, id, before, added, after } = loose.data
  if (!isTableName(table)) return err('changes.invalid', { at: 'table' })
  if (after.id !== id) return err('changes.invalid', { at: 'after.id' })
  const record = tableSchemas[table].safeParse(after)
  if (!record.success) return invalid(record.error, `${table}.`)
  return ok({
    table,
    id,
    ...(before === undefined ? {} : { before }),
    ...(added === undefined ? {} : { added }),
    after: record.data as unknown as LooseRecord,
  })
}

function invalid(error: z.ZodError, prefix = ''): Result<never> {
  const issue = error.issues[0]
  // The place and the rule, never the value: errors are logged and carry no customer data.
  return err('changes.invalid', {
    at: prefix + (issue?.path.join('.') ?? ''),
    rule: issue?.code ?? 'unknown',
  })
}
