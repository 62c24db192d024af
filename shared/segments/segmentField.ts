import type { SegmentMoment, SegmentSubject } from './segmentSubject'

/** The comparisons of each type of field; the editor offers them in this order. */
export const OPERATORS = {
  choice: ['is', 'isNot', 'in', 'known', 'unknown'],
  set: ['has', 'hasNot', 'hasAny', 'known', 'unknown'],
  text: ['is', 'contains', 'known', 'unknown'],
  number: ['atLeast', 'atMost', 'is', 'known', 'unknown'],
  money: ['atLeast', 'atMost', 'known', 'unknown'],
  date: ['withinDays', 'olderThanDays', 'nextDays', 'onOrAfter', 'before', 'known', 'unknown'],
  flag: ['yes', 'no'],
} as const
export type FieldType = keyof typeof OPERATORS
export type Operator = (typeof OPERATORS)[FieldType][number]

/** What a comparison is given beside the field. */
export type OperandKind = 'none' | 'one' | 'many' | 'text' | 'number' | 'days' | 'day'

/** What stands behind each comparison. A choice and a set take values of the field's list, a text takes words. */
export function operandOf(type: FieldType, op: Operator): OperandKind {
  if (op === 'known' || op === 'unknown' || type === 'flag') return 'none'
  if (op === 'in' || op === 'hasAny') return 'many'
  if (type === 'choice' || type === 'set') return 'one'
  if (type === 'text') return 'text'
  if (type !== 'date') return 'number'
  return op === 'onOrAfter' || op === 'before' ? 'day' : 'days'
}

/** Lists that values come from. Those of the notebook itself (staff, products) are read where they are shown. */
export type ValueList =
  | 'stage'
  | 'grade'
  | 'handle'
  | 'interaction'
  | 'fact'
  | 'personRole'
  | 'channelKind'
  | 'country'
  | 'language'
  | 'tag'
  | 'staff'
  | 'touchpoint'
  | 'channel'
  | 'product'
  | 'content'
  | 'carrier'
  | 'plan'
  | 'position'

/** What narrows a field down, part of its reference: `talks.count/call/in/90`. */
export type FieldParam = 'talkKind' | 'direction' | 'days' | 'content'

/** Stands for "of any kind", "either way", "ever", "any piece" in a reference. */
export const ANY = 'any'

/** The groups in which the editor lists fields. */
export const FIELD_GROUPS = ['page', 'people', 'talks', 'trade', 'reach', 'care', 'custom'] as const
type FieldGroup = (typeof FIELD_GROUPS)[number]

type FieldValue = string | number | boolean | readonly string[] | undefined
type ReadField = (subject: SegmentSubject) => FieldValue

/**
 * One thing that can be asked of a customer. The editor, the check of rules, their words and their evaluation all come
 * from this declaration.
 */
export interface SegmentField {
  readonly key: string
  readonly group: FieldGroup
  readonly type: FieldType
  readonly params: readonly FieldParam[]
  readonly list?: ValueList
  /** A field of the notebook's own: its name and choices as the person wrote them. */
  readonly own?: { readonly name: string; readonly options: readonly string[] }
  /** Prepares the reading for the arguments of a reference and a moment; amounts are in the smallest unit. */
  readonly reader: (args: readonly string[], moment: SegmentMoment) => ReadField
}

/** Declares a field whose reading needs neither arguments nor the moment. */
export function plainField(
  key: string,
  group: FieldGroup,
  type: FieldType,
  read: ReadField,
  list?: ValueList,
): SegmentField {
  return { key, group, type, params: [], reader: () => read, ...(list === undefined ? {} : { list }) }
}
