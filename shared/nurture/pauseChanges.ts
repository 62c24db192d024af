import { updateChange } from '../changes/buildChange'
import type { Change } from '../changes/changeSet'
import type { Consent } from '../records/consent'
import type { Interaction } from '../records/interaction'
import type { Enrolment, Plan } from '../records/nurture'
import type { StageMove } from '../records/stageMove'
import type { Order, Sample } from '../records/trade'
import type { EpochMs } from '../time/values'
import { customerOf, type LoggedEvent, type Pause, pauseAfter } from './pausing'

/** What some new records pause, ready to be saved together with them. */
export interface Pausing {
  readonly changes: readonly Change[]
  readonly paused: readonly Pause[]
}

/** The customers of whom the changes log something new that a plan may pause or end at. */
export function heardFrom(changes: readonly Change[]): string[] {
  return [...new Set(loggedEvents(changes).map(customerOf))]
}

/**
 * What new interactions, orders, samples, noes and moves of stage among `changes` mean for the given enrolments, each enrolment
 * once, for the first reason found. To be saved in the same change-set, so that undo takes back both.
 */
export function pauseChanges(
  changes: readonly Change[],
  enrolments: readonly Enrolment[],
  at: EpochMs,
  plans: readonly Plan[] = [],
): Pausing {
  const reasons = new Map<string, Pause>()
  for (const event of loggedEvents(changes)) {
    for (const pause of pauseAfter(event, enrolments, plans)) {
      if (!reasons.has(pause.enrolmentId)) reasons.set(pause.enrolmentId, pause)
    }
  }
  const paused = [...reasons.values()]
  return {
    paused,
    changes: paused.flatMap(({ enrolmentId, reason, ends }) => {
      const enrolment = enrolments.find((candidate) => candidate.id === enrolmentId)
      const patch =
        ends === true ? { endedAt: at, endedReason: reason } : { pausedAt: at, ...pausedReason(reason) }
      const change = enrolment === undefined ? undefined : updateChange('enrolments', enrolment, patch, at)
      return change === undefined ? [] : [change]
    }),
  }
}

function loggedEvents(changes: readonly Change[]): LoggedEvent[] {
  return changes.flatMap((change): LoggedEvent[] => {
    if (change.before !== undefined) return []
    if (change.table === 'interactions') return [{ interaction: change.after as unknown as Interaction }]
    if (change.table === 'orders') return [{ order: change.after as unknown as Order }]
    if (change.table === 'samples') return [{ sample: change.after as unknown as Sample }]
    if (change.table === 'consents') return [{ consent: change.after as unknown as Consent }]
    if (change.table === 'stageMoves') return [{ stageMove: change.after as unknown as StageMove }]
    return []
  })
}

/** A no or a lost customer that only holds a plan up has no reason of its own on record. */
function pausedReason(reason: Pause['reason']): Pick<Enrolment, 'pausedReason'> {
  return reason === 'optOut' || reason === 'lost' || reason === 'goal' ? {} : { pausedReason: reason }
}
