import { createChange, updateChange } from '../changes/buildChange'
import type { Change } from '../changes/changeSet'
import type { Enrolment } from '../records/nurture'
import type { IsoDate } from '../time/values'
import type { PlanEntry } from './planBook'

/** Clock and ids. */
interface ManyContext {
  readonly at: number
  readonly newId: () => string
}

/** Who begins, and the order, quote, sample or talk that it begins with. */
interface BeginningWith {
  readonly customerId: string
  readonly personId?: string | undefined
  readonly aboutId?: string | undefined
}

/**
 * Puts many people on the newest version of a plan, from one day on; before them the plan's own record where a shipped
 * plan is used for the first time. Whoever should not be on it is left out by the caller.
 */
export function enrolMany(
  entry: PlanEntry,
  people: readonly BeginningWith[],
  startsOn: IsoDate,
  { at, newId }: ManyContext,
): Change[] {
  if (people.length === 0) return []
  const planId = entry.record?.id ?? newId()
  const { planKey, version, nameKey, steps, pauseOn, stopOn, quietDays, giveAskRatio } = entry
  const plan = { planKey, version, nameKey, steps, pauseOn, stopOn, quietDays, giveAskRatio, id: planId }
  return [
    ...(entry.record === undefined ? [createChange('plans', plan, at, 'product')] : []),
    ...people.map(({ customerId, personId, aboutId }) =>
      createChange('enrolments', { id: newId(), planId, customerId, personId, startsOn, aboutId }, at),
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
