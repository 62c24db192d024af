import { createChange, deleteChange, updateChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import type { Segment, SegmentRule } from '#shared/records/segment'
import type { ListedSegment } from '#shared/segments/readyMade'
import { dayIn } from '#shared/time/calendarDay'
import { useEdits } from '../edits/useEdits'
import { useText } from '../i18n/text'
import { currentRecord } from '../store/currentRecord'
import { useNotebook } from '../store/NotebookContext'
import { deviceZone } from '../store/TodayContext'
import { segmentName } from './segmentName'

/** What the editor hands over. */
interface SegmentDraft {
  readonly name: string
  readonly rule: SegmentRule
  readonly excludedIds: readonly string[]
}

/** A new segment, before it is saved. */
export const NEW_SEGMENT: ListedSegment = {
  id: '',
  name: '',
  rule: { all: [] },
  excludedIds: [],
  isOwn: false,
}

/** The edits of segments, each one change-set. A shipped segment becomes a record with its first edit. */
export function useSegmentEdits() {
  const edits = useEdits()
  const notebook = useNotebook()
  const text = useText()

  /** The change that brings a segment to what is wanted, and the id of its record. */
  const change = async (
    segment: ListedSegment,
    draft: SegmentDraft,
    at: number,
  ): Promise<{ id: string; changes: readonly Change[] }> => {
    const current = segment.isOwn
      ? await currentRecord(notebook.database(), 'segments', segment.id)
      : undefined
    const fields: Pick<Segment, 'name' | 'nameKey' | 'rule' | 'excludedIds'> = {
      name: draft.name,
      // A shipped one keeps its key while its name is the shipped one, whatever becomes of its rule.
      nameKey: draft.name === '' ? segment.readyKey : undefined,
      rule: draft.rule,
      excludedIds: draft.excludedIds.length === 0 ? undefined : [...draft.excludedIds],
    }
    if (current === undefined) {
      const id = notebook.sources.newId()
      return { id, changes: [createChange('segments', { id, ...fields }, at)] }
    }
    const updated = updateChange('segments', current, fields, at)
    return { id: current.id, changes: updated === undefined ? [] : [updated] }
  }

  return {
    /** Saves a draft; gives the id under which the segment is listed from now on, undefined when it was not saved. */
    save: async (segment: ListedSegment, draft: SegmentDraft): Promise<string | undefined> => {
      let id = ''
      const key = segment.id === '' ? 'change.segment' : 'change.segmentChanged'
      const name = segmentName({ ...segment, name: draft.name }, text)
      const saved = await edits.commit({ key, params: { name } }, async (at) => {
        const made = await change(segment, draft, at)
        id = made.id
        return made.changes
      })
      return saved ? id : undefined
    },
    /** Removes a segment; of a shipped one the edits go, and the shipped rule is back. */
    remove: (segment: ListedSegment) =>
      edits.commit(
        { key: 'change.segmentRemoved', params: { name: segmentName(segment, text) } },
        async (at) => {
          const current = await currentRecord(notebook.database(), 'segments', segment.id)
          return current === undefined ? [] : [deleteChange('segments', current, at)]
        },
      ),
    /** Writes down who is in it today; gives the id of the segment's record. */
    snapshot: async (segment: ListedSegment, memberIds: readonly string[]): Promise<string | undefined> => {
      let id = segment.id
      const label = { key: 'change.segmentSnapshot', params: { name: segmentName(segment, text) } }
      const saved = await edits.commit(label, async (at) => {
        const { name, rule, excludedIds } = segment
        const made = segment.isOwn
          ? { id: segment.id, changes: [] }
          : await change(segment, { name, rule, excludedIds }, at)
        id = made.id
        const on = dayIn(deviceZone(), at)
        const snapshot = { id: notebook.sources.newId(), segmentId: id, on, memberIds: [...memberIds] }
        return [...made.changes, createChange('segmentSnapshots', snapshot, at)]
      })
      return saved ? id : undefined
    },
  }
}
