import type { Consent } from '../records/consent'
import type { Stage } from '../records/customer'
import type { Interaction } from '../records/interaction'
import type { Enrolment, Plan, PlanEvent } from '../records/nurture'
import type { StageMove } from '../records/stageMove'
import type { Order, Sample } from '../records/trade'
import { compareDays, startOfDay } from '../time/calendarDay'
import type { EpochMs } from '../time/values'
import { isKnownZone } from '../time/zoneOffset'

/** Something that was logged and may mean that the plan has done its work. */
export type LoggedEvent =
  | { readonly interaction: Interaction }
  | { readonly order: Order }
  | { readonly consent: Consent }
  | { readonly stageMove: StageMove }
  | { readonly sample: Sample }

/** What the plan was for was reached, or a stage at which it rests or ends; else one of the plan's events. */
type PauseReason = PlanEvent | 'goal' | 'stage'

/** An enrolment that is to be held up, or ended for good, and why. */
export interface Pause {
  readonly enrolmentId: string
  readonly reason: PauseReason
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
 * person. A reached goal ends a plan before anything may pause it. The talk in which the lead was captured is no reply: an enrolment looks only at what was recorded after it
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
      if (plan !== undefined && reaches(event, plan, enrolment, events))
        return [{ enrolmentId: enrolment.id, reason: 'goal', ends: true }]
      const stage =
        'stageMove' in event && isLater(event.stageMove, enrolment) ? event.stageMove.to : undefined
      const comesTo = (stages: readonly Stage[] = []) => stage !== undefined && stages.includes(stage)
      if (comesTo(plan?.stopAtStages)) return [{ enrolmentId: enrolment.id, reason: 'stage', ends: true }]
      const ending = events.find((one) => (plan?.stopOn ?? STOP_ON).includes(one))
      if (ending !== undefined) return [{ enrolmentId: enrolment.id, reason: ending, ends: true }]
      const pausing = events.find((one) => (plan?.pauseOn ?? PAUSE_ON).includes(one))
      if (pausing !== undefined) return [{ enrolmentId: enrolment.id, reason: pausing }]
      return comesTo(plan?.pauseAtStages) ? [{ enrolmentId: enrolment.id, reason: 'stage' }] : []
    })
}

/** The customer that something was logged of. */
export function customerOf(event: LoggedEvent): string {
  if ('interaction' in event) return event.interaction.customerId
  if ('order' in event) return event.order.customerId
  if ('sample' in event) return event.sample.customerId
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
  if ('sample' in event) return []
  return event.stageMove.to === 'lost' && isLater(event.stageMove, enrolment) ? ['lost'] : []
}

/** Whether an event is what its plan is for. Joining a list and bringing somebody are not watched yet. */
function reaches(
  event: LoggedEvent,
  plan: Plan,
  enrolment: Enrolment,
  events: readonly PlanEvent[],
): boolean {
  const { goal } = plan
  if (goal === 'sample') return 'sample' in event && isSampleFor(event.sample, enrolment)
  return (goal === 'reply' || goal === 'order') && events.includes(goal)
}

function isSampleFor(sample: Sample, enrolment: Enrolment): boolean {
  return sample.customerId === enrolment.customerId && compareDays(sample.on, enrolment.startsOn) >= 0
}

function isLater(move: StageMove, enrolment: Enrolment): boolean {
  return move.customerId === enrolment.customerId && move.createdAt > enrolment.createdAt
}

/** Whether somebody said something to us in a talk; our own notes and what we only heard of them are no answers. */
export function isAnswer({ direction, kind }: Pick<Interaction, 'direction' | 'kind'>): boolean {
  return direction !== 'out' && !NO_REPLY.includes(kind)
}

function isReply(interaction: Interaction, enrolment: Enrolment): boolean {
  return (
    isAnswer(interaction) &&
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
