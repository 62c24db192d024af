import { NativeSelect } from '@mantine/core'
import { X } from 'lucide-react'
import { SEGMENT_DEPTH_MAX, type SegmentCondition, type SegmentRule } from '#shared/records/segment'
import { groupOf, isGroup, type Joint, jointOf, partsOf } from '#shared/segments/checkRule'
import { useText } from '../i18n/text'
import type { SegmentLists } from '../store/queries/segments'
import { ConditionRow } from './ConditionRow'
import styles from './Segments.module.css'
import type { SegmentWords } from './useRuleWords'

/** What a new condition asks until another field is chosen. */
const FIRST_CONDITION: SegmentCondition = { field: 'stage', op: 'is', value: 'lead' }
const JOINTS: readonly Joint[] = ['all', 'any', 'none']

/** A group of conditions and groups within it, and how they are joined. */
export function RuleGroup(props: {
  rule: SegmentRule
  lists: SegmentLists
  words: SegmentWords
  depth: number
  onChange: (rule: SegmentRule) => void
  onRemove?: () => void
}) {
  const { rule, lists, words, depth, onChange } = props
  const text = useText()
  if (!isGroup(rule)) return null
  const joint = jointOf(rule)
  const parts = partsOf(rule)
  const put = (next: readonly SegmentRule[]) => onChange(groupOf(joint, next))
  const replace = (place: number, part: SegmentRule) =>
    put(parts.map((one, at) => (at === place ? part : one)))
  const remove = (place: number) => put(parts.filter((_, at) => at !== place))
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{text('segment.joint')}</legend>
      <div className={styles.groupHead}>
        <NativeSelect
          aria-label={text('segment.joint')}
          value={joint}
          data={JOINTS.map((one) => ({ value: one, label: text(`segment.joint.${one}`) }))}
          onChange={(event) => onChange(groupOf(event.currentTarget.value as Joint, parts))}
        />
        {props.onRemove !== undefined && (
          <button
            type="button"
            className={styles.small}
            aria-label={text('segment.removeGroup')}
            title={text('segment.removeGroup')}
            onClick={props.onRemove}
          >
            <X size={15} strokeWidth={1.5} aria-hidden="true" />
          </button>
        )}
      </div>
      {parts.map((part, place) =>
        isGroup(part) ? (
          <RuleGroup
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
            key={place}
            rule={part}
            lists={lists}
            words={words}
            depth={depth + 1}
            onChange={(next) => replace(place, next)}
            onRemove={() => remove(place)}
          />
        ) : (
          <ConditionRow
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
            key={place}
            condition={part}
            lists={lists}
            words={words}
            onChange={(next) => replace(place, next)}
            onRemove={() => remove(place)}
          />
        ),
      )}
      <div className={styles.actions}>
        <button type="button" className={styles.button} onClick={() => put([...parts, FIRST_CONDITION])}>
          {text('segment.addCondition')}
        </button>
        {depth < SEGMENT_DEPTH_MAX && (
          <button
            type="button"
            className={styles.button}
            onClick={() => put([...parts, { any: [FIRST_CONDITION] }])}
          >
            {text('segment.addGroup')}
          </button>
        )}
      </div>
    </fieldset>
  )
}
