import type { OwnValue } from '../ownFields/ownField'

/** How a row may write to a field: only where it is empty, over what stands there, behind it, or not at all. */
export type Way = 'fill' | 'replace' | 'append' | 'leave'

/** The way of each field, by the key of its rule. */
export type FieldWays = (key: string) => Way

/** No rules: every field is only filled in. */
export const ONLY_FILLS: FieldWays = () => 'fill'

/** What a field becomes, and whether something that was there gave way. */
export interface Settled<T> {
  readonly value: T
  readonly replaced: boolean
}

/**
 * What becomes of a field; undefined where it stays as it is. A blank erases nothing whatever the way, and the same
 * value twice changes nothing the second time.
 */
export function settleField<T extends OwnValue>(
  current: T | undefined,
  given: T | undefined,
  way: Way,
  join: { readonly with: string; readonly maxChars: number } | undefined,
): Settled<T | string> | undefined {
  if (given === undefined || given === '' || way === 'leave' || given === current) return undefined
  if (current === undefined || current === '') return { value: given, replaced: false }
  if (way === 'replace') return { value: given, replaced: true }
  if (way !== 'append' || join === undefined || typeof current !== 'string' || typeof given !== 'string')
    return undefined
  if (holds(current, given, join.with)) return undefined
  const joined = `${current}${join.with}${given}`
  // What has no room is left out whole: half a value would be a wrong one.
  return joined.length > join.maxChars ? undefined : { value: joined, replaced: false }
}

/** Whether one of the values that stand there is this one. */
function holds(current: string, given: string, separator: string): boolean {
  return `${separator}${current}${separator}`.includes(`${separator}${given}${separator}`)
}
