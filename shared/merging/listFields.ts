import type { Handle } from '../records/handle'
import type { Json } from '../records/record'

type Items = ReadonlyMap<string, Json>

/** What makes two items of a list the same one. */
const KEY_OF: Readonly<Record<string, (item: Json) => string>> = {
  handles: (item) => `${textOf(item, 'kind')}\n${textOf(item, 'value')}`,
  externalIds: (item) => `${textOf(item, 'scheme')}\n${textOf(item, 'value')}`,
  tags: String,
  otherNames: String,
  furtherSourceIds: String,
}

/** Fields that are a map: each entry is an item under its own name. */
const MAP_FIELDS: ReadonlySet<string> = new Set(['extra', 'custom'])

/**
 * Fields of which a record has one, and the field that keeps what else there was: a page that was merged has one name
 * and remembers the other.
 */
export const REST_OF: Readonly<Record<string, string>> = {
  name: 'otherNames',
  fullName: 'otherNames',
  sourceTouchpointId: 'furtherSourceIds',
}

/** Whether a field is joined item by item, not chosen as a whole. */
export function isListField(field: string): boolean {
  return field in KEY_OF || MAP_FIELDS.has(field)
}

/** The items of a list or map by their keys, in their order; none for an absent field. */
export function itemsOf(field: string, value: unknown): Items {
  if (value === undefined || value === null) return new Map()
  if (MAP_FIELDS.has(field)) return new Map(Object.entries(value as Record<string, Json>))
  const keyOf = KEY_OF[field] ?? String
  return new Map((value as readonly Json[]).map((item) => [keyOf(item), item]))
}

/** Turns items back into the field's value; `undefined` for none, where the field may be absent. */
export function valueOfItems(field: string, items: Items, mayBeAbsent: boolean): Json | undefined {
  if (items.size === 0 && mayBeAbsent) return undefined
  return MAP_FIELDS.has(field) ? Object.fromEntries(items) : [...items.values()]
}

/** All items of two lists, those of the first one first and unchanged. */
export function joinItems(first: Items, second: Items): Items {
  return new Map([...first, ...[...second].filter(([key]) => !first.has(key))])
}

/** The second list as it is put to the first: one address is the preferred one, the first list's where it has one. */
export function besidePreferred(field: string, first: unknown, second: unknown): unknown {
  if (field !== 'handles' || !(first as readonly Handle[]).some(({ preferred }) => preferred === true))
    return second
  return (second as readonly Handle[]).map(({ preferred: _preferred, ...handle }) => handle)
}

function textOf(item: Json, field: string): string {
  return String((item as Readonly<Record<string, Json>>)[field])
}
