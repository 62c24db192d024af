import { NativeSelect } from '@mantine/core'
import { X } from 'lucide-react'
import type { SegmentCondition } from '#shared/records/segment'
import { operatorOf } from '#shared/segments/checkRule'
import { fieldName } from '#shared/segments/describeRule'
import { fieldReference, fieldUse, ownFields, SEGMENT_FIELDS } from '#shared/segments/fieldCatalogue'
import {
  ANY,
  FIELD_GROUPS,
  type FieldParam,
  OPERATORS,
  type Operator,
  operandOf,
  type SegmentField,
} from '#shared/segments/segmentField'
import { useText } from '../i18n/text'
import type { SegmentLists } from '../store/queries/segments'
import { OperandField } from './OperandField'
import styles from './Segments.module.css'
import type { SegmentWords } from './useRuleWords'

/** Periods that are offered; a rule may hold another number of days. */
const PERIODS: readonly string[] = ['7', '30', '90', '180', '365', '730']

/** One thing that is asked: the field, what narrows it down, the comparison, the value. */
export function ConditionRow(props: {
  condition: SegmentCondition
  lists: SegmentLists
  words: SegmentWords
  onChange: (condition: SegmentCondition) => void
  onRemove: () => void
}) {
  const { condition, lists, words, onChange } = props
  const text = useText()
  // A retired field is asked about only where it is already.
  const offered = lists.own.filter(
    ({ id, retiredAt }) => retiredAt === undefined || condition.field.includes(id),
  )
  const fields = [...SEGMENT_FIELDS, ...ownFields(offered)]
  const use = fieldUse(condition.field, lists.own)
  const op = use === undefined ? undefined : operatorOf(use.field, condition.op)
  const args = use?.field.params.map((_, place) => use.args[place] ?? ANY) ?? []
  const chooseField = (key: string) => {
    const field = fields.find((one) => one.key === key)
    if (field !== undefined) onChange(fresh(field, key, OPERATORS[field.type][0]))
  }
  return (
    <fieldset className={styles.condition} aria-label={text('segment.condition')}>
      <NativeSelect
        aria-label={text('segment.field')}
        value={use?.field.key ?? ''}
        onChange={(event) => chooseField(event.currentTarget.value)}
        data={[
          ...(use === undefined ? [{ value: '', label: condition.field }] : []),
          ...FIELD_GROUPS.map((group) => ({
            group: text(`segment.group.${group}`),
            items: fields
              .filter((field) => field.group === group)
              .map((field) => ({ value: field.key, label: fieldName(field, text) })),
          })).filter(({ items }) => items.length > 0),
        ]}
      />
      {use?.field.params.map((param, place) => (
        <ParamSelect
          key={param}
          param={param}
          value={args[place] ?? ANY}
          words={words}
          onChange={(arg) =>
            onChange({
              ...condition,
              field: fieldReference(
                use.field.key,
                args.map((one, at) => (at === place ? arg : one)),
              ),
            })
          }
        />
      ))}
      {use !== undefined && (
        <NativeSelect
          aria-label={text('segment.comparison')}
          value={op ?? ''}
          onChange={(event) =>
            onChange(fresh(use.field, condition.field, event.currentTarget.value as Operator))
          }
          data={OPERATORS[use.field.type].map((one) => ({ value: one, label: text(`segment.op.${one}`) }))}
        />
      )}
      {use !== undefined && op !== undefined && (
        <OperandField
          field={use.field}
          kind={operandOf(use.field.type, op)}
          value={condition.value}
          currency={lists.currency}
          words={words}
          onChange={(value) => onChange({ ...condition, value })}
        />
      )}
      <button
        type="button"
        className={styles.small}
        aria-label={text('segment.removeCondition')}
        title={text('segment.removeCondition')}
        onClick={props.onRemove}
      >
        <X size={15} strokeWidth={1.5} aria-hidden="true" />
      </button>
    </fieldset>
  )
}

/** A condition with a comparison and the value that it begins with; lists and words begin empty and wait to be chosen. */
function fresh(field: SegmentField, reference: string, op: Operator): SegmentCondition {
  const first = { none: undefined, one: '', many: [], text: '', number: 1, days: 30, day: '' } as const
  const value = first[operandOf(field.type, op)]
  if (value === undefined) return { field: reference, op }
  return { field: reference, op, value: Array.isArray(value) ? [] : (value as string | number) }
}

function ParamSelect(props: {
  param: FieldParam
  value: string
  words: SegmentWords
  onChange: (value: string) => void
}) {
  const text = useText()
  const { param, value, words } = props
  const offered = {
    talkKind: () => words.choices('interaction'),
    content: () => words.choices('content'),
    direction: () => (['in', 'out'] as const).map((way) => ({ value: way, label: text(`direction.${way}`) })),
    days: () =>
      [...new Set([...PERIODS, ...(value === ANY ? [] : [value])])].map((days) => ({
        value: days,
        label: text('segment.lastDays', { count: Number(days) }),
      })),
  }[param]()
  const labels = {
    talkKind: 'segment.interaction',
    content: 'segment.piece',
    direction: 'segment.direction',
    days: 'segment.daysLabel',
  } as const
  const any = {
    talkKind: 'segment.any',
    content: 'segment.anyPiece',
    direction: 'segment.anyWay',
    days: 'segment.ever',
  } as const
  return (
    <NativeSelect
      aria-label={text(labels[param])}
      value={value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      data={[{ value: ANY, label: text(any[param]) }, ...offered]}
    />
  )
}
