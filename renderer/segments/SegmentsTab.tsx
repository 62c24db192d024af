import { useState } from 'react'
import { type ListedSegment, listSegments } from '#shared/segments/readyMade'
import { useErrorText, useText } from '../i18n/text'
import { HiddenNote } from '../privacy/Private'
import { useRead } from '../store/NotebookContext'
import { ownSegments, segmentLists } from '../store/queries/segments'
import { useSegmentCounts } from '../store/segmentAnswers'
import { useView } from '../view/viewState'
import type { SegmentCounts } from '../workers/segmentProtocol'
import { SegmentEditor } from './SegmentEditor'
import { SegmentPane } from './SegmentPane'
import styles from './Segments.module.css'
import { segmentName } from './segmentName'
import { useRuleWords } from './useRuleWords'
import { NEW_SEGMENT } from './useSegmentEdits'

/** Questions that are asked of the notebook again and again: the list with counts, and one of them opened. */
export function SegmentsTab() {
  const text = useText()
  const errorText = useErrorText()
  const privacy = useView((view) => view.privacy)
  const own = useRead(ownSegments, [])
  const lists = useRead(segmentLists, [])
  const words = useRuleWords(lists)
  const segments = own === undefined ? undefined : listSegments(own)
  const counts = useSegmentCounts(segments?.map(({ rule, excludedIds }) => ({ rule, excludedIds })))
  const [chosenId, setChosenId] = useState<string>()
  const [editing, setEditing] = useState<'new' | 'chosen'>()
  if (privacy) return <HiddenNote />
  if (segments === undefined || lists === undefined) return null
  const chosen = segments.find(({ id }) => id === chosenId) ?? segments[0]
  const choose = (id: string) => {
    setChosenId(id)
    setEditing(undefined)
  }
  const edited = editing === 'new' ? NEW_SEGMENT : chosen
  return (
    <div className={styles.tab}>
      <nav className={styles.list} aria-label={text('segment.list')}>
        <button type="button" className={styles.primary} onClick={() => setEditing('new')}>
          {text('segment.new')}
        </button>
        {counts?.ok === false && <p role="alert">{text('segment.notCounted')}</p>}
        {counts?.ok === true && !counts.value.isSettled && (
          <p className={styles.quiet} role="status">
            {text('segment.counting', { done: counts.value.done, total: counts.value.total })}
          </p>
        )}
        {[true, false].map((isFree) => (
          <SegmentLines
            key={String(isFree)}
            title={text(isFree ? 'segment.own' : 'segment.readyMade')}
            segments={segments}
            isFree={isFree}
            counts={counts?.ok === true && counts.value.isSettled ? counts.value : undefined}
            chosenId={editing === 'new' ? undefined : chosen?.id}
            onChoose={choose}
          />
        ))}
      </nav>
      {editing !== undefined && edited !== undefined ? (
        <SegmentEditor
          key={edited.id}
          segment={edited}
          lists={lists}
          words={words}
          errorText={errorText}
          onDone={(id) => {
            setEditing(undefined)
            if (id !== undefined) setChosenId(id)
          }}
        />
      ) : (
        chosen !== undefined && (
          <SegmentPane
            key={chosen.id}
            segment={chosen}
            own={lists.own}
            words={words}
            onEdit={() => setEditing('chosen')}
            onMoved={setChosenId}
          />
        )
      )}
    </div>
  )
}

/** The notebook's own segments, or the shipped ones, each with how many fit. */
function SegmentLines(props: {
  title: string
  segments: readonly ListedSegment[]
  isFree: boolean
  counts: SegmentCounts | undefined
  chosenId: string | undefined
  onChoose: (id: string) => void
}) {
  const text = useText()
  const lines = props.segments
    .map((segment, place) => ({ segment, count: props.counts?.counts[place] }))
    .filter(({ segment }) => (segment.readyKey === undefined) === props.isFree)
  if (lines.length === 0) return null
  return (
    <section aria-label={props.title}>
      <h2 className={styles.listTitle}>{props.title}</h2>
      <ul className={styles.lines}>
        {lines.map(({ segment, count }) => (
          <li key={segment.id}>
            <button
              type="button"
              className={styles.line}
              aria-current={segment.id === props.chosenId ? 'true' : undefined}
              onClick={() => props.onChoose(segment.id)}
            >
              <bdi>{segmentName(segment, text)}</bdi>{' '}
              <span className={styles.lineCount}>
                {count === undefined ? '…' : count.ok ? count.value : '!'}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
