import type { OwnField } from '../ownFields/ownField'
import type { SegmentCondition, SegmentRule } from '../records/segment'
import { ok, type Result } from '../result'
import { addDays } from '../time/calendarDay'
import { checkRule, isGroup, jointOf, operatorOf, partsOf } from './checkRule'
import { fieldUse } from './fieldCatalogue'
import type { FieldType, Operator } from './segmentField'
import type { SegmentMoment, SegmentSubject } from './segmentSubject'

/** Says of a customer whether a rule means them. */
type Matches = (subject: SegmentSubject) => boolean

/**
 * Prepares a rule for many customers at one moment: fields, periods and values are looked up once. What is not known
 * fits no comparison but `unknown`, `isNot` and `hasNot`. Errors as `checkRule`.
 */
export function compileRule(
  rule: SegmentRule,
  moment: SegmentMoment,
  own: readonly OwnField[],
): Result<Matches> {
  const checked = checkRule(rule, own)
  return checked.ok ? ok(compiled(rule, moment, own)) : checked
}

function compiled(rule: SegmentRule, moment: SegmentMoment, own: readonly OwnField[]): Matches {
  if (!isGroup(rule)) return compiledCondition(rule, moment, own)
  const parts = partsOf(rule).map((part) => compiled(part, moment, own))
  const joint = jointOf(rule)
  if (joint === 'all') return (subject) => parts.every((part) => part(subject))
  if (joint === 'any') return (subject) => parts.some((part) => part(subject))
  return (subject) => !parts.some((part) => part(subject))
}

function compiledCondition(
  condition: SegmentCondition,
  moment: SegmentMoment,
  own: readonly OwnField[],
): Matches {
  const use = fieldUse(condition.field, own)
  const op = use === undefined ? undefined : operatorOf(use.field, condition.op)
  // `compileRule` has checked both.
  if (use === undefined || op === undefined) return () => false
  const read = use.field.reader(use.args, moment)
  const test = comparison(use.field.type, op, condition.value, moment)
  return (subject) => test(read(subject))
}

type Test = (value: string | number | boolean | readonly string[] | undefined) => boolean

function comparison(
  type: FieldType,
  op: Operator,
  operand: SegmentCondition['value'],
  moment: SegmentMoment,
): Test {
  if (op === 'known') return isKnown
  if (op === 'unknown') return (value) => !isKnown(value)
  if (type === 'flag') return op === 'yes' ? (value) => value === true : (value) => value !== true
  if (type === 'date') return dayTest(op, operand, moment)
  if (type === 'number' || type === 'money') {
    return numberTest(op, Number(operand) * (type === 'money' ? moment.minorPerUnit : 1))
  }
  if (type === 'set') return setTest(op, operand)
  if (type === 'text') return textTest(op, String(operand))
  const wanted = listOf(operand)
  if (op === 'isNot') return (value) => !wanted.has(String(value))
  return (value) => typeof value === 'string' && wanted.has(value)
}

function isKnown(value: Parameters<Test>[0]): boolean {
  if (value === undefined || value === '') return false
  return typeof value !== 'object' || value.length > 0
}

function setTest(op: Operator, operand: SegmentCondition['value']): Test {
  const wanted = listOf(operand)
  const has: Test = (value) => typeof value === 'object' && value.some((one) => wanted.has(one))
  return op === 'hasNot' ? (value) => !has(value) : has
}

/** Words are compared without regard to case, as people type them. */
function textTest(op: Operator, operand: string): Test {
  const wanted = operand.toLocaleLowerCase('en')
  return (value) => {
    if (typeof value !== 'string') return false
    const text = value.toLocaleLowerCase('en')
    return op === 'is' ? text === wanted : text.includes(wanted)
  }
}

function numberTest(op: Operator, wanted: number): Test {
  return (value) => {
    if (typeof value !== 'number') return false
    return op === 'atLeast' ? value >= wanted : op === 'atMost' ? value <= wanted : value === wanted
  }
}

function dayTest(op: Operator, operand: SegmentCondition['value'], { today }: SegmentMoment): Test {
  const onDay =
    (test: (day: string) => boolean): Test =>
    (value) =>
      typeof value === 'string' && test(value)
  if (op === 'onOrAfter') return onDay((day) => day >= String(operand))
  if (op === 'before') return onDay((day) => day < String(operand))
  if (op === 'nextDays') {
    const until = addDays(today, Number(operand))
    return onDay((day) => day >= today && day <= until)
  }
  const from = addDays(today, -Number(operand))
  return op === 'withinDays' ? onDay((day) => day >= from && day <= today) : onDay((day) => day < from)
}

function listOf(operand: SegmentCondition['value']): ReadonlySet<string> {
  return new Set(Array.isArray(operand) ? operand.map(String) : [String(operand)])
}
