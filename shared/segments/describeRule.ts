import { isMessageKey, type MessageKey } from '../i18n/catalogues'
import type { MessageValues } from '../i18n/translator'
import type { OwnField } from '../ownFields/ownField'
import type { InteractionKind } from '../records/interaction'
import type { SegmentCondition, SegmentRule } from '../records/segment'
import { isGroup, jointOf, operatorOf, partsOf } from './checkRule'
import { type FieldUse, fieldUse } from './fieldCatalogue'
import { ANY, operandOf, type SegmentField, type ValueList } from './segmentField'

/** How the surroundings say things: the interface's messages, names of values, lists and formats. */
export interface RuleWords {
  readonly text: (key: MessageKey, values?: MessageValues) => string
  /** What a value of a list is called: a country, a product, a stage. */
  readonly nameOf: (list: ValueList, value: string) => string
  /** Joins parts with "and" or "or" as the language does. */
  readonly join: (parts: readonly string[], how: 'and' | 'or') => string
  readonly day: (day: string) => string
  readonly number: (value: number) => string
  /** An amount in whole units of the base currency. */
  readonly money: (value: number) => string
}

/** A rule as a plain sentence; what can't be asked is said to be unknown. */
export function describeRule(rule: SegmentRule, own: readonly OwnField[], words: RuleWords): string {
  if (!isGroup(rule)) return describeCondition(rule, own, words)
  const parts = partsOf(rule)
  const joint = jointOf(rule)
  if (parts.length === 0) return words.text(`segment.empty.${joint}`)
  const said = parts.map((part) => {
    const sentence = describeRule(part, own, words)
    const isBracketed = isGroup(part) && partsOf(part).length > 1 && jointOf(part) !== 'none'
    return isBracketed ? words.text('segment.bracket', { sentence }) : sentence
  })
  if (joint === 'none') return words.text('segment.noneOf', { parts: words.join(said, 'or') })
  return words.join(said, joint === 'all' ? 'and' : 'or')
}

/** What a field is called. */
export function fieldName(field: SegmentField, text: RuleWords['text']): string {
  const key = `segment.field.${field.key}`
  if (isMessageKey(key)) return text(key)
  return field.own?.name ?? field.key
}

function describeCondition(condition: SegmentCondition, own: readonly OwnField[], words: RuleWords): string {
  const use = fieldUse(condition.field, own)
  const op = use === undefined ? undefined : operatorOf(use.field, condition.op)
  if (use === undefined || op === undefined)
    return words.text('segment.unknownCondition', { field: condition.field })
  const field = narrowedName(use, words)
  const value = operandWords(use.field, condition, words)
  return words.text(`segment.says.${op}`, { field, value })
}

function narrowedName({ field, args }: FieldUse, words: RuleWords): string {
  const narrowed = args.flatMap((arg, place) => {
    if (arg === ANY) return []
    const param = field.params[place]
    if (param === 'talkKind') return words.text(`interaction.${arg as InteractionKind}`)
    if (param === 'direction') return words.text(arg === 'in' ? 'direction.in' : 'direction.out')
    if (param === 'content') return words.nameOf('content', arg)
    return words.text('segment.lastDays', { count: Number(arg) })
  })
  const name = fieldName(field, words.text)
  return narrowed.length === 0
    ? name
    : words.text('segment.narrowed', { field: name, narrowed: narrowed.join(', ') })
}

function operandWords(field: SegmentField, condition: SegmentCondition, words: RuleWords): string {
  const { value } = condition
  const op = operatorOf(field, condition.op)
  const kind = op === undefined ? 'none' : operandOf(field.type, op)
  const name = (one: string | number) =>
    field.list === undefined ? String(one) : words.nameOf(field.list, String(one))
  if (kind === 'many' && Array.isArray(value)) return words.join(value.map(name), 'or')
  if (kind === 'one' && typeof value === 'string') return name(value)
  if (kind === 'days') return words.text('segment.days', { count: Number(value) })
  if (kind === 'day') return words.day(String(value))
  if (kind === 'number')
    return field.type === 'money' ? words.money(Number(value)) : words.number(Number(value))
  return kind === 'text' ? String(value) : ''
}
