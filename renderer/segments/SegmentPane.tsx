import type { MessageValues } from '#shared/i18n/translator'
import type { OwnField } from '#shared/ownFields/ownField'
import { describeRule } from '#shared/segments/describeRule'
import { membersSince } from '#shared/segments/membersSince'
import type { ListedSegment } from '#shared/segments/readyMade'
import { useFormats } from '../i18n/formats'
import { useErrorText, useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import { lastSnapshot } from '../store/queries/segments'
import { useSegmentMembers } from '../store/segmentAnswers'
import { showNotice } from '../ui/notice'
import { useView } from '../view/viewState'
import { MemberList } from './MemberList'
import { NamedCustomers } from './NamedCustomers'
import styles from './Segments.module.css'
import { segmentName } from './segmentName'
import type { SegmentWords } from './useRuleWords'
import { useSegmentEdits } from './useSegmentEdits'

/** One segment: what it asks, who is in it, who came and went since its members were written down. */
export function SegmentPane(props: {
  segment: ListedSegment
  own: readonly OwnField[]
  words: SegmentWords
  onEdit: () => void
  /** The segment is listed under another id from now on: a shipped one became a record. */
  onMoved: (id: string) => void
}) {
  const { segment, words } = props
  const text = useText()
  const errorText = useErrorText()
  const edits = useSegmentEdits()
  const openExport = useView((view) => view.openExport)
  const openEnrol = useView((view) => view.openEnrol)
  const listSegment = useView((view) => view.listSegment)
  const answer = useSegmentMembers(segment.id)
  const name = segmentName(segment, text)
  const members = answer?.ok === true ? answer.value : undefined

  const keepExcluded = async (excludedIds: readonly string[]) => {
    const id = await edits.save(segment, { name: segment.name, rule: segment.rule, excludedIds })
    if (id !== undefined) props.onMoved(id)
  }
  const snapshot = async () => {
    const id = await edits.snapshot(segment, members ?? [])
    if (id === undefined) return
    props.onMoved(id)
    showNotice({ message: text('segment.snapshotDone') })
  }

  return (
    <section className={styles.pane} aria-labelledby="segment-name">
      <header className={styles.head}>
        <h1 id="segment-name" className={styles.title}>
          <bdi>{name}</bdi>
        </h1>
        <span className={styles.quiet} role="status">
          {members !== undefined && text('segment.count', { count: members.length })}
        </span>
      </header>
      <p className={styles.sentence}>{describeRule(segment.rule, props.own, words)}</p>
      {answer?.ok === false && (
        <p role="alert">{errorText(answer.error.code, answer.error.params as MessageValues)}</p>
      )}
      <div className={styles.actions}>
        <button type="button" className={styles.button} onClick={props.onEdit}>
          {text('segment.edit')}
        </button>
        <button type="button" className={styles.button} onClick={() => listSegment(segment.id)}>
          {text('segment.showInNotebook')}
        </button>
        <button
          type="button"
          className={styles.button}
          disabled={members === undefined || members.length === 0}
          onClick={() => members !== undefined && openExport({ query: name, ids: members })}
        >
          {text('segment.export')}
        </button>
        <button
          type="button"
          className={styles.button}
          disabled={members === undefined || members.length === 0}
          onClick={() => members !== undefined && openEnrol({ ids: members, segmentId: segment.id })}
        >
          {text('plans.enrolListed')}
        </button>
        <button
          type="button"
          className={styles.button}
          disabled={members === undefined}
          onClick={() => void snapshot()}
        >
          {text('segment.snapshot')}
        </button>
        {segment.isOwn && (
          <button type="button" className={styles.button} onClick={() => void edits.remove(segment)}>
            {text(segment.readyKey === undefined ? 'segment.remove' : 'segment.reset')}
          </button>
        )}
      </div>
      {members !== undefined && <Since segmentId={segment.id} members={members} />}
      {segment.excludedIds.length > 0 && (
        <NamedCustomers
          title={text('segment.excluded')}
          ids={segment.excludedIds}
          onTakeBack={(id) => void keepExcluded(segment.excludedIds.filter((one) => one !== id))}
        />
      )}
      {members !== undefined && (
        <MemberList ids={members} onExclude={(id) => void keepExcluded([...segment.excludedIds, id])} />
      )}
    </section>
  )
}

/** Who came and who left since the members were written down last. */
function Since({ segmentId, members }: { segmentId: string; members: readonly string[] }) {
  const text = useText()
  const formats = useFormats()
  const snapshot = useRead((db) => lastSnapshot(db, segmentId), [segmentId])
  if (snapshot === undefined) return null
  const { entered, left } = membersSince(snapshot.memberIds, members)
  const day = formats.shortDay(snapshot.on)
  return (
    <div className={styles.since}>
      <NamedCustomers title={text('segment.enteredSince', { count: entered.length, day })} ids={entered} />
      <NamedCustomers title={text('segment.leftSince', { count: left.length, day })} ids={left} />
    </div>
  )
}
