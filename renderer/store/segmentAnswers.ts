import { useEffect, useState } from 'react'
import type { SegmentRule } from '#shared/records/segment'
import { err, type Result } from '#shared/result'
import { listSegments } from '#shared/segments/readyMade'
import { dayIn } from '#shared/time/calendarDay'
import type { SegmentCounts, SegmentQuestion, SegmentTime } from '../workers/segmentProtocol'
import { useNotebook, useNotebookState } from './NotebookContext'
import type { Notebook } from './notebook'
import { ownSegments } from './queries/segments'
import { deviceZone } from './TodayContext'

/** How soon to ask again while customers are still being read. */
const UNFINISHED_MS = 700

function timeOf(notebook: Notebook): SegmentTime {
  const now = notebook.sources.now()
  const zone = deviceZone()
  return { today: dayIn(zone, now), now, zone }
}

/**
 * The members of a segment by name, of a record or a shipped one; resolves when everybody is read. Errors:
 * `segment.gone` for one that is not there any more, and those of a rule that can't be asked.
 */
export async function membersOf(notebook: Notebook, segmentId: string): Promise<Result<readonly string[]>> {
  const db = notebook.database()
  const segments = db === undefined ? [] : listSegments(await ownSegments(db))
  const segment = segments.find(({ id }) => id === segmentId)
  if (segment === undefined) return err('segment.gone')
  return membersOfRule(notebook, segment.rule, segment.excludedIds)
}

/** The customers whom a rule means, by name; resolves when everybody is read. */
export async function membersOfRule(
  notebook: Notebook,
  rule: SegmentRule,
  excludedIds: readonly string[] = [],
): Promise<Result<readonly string[]>> {
  const answer = await notebook.questions().segmentMembers({ rule, excludedIds }, timeOf(notebook))
  return answer.ok ? answer.value : answer
}

/** Counts of some segments, asked again after every change and while customers are still being read. */
export function useSegmentCounts(
  questions: readonly SegmentQuestion[] | undefined,
): Result<SegmentCounts> | undefined {
  const notebook = useNotebook()
  const appliedSeq = useNotebookState((state) => state.appliedSeq)
  const [counts, setCounts] = useState<{ readonly of: string; readonly answer: Result<SegmentCounts> }>()
  const [again, setAgain] = useState(0)
  const asked = questions === undefined ? undefined : JSON.stringify(questions)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change, and customers read meanwhile, are reasons to ask again
  useEffect(() => {
    if (asked === undefined) return
    let wanted = true
    let timer: number | undefined
    const plain = JSON.parse(asked) as readonly SegmentQuestion[]
    void notebook
      .questions()
      .segmentCounts(plain, timeOf(notebook))
      .then((answer) => {
        if (!wanted) return
        setCounts({ of: asked, answer })
        if (answer.ok && !answer.value.isSettled)
          timer = window.setTimeout(() => setAgain((count) => count + 1), UNFINISHED_MS)
      })
    return () => {
      wanted = false
      window.clearTimeout(timer)
    }
  }, [notebook, asked, appliedSeq, again])
  return counts?.of === asked ? counts?.answer : undefined
}

/** The members of a segment, asked again after every change; undefined until the first answer, and for no segment. */
export function useSegmentMembers(segmentId: string | undefined): Result<readonly string[]> | undefined {
  const notebook = useNotebook()
  const appliedSeq = useNotebookState((state) => state.appliedSeq)
  const [members, setMembers] = useState<{ of: string; answer: Result<readonly string[]> }>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change in the notebook may change who fits
  useEffect(() => {
    if (segmentId === undefined) return
    let wanted = true
    void membersOf(notebook, segmentId).then((answer) => {
      if (wanted) setMembers({ of: segmentId, answer })
    })
    return () => {
      wanted = false
    }
  }, [notebook, segmentId, appliedSeq])
  return members !== undefined && members.of === segmentId ? members.answer : undefined
}
