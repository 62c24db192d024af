import { createChange, updateChange } from '../changes/buildChange'
import type { Change } from '../changes/changeSet'
import type { Appointment } from '../records/appointment'
import type { InteractionKind } from '../records/interaction'
import type { EpochMs } from '../time/values'

/** What an appointment is on the customer's timeline once it took place; any other kind leaves a note. */
const TALK_OF: Readonly<Record<Appointment['kind'], InteractionKind>> = {
  review: 'call',
  call: 'call',
  visit: 'visit',
  fair: 'met',
  other: 'note',
}

/**
 * It took place: the appointment is done, and where it is somebody's, the talk that it was stands on their page, at
 * the hour that was agreed (at `at` when it was held early). One list for one change-set; none when it was done already.
 */
export function appointmentHeld(
  appointment: Appointment,
  context: { readonly at: EpochMs; readonly newId: () => string; readonly staffId?: string | undefined },
): Change[] {
  if (appointment.doneAt !== undefined) return []
  const { at, newId, staffId } = context
  const { customerId, personId, minutes, touchpointId } = appointment
  const interactionId = customerId === undefined ? undefined : newId()
  const done = updateChange('appointments', appointment, { doneAt: at, interactionId }, at)
  const talk =
    customerId === undefined || interactionId === undefined
      ? []
      : [
          createChange(
            'interactions',
            {
              id: interactionId,
              customerId,
              personIds: personId === undefined ? [] : [personId],
              kind: TALK_OF[appointment.kind],
              direction: 'both' as const,
              at: Math.min(at, appointment.startsAt),
              text: wordsOf(appointment),
              minutes,
              touchpointId,
              staffId,
            },
            at,
          ),
        ]
  return [...talk, ...(done === undefined ? [] : [done])]
}

function wordsOf({ title, note }: Appointment): string {
  return note === undefined ? title : `${title}\n${note}`
}
