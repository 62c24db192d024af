import type { NewRecord } from '../changes/buildChange'
import { type OwnTable, type OwnValue, type OwnValues, ownValueOf } from '../ownFields/ownField'
import { GRADES, type Grade } from '../records/customer'
import { languageSchema, NAME_MAX_CHARS, TEXT_MAX_CHARS } from '../records/record'
import type { ImportRecord } from './importRecord'
import { extraRuleKey, joinOf, type RuledTarget } from './overwriteRules'
import type { OnFill, PlanField } from './planFields'
import { type FieldWays, settleField } from './settleField'

type CustomerFields = NewRecord<'customers'>
type PersonFields = NewRecord<'people'>
type Extra = Readonly<Record<string, string>>

/** Two titles in one field are a line, two addresses a few: what grows beyond is no field any more. */
const JOINED_MAX_CHARS = NAME_MAX_CHARS
const SALUTATION_MAX_CHARS = 200

/** How a row writes to the fields that may have a rule. */
interface Writing {
  readonly ways: FieldWays
  readonly onFill: OnFill
  /** Columns that have no field. What is too long for its field joins them. */
  readonly extra: Extra
}

/** The values that a row has for fields that may have a rule, each as its field takes it. */
export function ruledValues({ company, person, grade }: ImportRecord): {
  readonly values: Readonly<Partial<Record<RuledTarget, string>>>
  /** What its field can't take: it is kept beside the fields. */
  readonly unfit: Extra
} {
  const values: Partial<Record<RuledTarget, string>> = {}
  const unfit: Record<string, string> = {}
  const take = (
    target: RuledTarget,
    key: string,
    text: string | undefined,
    isFit: (text: string) => boolean,
  ) => {
    if (text === undefined || text === '') return
    if (isFit(text)) values[target] = text
    else unfit[key] = text
  }
  take('address', 'address', company?.address, (text) => text.length <= TEXT_MAX_CHARS)
  take(
    'grade',
    'grade',
    grade === undefined ? undefined : (asGrade(grade) ?? grade),
    (text) => asGrade(text) === text,
  )
  take('person.title', 'title', person?.title?.slice(0, NAME_MAX_CHARS), () => true)
  take('person.salutation', 'salutation', person?.salutation, (text) => text.length <= SALUTATION_MAX_CHARS)
  take('person.language', 'language', person?.language, (text) => languageSchema.safeParse(text).success)
  return { values, unfit }
}

/** The fields of a page that may have a rule, as far as a row changes them. */
export function ruledCustomerFields(
  now: CustomerFields,
  record: ImportRecord,
  { ways, onFill, extra }: Writing,
): Partial<CustomerFields> {
  const { values, unfit } = ruledValues(record)
  const settle = settler(ways, onFill)
  const { address, grade } = unfit
  const beside = {
    ...extra,
    ...(address === undefined ? {} : { address }),
    ...(grade === undefined ? {} : { grade }),
  }
  return {
    ...settle('address', 'address', now.address, values.address, 'address'),
    ...settle('grade', 'grade', now.grade, asGrade(values.grade), 'other'),
    ...ownFields(now.custom, record, 'customers', settle),
    ...extraFields(now.extra, beside, settle),
  }
}

/** The fields of a person that may have a rule, as far as a row changes them. */
export function ruledPersonFields(
  now: PersonFields,
  record: ImportRecord,
  { ways, onFill, extra }: Writing,
): Partial<PersonFields> {
  const { values, unfit } = ruledValues(record)
  const settle = settler(ways, onFill)
  const { salutation, language } = unfit
  const beside = {
    ...extra,
    ...(salutation === undefined ? {} : { salutation }),
    ...(language === undefined ? {} : { language }),
  }
  return {
    ...settle('salutation', 'person.salutation', now.salutation, values['person.salutation'], 'title'),
    ...settle('title', 'person.title', now.title, values['person.title'], 'title'),
    ...settle('language', 'person.language', now.language, values['person.language'], 'other'),
    ...ownFields(now.custom, record, 'people', settle),
    ...extraFields(now.extra, beside, settle),
  }
}

/**
 * The ways of a row that was taken in already, when the file comes again under new rules: what is empty by now was
 * emptied on purpose and stays so.
 */
export function restating(ways: FieldWays): FieldWays {
  return (key) => (ways(key) === 'fill' ? 'leave' : ways(key))
}

function asGrade(text: string | undefined): Grade | undefined {
  return GRADES.find((grade) => grade === text?.toUpperCase())
}

type Settle = ReturnType<typeof settler>

function settler(ways: FieldWays, onFill: OnFill) {
  return <K extends string, T extends OwnValue>(
    key: K,
    rule: string,
    current: T | undefined,
    given: T | undefined,
    field: PlanField,
  ): { readonly [P in K]?: T } => {
    const join = joinOf(rule)
    const joining = join === undefined ? undefined : { with: join, maxChars: JOINED_MAX_CHARS }
    const settled = settleField(current, given, ways(rule), joining)
    if (settled === undefined) return {}
    onFill(field, settled.replaced)
    return { [key]: settled.value } as { readonly [P in K]: T }
  }
}

/** Values of the notebook's own fields of this table. */
function ownFields(
  now: OwnValues | undefined,
  { own = [] }: ImportRecord,
  table: OwnTable,
  settle: Settle,
): { custom?: Record<string, OwnValue> } {
  const prefix = `own.${table}.`
  const settled = own.flatMap(({ target, value }) => {
    if (!target.startsWith(prefix)) return []
    const id = target.slice(prefix.length)
    const next = settle('value', target, ownValueOf(now, { id }), value, 'other').value
    return next === undefined ? [] : [[id, next] as const]
  })
  return settled.length === 0 ? {} : { custom: { ...now, ...Object.fromEntries(settled) } }
}

/** Columns without a field, each under its heading. */
function extraFields(
  now: Extra | undefined,
  given: Extra,
  settle: Settle,
): { extra?: Record<string, string> } {
  const settled = Object.entries(given).flatMap(([header, value]) => {
    const current = now !== undefined && Object.hasOwn(now, header) ? now[header] : undefined
    const next = settle('value', extraRuleKey(header), current, value, 'other').value
    return next === undefined ? [] : [[header, next] as const]
  })
  return settled.length === 0 ? {} : { extra: { ...now, ...Object.fromEntries(settled) } }
}
