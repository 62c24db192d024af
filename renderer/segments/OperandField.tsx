import { MultiSelect, NativeSelect, NumberInput, TagsInput, TextInput } from '@mantine/core'
import type { SegmentCondition } from '#shared/records/segment'
import type { OperandKind, SegmentField } from '#shared/segments/segmentField'
import { useText } from '../i18n/text'
import styles from './Segments.module.css'
import type { SegmentWords } from './useRuleWords'

/** Where the value of a comparison is entered, as its kind wants it. */
export function OperandField(props: {
  field: SegmentField
  kind: OperandKind
  value: SegmentCondition['value']
  currency: string
  words: SegmentWords
  onChange: (value: NonNullable<SegmentCondition['value']>) => void
}) {
  const { field, kind, value, words, onChange } = props
  const text = useText()
  if (kind === 'none') return null
  if (kind === 'number' || kind === 'days') {
    const label =
      kind === 'days'
        ? text('segment.daysLabel')
        : field.type === 'money'
          ? text('segment.whole', { currency: props.currency })
          : text('segment.value')
    return (
      <NumberInput
        className={styles.number ?? ''}
        aria-label={label}
        title={label}
        hideControls
        value={typeof value === 'number' ? value : ''}
        allowDecimal={kind === 'number'}
        min={kind === 'days' ? 0 : Number.MIN_SAFE_INTEGER}
        max={kind === 'days' ? 36_500 : Number.MAX_SAFE_INTEGER}
        onChange={onChange}
      />
    )
  }
  if (kind === 'day' || kind === 'text') {
    return (
      <TextInput
        type={kind === 'day' ? 'date' : 'text'}
        dir={kind === 'day' ? 'ltr' : 'auto'}
        aria-label={text('segment.value')}
        value={typeof value === 'string' ? value : ''}
        maxLength={1000}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  }
  const choices =
    field.own?.options.map((option) => ({ value: option, label: option })) ??
    (field.list === undefined ? [] : words.choices(field.list))
  const many = Array.isArray(value) ? value.map(String) : []
  if (kind === 'many') {
    if (choices.length === 0) {
      return <TagsInput aria-label={text('segment.many')} value={many} onChange={onChange} />
    }
    return (
      <MultiSelect
        aria-label={text('segment.many')}
        searchable
        data={[...choices]}
        value={many}
        onChange={onChange}
      />
    )
  }
  const one = typeof value === 'string' ? value : ''
  // Tags and languages are typed: the notebook keeps no list of them.
  if (choices.length === 0) {
    return (
      <TextInput
        dir="auto"
        aria-label={text('segment.value')}
        value={one}
        maxLength={200}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  }
  return (
    <NativeSelect
      aria-label={text('segment.value')}
      value={one}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[{ value: '', label: '–' }, ...choices]}
    />
  )
}
