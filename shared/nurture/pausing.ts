import type { Consent } from '../records/consent'
import type { Interaction } from '../records/interaction'
import type { Enrolment, Plan, PlanEvent } from '../records/nurture'
import type { StageMove } from '../records/stageMove'
import type { Order } from '../records/trade'
import { compareDays, startOfDay } from '../time/calendarDay'
import type { EpochMs } from '../time/values'
import { isKnownZone } from '../time/zoneOffset'

/** Something that was logged and may mean that the plan has done its work. */
export type LoggedEvent =
  | { readonly interaction: Interaction }
  | { readonly order: Order }
  | { readonly consent: Consent }
  | { readonly stageMove: StageMove }

/** An enrolment that is to be held up, or ended for good, and why. */
export interface Pause {
  readonly enrolmentId: string
  readonly reason: PlanEvent
  readonly ends?: true
}

/** What holds a plan up, and what ends it, where the plan does not say: an answer or an order, and a no. */
const PAUSE_ON: readonly PlanEvent[] = ['reply', 'order']
const STOP_ON: readonly PlanEvent[] = ['optOut']

/** Kinds in which nobody said anything to us: our own note, what we heard of them, an accepted invitation. */
const NO_REPLY: readonly Interaction['kind'][] = ['note', 'news', 'connected']

/**
 * The customer's running enrolments that something holds up or ends, as their plans say: whoever has answered must not
 * get the plan's next letter as if they hadn't. A reply of anybody at the customer counts; a no is the no of one
 * person. The talk in which the lead was captured is no reply: an enrolment looks only at what was recorded after it
 * and happened since its first day or its making, whichever came first. Cancelled orders mean nothing. A plan that is
 * not among `plans` keeps to what holds where none says.
 */
export function pauseAfter(
  event: LoggedEvent,
  enrolments: readonly Enrolment[],
  plans: readonly Plan[] = [],
): Pause[] {
  return enrolments
    .filter((enrolment) => enrolment.pausedAt === undefined && enrolment.endedAt === undefined)
    .flatMap((enrolment): Pause[] => {
      const plan = plans.find(({ id }) => id === enrolment.planId)
      const events = eventsOf(event, enrolment)
      const ending = events.find((one) => (plan?.stopOn ?? STOP_ON).includes(one))
      if (ending !== undefined) return [{ enrolmentId: enrolment.id, reason: ending, ends: true }]
      const pausing = events.find((one) => (plan?.pauseOn ?? PAUSE_ON).includes(one))
      return pausing === undefined ? [] : [{ enrolmentId: enrolment.id, reason: pausing }]
    })
}

/** The customer that something was logged of. */
export function customerOf(event: LoggedEvent): string {
  if ('interaction' in event) return event.interaction.customerId
  if ('order' in event) return event.order.customerId
  return 'consent' in event ? event.consent.customerId : event.stageMove.customerId
}

/** What an event is to an enrolment, the more telling first; nothing where it is about others or of another time. */
function eventsOf(event: LoggedEvent, enrolment: Enrolment): PlanEvent[] {
  if (customerOf(event) !== enrolment.customerId) return []
  if ('interaction' in event) {
    if (!isReply(event.interaction, enrolment)) return []
    return event.interaction.kind === 'complaint' ? ['complaint', 'reply'] : ['reply']
  }
  if ('order' in event) return isOrder(event.order, enrolment) ? ['order'] : []
  if ('consent' in event) return isOptOut(event.consent, enrolment) ? ['optOut'] : []
  return event.stageMove.to === 'lost' && event.stageMove.createdAt > enrolment.createdAt ? ['lost'] : []
}

function isReply(interaction: Interaction, enrolment: Enrolment): boolean {
  return (
    interaction.direction !== 'out' &&
    !NO_REPLY.includes(interaction.kind) &&
    interaction.createdAt > enrolment.createdAt &&
    // West of the fair the first day begins hours after the capture: an answer in between is one all the same.
    interaction.at >= Math.min(startOf(enrolment), enrolment.createdAt)
  )
}

function isOrder(order: Order, enrolment: Enrolment): boolean {
  return order.status !== 'cancelled' && compareDays(order.on, enrolment.startsOn) >= 0
}

/** A no to being written to; one to newsletters leaves a plan's personal letters open. */
function isOptOut(consent: Consent, enrolment: Enrolment): boolean {
  return (
    consent.state === 'withdrawn' &&
    consent.purpose === 'followUp' &&
    consent.createdAt > enrolment.createdAt &&
    (consent.personId === undefined ||
      enrolment.personId === undefined ||
      consent.personId === enrolment.personId)
  )
}

function startOf(enrolment: Enrolment): EpochMs {
  const zone = enrolment.zone !== undefined && isKnownZone(enrolment.zone) ? enrolment.zone : 'UTC'
  return startOfDay(enrolment.startsOn, zone)
}
