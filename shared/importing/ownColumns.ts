import { nameKey } from '../ownFields/declareFields'
import type { OwnField } from '../ownFields/ownField'
import type { ImportOwnValue } from './importRecord'
import { addExtra, type RowContext, type RowValue, type Sinks } from './rowValues'
import { isOwnTarget, type OwnTarget, ownTarget, type Target } from './targets'
import { readOwnValue } from './values/own'

/** The own fields that a table's columns can be, by their targets. */
export function ownByTarget(own: readonly OwnField[] | undefined): ReadonlyMap<Target, OwnField> {
  const pairs = (own ?? []).flatMap((field) => {
    const target = ownTarget(field)
    return target === undefined || field.retiredAt !== undefined ? [] : [[target, field] as const]
  })
  return new Map(pairs)
}

/** The own field that is called as one of these headings. */
export function ownNamed(
  headers: readonly string[],
  own: ReadonlyMap<Target, OwnField>,
): OwnTarget | undefined {
  const keys = new Set(headers.map(nameKey))
  for (const [target, { name }] of own) if (isOwnTarget(target) && keys.has(nameKey(name))) return target
  return undefined
}

/**
 * The values of own fields in a row. What does not fit its field is kept under its heading, and so is a second column of
 * one field.
 */
export function readOwnValues(
  values: readonly RowValue[],
  context: RowContext,
  sinks: Sinks & { readonly extra: Record<string, string> },
): { readonly own?: readonly ImportOwnValue[] } {
  const own: ImportOwnValue[] = []
  for (const value of values) {
    const { target, header, index } = value.column
    if (!isOwnTarget(target)) continue
    const field = context.own.get(target)
    const order = context.dateOrders.get(index)
    const mark = context.decimalMarks.get(index) ?? '.'
    const read = field && readOwnValue(field, value.text, { mark, order, year: context.year })
    if (read === undefined || own.some((before) => before.target === target)) {
      addExtra(sinks.extra, header, value.text)
      if (read === undefined) sinks.warn('import.warn.ownUnfit', value)
    } else own.push({ target, value: read, header, text: value.text })
  }
  return own.length === 0 ? {} : { own }
}
