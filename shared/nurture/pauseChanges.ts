import { updateChange } from '../changes/buildChange'
import type { Change } from '../changes/changeSet'
import type { Interaction } from '../records/interaction'
import type { Enrolment } from '../records/nurture'
import type { Order } from '../records/trade'
import type { EpochMs } from '../time/values'
import { type LoggedEvent, type Pause, pauseAfter } from './pausing'

/** What some new records pause, ready to be saved together with them. */
export interface Pausing {
  readonly changes: readonly Change[]
  readonly paused: readonly Pause[]
}

/** The customers of whom the changes log something new that may be a reply or an order. */
export function heardFrom(changes: readonly Change[]): string[] {
  return [...new Set(loggedEvents(changes).map(customerOf))]
}

/**
 * The pauses that new interactions and orders among `changes` mean for the given enrolments, each enrolment
 * once, for the first reason found. To be saved in the same change-set, so that undo takes back both.
 */
export function pauseChanges(
  changes: readonly Change[],
  enrolments: readonly Enrolment[],
  at: EpochMs,
): Pausing {
  const reasons = new Map<string, Pause>()
  for (const event of loggedEvents(changes)) {
    for (const pause of pauseAfter(event, enrolments)) {
      if (!reasons.has(pause.enrolmentId)) reasons.set(pause.enrolmentId, pause)
    }
  }
  const paused = [...reasons.values()]
  return {
    paused,
    changes: paused.flatMap(({ enrolmentId, reason }) => {
      const enrolment = enrolments.find((candidate) => candidate.id === enrolmentId)
      const patch = { pausedAt: at, pausedReason: reason }
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
    return []
  })
}

function customerOf(event: LoggedEvent): string {
  return event.order === undefined ? event.interaction.customerId : event.order.customerId
}
