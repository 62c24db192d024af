import type { OwnField } from '../ownFields/ownField'
import { INTERACTION_KINDS } from '../records/interaction'
import { PAGE_FIELDS } from './pageFields'
import { REACH_FIELDS } from './reachFields'
import { ANY, type FieldParam, type FieldType, type SegmentField } from './segmentField'
import { TALK_FIELDS } from './talkFields'
import { TRADE_FIELDS } from './tradeFields'

/** Every shipped field, in the order in which the editor lists them. */
export const SEGMENT_FIELDS: readonly SegmentField[] = [
  ...PAGE_FIELDS,
  ...TALK_FIELDS,
  ...TRADE_FIELDS,
  ...REACH_FIELDS,
]

const BY_KEY = new Map(SEGMENT_FIELDS.map((field) => [field.key, field]))
/** More than a century is no period that anybody means. */
const DAYS_MAX = 36_500
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const OWN_TYPES: Readonly<Record<OwnField['kind'], FieldType>> = {
  text: 'text',
  number: 'number',
  date: 'date',
  choice: 'choice',
  yesNo: 'flag',
}

/** The notebook's own fields of customers and people as fields of rules; retired ones can still be asked about. */
export function ownFields(declared: readonly OwnField[]): SegmentField[] {
  return declared.flatMap((one) => {
    if (one.table === 'products') return []
    const ofPeople = one.table === 'people'
    const own = { name: one.name, options: one.options ?? [] }
    const asked = OWN_TYPES[one.kind]
    return [
      {
        key: `${ofPeople ? 'peopleCustom' : 'custom'}.${one.id}`,
        group: 'custom' as const,
        // Of several people each may have a value: what one of them has, the customer has.
        type: ofPeople && asked === 'choice' ? 'set' : asked,
        params: [],
        own,
        reader: () => (subject) => {
          if (!ofPeople) return typed(subject.page.custom?.[one.id], asked)
          const values = subject.people.flatMap(({ custom }) => typed(custom?.[one.id], asked) ?? [])
          return asked === 'choice' ? values.map(String) : values[0]
        },
      } satisfies SegmentField,
    ]
  })
}

/** A value that does not fit its declaration, such as from before the field was changed, is not known. */
function typed(value: string | number | boolean | undefined, type: FieldType) {
  if (value === undefined || value === '') return undefined
  if (type === 'number') return typeof value === 'number' ? value : undefined
  if (type === 'flag') return value === true
  return String(value)
}

/** A field with the arguments that a reference gives it. */
export interface FieldUse {
  readonly field: SegmentField
  readonly args: readonly string[]
}

/**
 * Reads a reference such as `talks.count/call/in/90`; arguments that are left out stand for any. Undefined for a field
 * that does not exist and for arguments that it does not take.
 */
export function fieldUse(reference: string, own: readonly OwnField[]): FieldUse | undefined {
  const [key = '', ...args] = reference.split('/')
  const field = BY_KEY.get(key) ?? ownFields(own).find((one) => one.key === key)
  if (field === undefined || args.length > field.params.length) return undefined
  const isFit = args.every((arg, place) => fits(field.params[place], arg))
  return isFit ? { field, args } : undefined
}

/** Writes a reference; arguments for any at the end are left out, so that one question has one reference. */
export function fieldReference(key: string, args: readonly string[]): string {
  const last = args.findLastIndex((arg) => arg !== ANY)
  return [key, ...args.slice(0, last + 1)].join('/')
}

function fits(param: FieldParam | undefined, arg: string): boolean {
  if (arg === ANY) return true
  if (param === 'talkKind') return (INTERACTION_KINDS as readonly string[]).includes(arg)
  if (param === 'direction') return arg === 'in' || arg === 'out'
  if (param === 'content') return UUID.test(arg)
  return /^\d{1,5}$/.test(arg) && Number(arg) <= DAYS_MAX
}
