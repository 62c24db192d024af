import { NativeSelect } from '@mantine/core'
import { listSegments } from '#shared/segments/readyMade'
import { useErrorText, useText } from '../i18n/text'
import { segmentName } from '../segments/segmentName'
import { useRead } from '../store/NotebookContext'
import { ownSegments } from '../store/queries/segments'
import { useSegmentMembers } from '../store/segmentAnswers'
import { useView } from '../view/viewState'
import styles from './Notebook.module.css'

/** Narrows the list to a segment. One that can't be asked is said, and everybody is listed. */
export function SegmentFilter() {
  const text = useText()
  const errorText = useErrorText()
  const segmentId = useView((view) => view.segmentId)
  const listSegment = useView((view) => view.listSegment)
  const own = useRead(ownSegments, [])
  const members = useSegmentMembers(segmentId)
  return (
    <div className={styles.segmentFilter}>
      <NativeSelect
        size="xs"
        aria-label={text('segment.filter')}
        value={segmentId ?? ''}
        onChange={(event) => listSegment(event.currentTarget.value || undefined)}
        data={[
          { value: '', label: text('segment.filterAll') },
          ...listSegments(own ?? []).map((one) => ({ value: one.id, label: segmentName(one, text) })),
        ]}
      />
      {members?.ok === false && <p role="alert">{errorText(members.error.code)}</p>}
    </div>
  )
}
