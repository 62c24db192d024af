import type { Mark } from '#shared/timeline/nurtureSpan'
import { type Work, workOfTouch } from '../nurture/work'

/** Only what is still to be done can be written, moved or skipped. */
export function workOfMark(mark: Mark): Work | undefined {
  if (mark.kind !== 'planned' && mark.kind !== 'late' && mark.kind !== 'movedFrom') return undefined
  if (mark.touch !== undefined) return workOfTouch(mark.touch)
  if (mark.lane !== 'promises') return undefined
  const by = mark.row === 'us' ? 'us' : 'them'
  return { key: `promise/${mark.key}`, kind: 'promise', customerId: mark.customerId, promiseId: mark.key, by }
}
