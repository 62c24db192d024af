import { createChange, updateChange } from '../changes/buildChange'
import type { Change } from '../changes/changeSet'
import type { Enrolment } from '../records/nurture'
import { type PlanEntry, type PlanWords, planWordsOf } from './planBook'

/** Clock and ids. */
interface VersionContext {
  readonly at: number
  readonly newId: () => string
}

/**
 * Saves what was written as the next version of a plan, a record of its own: running enrolments keep the version that
 * they pin unless `moving` names them. `base` is the plan as it is now; without it a plan of the notebook's own begins.
 */
export function newVersion(
  words: PlanWords,
  base: Pick<PlanEntry, 'planKey' | 'version' | 'record'> | undefined,
  moving: readonly Enrolment[],
  { at, newId }: VersionContext,
): Change[] {
  const id = newId()
  const planKey = base?.planKey ?? `own-${id}`
  // A shipped plan that nobody used was never written down: its first edited version follows it all the same.
  const version = (base?.version ?? 0) + 1
  return [
    createChange('plans', { ...words, id, planKey, version }, at),
    ...moving.flatMap((enrolment) => updateChange('enrolments', enrolment, { planId: id }, at) ?? []),
  ]
}

/** The plan is no longer offered, or offered again; whoever is on it goes on. */
export function retire(entry: PlanEntry, isRetired: boolean, { at, newId }: VersionContext): Change[] {
  const retiredAt = isRetired ? at : undefined
  if (entry.record !== undefined) {
    const change = updateChange('plans', entry.record, { retiredAt }, at)
    return change === undefined ? [] : [change]
  }
  if (!isRetired) return []
  const plan = { ...planWordsOf(entry), planKey: entry.planKey, version: entry.version }
  return [createChange('plans', { ...plan, id: newId(), retiredAt: at }, at, 'product')]
}
