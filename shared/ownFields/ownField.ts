import { TEXT_MAX_CHARS } from '../records/record'
import type { Settings } from '../records/settings'
import { isoDateSchema } from '../time/values'

/** A field of the notebook's own, as the settings declare it; they stand in the order in which pages show them. */
export type OwnField = NonNullable<Settings['customFields']>[number]
export type OwnKind = OwnField['kind']

/** A value as records keep it: a date is `YYYY-MM-DD`, a choice the option's own words. */
export type OwnValue = string | number | boolean
/** A record's values by the id of their field. */
export type OwnValues = Readonly<Record<string, OwnValue>>

export const OWN_KINDS = ['text', 'number', 'date', 'choice', 'yesNo'] as const satisfies readonly OwnKind[]

/** What own fields can be of. */
export const OWN_TABLES = ['customers', 'people'] as const satisfies readonly OwnField['table'][]
export type OwnTable = (typeof OWN_TABLES)[number]

/** The fields of a table that are in use, in their order. */
export function fieldsInUse(fields: readonly OwnField[], table: OwnTable): OwnField[] {
  return fields.filter((field) => field.table === table && field.retiredAt === undefined)
}

/** The fields that a record shows: those in use, and behind them retired ones of which it has a value. */
export function shownFields(
  fields: readonly OwnField[],
  table: OwnTable,
  values: OwnValues | undefined,
): OwnField[] {
  const retired = fields.filter(
    (field) =>
      field.table === table && field.retiredAt !== undefined && ownValueOf(values, field) !== undefined,
  )
  return [...fieldsInUse(fields, table), ...retired]
}

/** A record's value of a field; undefined where it has none. */
export function ownValueOf(
  values: OwnValues | undefined,
  { id }: Pick<OwnField, 'id'>,
): OwnValue | undefined {
  return values !== undefined && Object.hasOwn(values, id) ? values[id] : undefined
}

/** The values with one of them set, or taken off by `undefined`; undefined when none is left. */
export function withValue(
  values: OwnValues | undefined,
  id: string,
  value: OwnValue | undefined,
): Record<string, OwnValue> | undefined {
  const { [id]: _before, ...others } = values ?? {}
  const next = value === undefined ? others : { ...values, [id]: value }
  return Object.keys(next).length === 0 ? undefined : next
}

/**
 * Whether a field of this kind can hold a value as it is kept. A text may have been a number, a date or a choice before;
 * a choice may have lost its option since, which takes nothing from who has it.
 */
export function fitsKind(kind: OwnKind, value: OwnValue): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'number' || (typeof value === 'string' && value.length <= TEXT_MAX_CHARS)
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'date':
      return isoDateSchema.safeParse(value).success
    case 'choice':
      return typeof value === 'string'
    case 'yesNo':
      return typeof value === 'boolean'
  }
}
