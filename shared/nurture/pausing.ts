import type { Interaction } from '../records/interaction'
import type { Enrolment } from '../records/nurture'
import type { Order } from '../records/trade'
import { compareDays, startOfDay } from '../time/calendarDay'
import type { EpochMs } from '../time/values'
import { isKnownZone } from '../time/zoneOffset'

/** Something that was logged and may mean that the plan has done its work. */
export type LoggedEvent =
  | { readonly interaction: Interaction; readonly order?: undefined }
  | { readonly order: Order; readonly interaction?: undefined }

/** An enrolment that is to be paused, and why. */
export interface Pause {
  readonly enrolmentId: string
  readonly reason: 'reply' | 'order'
}

/** Kinds in which nobody said anything to us: our own note, an accepted invitation. */
const NO_REPLY: readonly Interaction['kind'][] = ['note', 'connected']

/**
 * The customer's running enrolments that a reply or an order pauses: whoever has answered must not get
 * the plan's next letter as if they hadn't. A reply of anybody at the customer counts. The talk in which
 * the lead was captured is no reply: an enrolment looks only at what was recorded after it and happened
 * since its first day or its making, whichever came first. Cancelled orders pause nothing.
 */
export function pauseAfter(event: LoggedEvent, enrolments: readonly Enrolment[]): Pause[] {
  const reason = event.order === undefined ? 'reply' : 'order'
  return enrolments
    .filter((enrolment) => enrolment.pausedAt === undefined && enrolment.endedAt === undefined)
    .filter((enrolment) =>
      event.order === undefined ? isReply(event.interaction, enrolment) : isOrder(event.order, enrolment),
    )
    .map((enrolment) => ({ enrolmentId: enrolment.id, reason }))
}

function isReply(interaction: Interaction, enrolment: Enrolment): boolean {
  return (
    interaction.customerId === enrolment.customerId &&
    interaction.direction !== 'out' &&
    !NO_REPLY.includes(interaction.kind) &&
    interaction.createdAt > enrolment.createdAt &&
    // West of the fair the first day begins hours after the capture: an answer in between is one all the same.
    interaction.at >= Math.min(startOf(enrolment), enrolment.createdAt)
  )
}

function isOrder(order: Order, enrolment: Enrolment): boolean {
  return (
    order.customerId === enrolment.customerId &&
    order.status !== 'cancelled' &&
    compareDays(order.on, enrolment.startsOn) >= 0
  )
}

function startOf(enrolment: Enrolment): EpochMs {
  const zone = enrolment.zone !== undefined && isKnownZone(enrolment.zone) ? enrolment.zone : 'UTC'
  return startOfDay(enrolment.startsOn, zone)
}
