import type { OwnField } from '../ownFields/ownField'
import { SEGMENT_DEPTH_MAX, type SegmentCondition, type SegmentRule } from '../records/segment'
import { err, ok, type Result } from '../result'
import { dayNumber } from '../time/calendarDay'
import { fieldUse } from './fieldCatalogue'
import { OPERATORS, type Operator, operandOf, type SegmentField } from './segmentField'

/**
 * Whether a rule can be asked. Errors: `segment.unknownField` (with the reference), `segment.unknownOperator`,
 * `segment.badValue`, `segment.tooDeep`. A group without conditions is no error: all of nothing is everybody, any of
 * nothing is nobody, none of nothing is everybody.
 */
export function checkRule(rule: SegmentRule, own: readonly OwnField[], depth = 1): Result<undefined> {
  if (!isGroup(rule)) return checkCondition(rule, own)
  if (depth > SEGMENT_DEPTH_MAX) return err('segment.tooDeep', { max: SEGMENT_DEPTH_MAX })
  for (const part of partsOf(rule)) {
    const checked = checkRule(part, own, depth + 1)
    if (!checked.ok) return checked
  }
  return ok(undefined)
}

/** How the parts of a group are joined. */
export type Joint = 'all' | 'any' | 'none'
type Group = Exclude<SegmentRule, SegmentCondition>

export function isGroup(rule: SegmentRule): rule is Group {
  return !('field' in rule)
}

export function jointOf(group: Group): Joint {
  return 'all' in group ? 'all' : 'any' in group ? 'any' : 'none'
}

export function partsOf(group: Group): readonly SegmentRule[] {
  return 'all' in group ? group.all : 'any' in group ? group.any : group.none
}

/** Puts parts under a joint. */
export function groupOf(joint: Joint, parts: readonly SegmentRule[]): SegmentRule {
  return joint === 'all' ? { all: parts } : joint === 'any' ? { any: parts } : { none: parts }
}

/** Whether a field takes a comparison of this name. */
export function operatorOf(field: SegmentField, op: string): Operator | undefined {
  return OPERATORS[field.type].find((one) => one === op)
}

function checkCondition(condition: SegmentCondition, own: readonly OwnField[]): Result<undefined> {
  const use = fieldUse(condition.field, own)
  if (use === undefined) return err('segment.unknownField', { field: condition.field })
  const op = operatorOf(use.field, condition.op)
  if (op === undefined) return err('segment.unknownOperator', { op: condition.op })
  return isFit(use.field, op, condition.value) ? ok(undefined) : err('segment.badValue')
}

function isFit(field: SegmentField, op: Operator, value: SegmentCondition['value']): boolean {
  switch (operandOf(field.type, op)) {
    case 'none':
      return value === undefined
    case 'one':
    case 'text':
      return typeof value === 'string' && value !== ''
    case 'many':
      return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'days':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 36_500
    case 'day':
      return typeof value === 'string' && isDay(value)
  }
}

function isDay(value: string): boolean {
  try {
    dayNumber(value)
    return true
  } catch {
    return false
  }
}
