import { TextInput } from '@mantine/core'
import { useDeferredValue, useState } from 'react'
import type { MessageValues } from '#shared/i18n/translator'
import type { SegmentRule } from '#shared/records/segment'
import { checkRule, isGroup } from '#shared/segments/checkRule'
import { describeRule } from '#shared/segments/describeRule'
import type { ListedSegment } from '#shared/segments/readyMade'
import { useText } from '../i18n/text'
import type { SegmentLists } from '../store/queries/segments'
import { useSegmentCounts } from '../store/segmentAnswers'
import { RuleGroup } from './RuleGroup'
import styles from './Segments.module.css'
import { segmentName } from './segmentName'
import type { SegmentWords } from './useRuleWords'
import { useSegmentEdits } from './useSegmentEdits'

/** Writes a segment's rule; how many fit is said with every change. */
export function SegmentEditor(props: {
  segment: ListedSegment
  lists: SegmentLists
  words: SegmentWords
  errorText: (code: string, params?: MessageValues) => string
  /** With the id of what was saved; without one when nothing was. */
  onDone: (id?: string) => void
}) {
  const { segment, lists, words } = props
  const text = useText()
  const edits = useSegmentEdits()
  const [name, setName] = useState(segment.name)
  const [rule, setRule] = useState<SegmentRule>(
    isGroup(segment.rule) ? segment.rule : { all: [segment.rule] },
  )
  const [saving, setSaving] = useState(false)
  const { excludedIds } = segment
  const asked = useDeferredValue(rule)
  const checked = checkRule(rule, lists.own)
  const answer = useSegmentCounts(checkRule(asked, lists.own).ok ? [{ rule: asked, excludedIds }] : undefined)
  const count = answer?.ok === true ? answer.value.counts[0] : undefined

  const save = async () => {
    if (saving || !checked.ok) return
    setSaving(true)
    const id = await edits.save(segment, { name: name.trim(), rule, excludedIds })
    setSaving(false)
    if (id !== undefined) props.onDone(id)
  }

  return (
    <form
      className={styles.pane}
      aria-label={text('segment.edit')}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
      }}
    >
      <TextInput
        data-autofocus
        autoFocus
        dir="auto"
        label={text('segment.name')}
        placeholder={segmentName(segment, text)}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={200}
      />
      <p className={styles.sentence}>{describeRule(rule, lists.own, words)}</p>
      <p className={styles.liveCount} role="status">
        {count?.ok === true && text('segment.count', { count: count.value })}
        {!checked.ok && props.errorText(checked.error.code, checked.error.params as MessageValues)}
      </p>
      <RuleGroup rule={rule} lists={lists} words={words} depth={1} onChange={setRule} />
      <div className={styles.actions}>
        <button type="submit" className={styles.primary} disabled={saving || !checked.ok}>
          {text('action.save')}
        </button>
        <button type="button" className={styles.button} onClick={() => props.onDone()}>
          {text('action.cancel')}
        </button>
      </div>
    </form>
  )
}
