import { createChange, updateChange } from '../changes/buildChange'
import type { Change } from '../changes/changeSet'
import type { Enrolment } from '../records/nurture'
import type { IsoDate } from '../time/values'
import { type PlanEntry, planWordsOf } from './planBook'

/** Clock and ids. */
interface ManyContext {
  readonly at: number
  readonly newId: () => string
}

/** Who begins, and the order, quote, sample, talk or fair that it is about. */
interface BeginningWith {
  readonly customerId: string
  readonly personId?: string | undefined
  readonly aboutId?: string | undefined
  readonly touchpointId?: string | undefined
}

/**
 * Puts many people on the newest version of a plan, from one day on, perhaps as the members of a segment; before them
 * the plan's own record where a shipped plan is used for the first time. Whoever should not be on it is left out by the
 * caller.
 */
export function enrolMany(
  entry: PlanEntry,
  people: readonly BeginningWith[],
  begin: { readonly startsOn: IsoDate; readonly segmentId?: string | undefined },
  { at, newId }: ManyContext,
): Change[] {
  if (people.length === 0) return []
  const planId = entry.record?.id ?? newId()
  const plan = { ...planWordsOf(entry), planKey: entry.planKey, version: entry.version, id: planId }
  return [
    ...(entry.record === undefined ? [createChange('plans', plan, at, 'product')] : []),
    ...people.map(({ customerId, personId, aboutId, touchpointId }) =>
      createChange(
        'enrolments',
        { id: newId(), planId, customerId, personId, ...begin, aboutId, touchpointId },
        at,
      ),
    ),
  ]
}

export type BulkStep = 'pause' | 'resume' | 'end'

/** Who of some enrolments a step in bulk reaches: only what a person paused is resumed, not what an answer paused. */
export function reachedBy(step: BulkStep, enrolments: readonly Enrolment[]): Enrolment[] {
  const open = enrolments.filter(({ endedAt }) => endedAt === undefined)
  if (step === 'end') return open
  if (step === 'pause') return open.filter(({ pausedAt }) => pausedAt === undefined)
  return open.filter(({ pausedAt, pausedReason }) => pausedAt !== undefined && pausedReason === 'person')
}

/** Pauses, resumes or ends enrolments by a person's hand. */
export function bulkStep(step: BulkStep, enrolments: readonly Enrolment[], at: number): Change[] {
  const patch =
    step === 'pause'
      ? { pausedAt: at, pausedReason: 'person' as const }
      : step === 'resume'
        ? { pausedAt: undefined, pausedReason: undefined }
        : { endedAt: at, endedReason: 'person' as const }
  return reachedBy(step, enrolments).flatMap((one) => updateChange('enrolments', one, patch, at) ?? [])
}
