import { createChange } from '../changes/buildChange'
import type { Change } from '../changes/changeSet'
import type { Interaction } from '../records/interaction'
import type { Enrolment, Plan } from '../records/nurture'
import type { IsoDate, ZoneName } from '../time/values'
import type { ShippedPlan } from './plans/shippedPlan'

/** Who goes on a plan, from when, and what it was agreed about. */
export interface Enrolling {
  readonly customerId: string
  readonly personId?: string | undefined
  readonly startsOn: IsoDate
  readonly zone?: ZoneName | undefined
  readonly touchpointId?: string | undefined
  readonly promiseId?: string | undefined
}

/** What the notebook has already, and where new ids come from. */
export interface EnrolContext {
  readonly at: number
  /** Every live plan record. */
  readonly plans: readonly Plan[]
  readonly newId: () => string
}

/**
 * Puts somebody on a shipped plan: the enrolment, and before it the plan's own record when the notebook has
 * none yet. An enrolment pins the newest version that the notebook knows.
 */
export function enrol(who: Enrolling, shipped: ShippedPlan, context: EnrolContext): Change[] {
  const { at, newId } = context
  const known = newestVersion(context.plans, shipped.planKey)
  const planId = known?.id ?? newId()
  const plan = { ...shipped, id: planId }
  return [
    ...(known === undefined ? [createChange('plans', plan, at, 'product')] : []),
    createChange('enrolments', { id: newId(), planId, ...who }, at),
  ]
}

/**
 * Puts the person of a captured lead on a plan, given the changes that the capture makes: its meeting tells
 * who and at which fair, its promise what the promised item is. Nothing for changes without a meeting.
 */
export function enrolLead(
  lead: readonly Change[],
  start: { readonly on: IsoDate; readonly zone?: ZoneName | undefined },
  shipped: ShippedPlan,
  context: EnrolContext,
): Change[] {
  const made = lead.filter((change) => change.before === undefined)
  const meeting = made.find(({ table }) => table === 'interactions')?.after as unknown as
    | Interaction
    | undefined
  // What they promised us is nothing that a letter of ours brings.
  const promise = made.find(({ table, after }) => table === 'promises' && after.by === 'us')
  if (meeting === undefined) return []
  const who: Enrolling = {
    customerId: meeting.customerId,
    personId: meeting.personIds[0],
    startsOn: start.on,
    zone: start.zone,
    touchpointId: meeting.touchpointId,
    promiseId: promise?.id,
  }
  return enrol(who, shipped, context)
}

/** The running enrolment that a plan of this key already has for a touchpoint, if any: nobody is thanked twice. */
export function runningFor(
  enrolments: readonly Enrolment[],
  plans: readonly Plan[],
  planKey: string,
  touchpointId: string | undefined,
): Enrolment | undefined {
  const versions = new Set(plans.filter((plan) => plan.planKey === planKey).map((plan) => plan.id))
  return enrolments.find(
    (enrolment) =>
      versions.has(enrolment.planId) &&
      enrolment.touchpointId === touchpointId &&
      enrolment.pausedAt === undefined &&
      enrolment.endedAt === undefined,
  )
}

function newestVersion(plans: readonly Plan[], planKey: string): Plan | undefined {
  return plans
    .filter((plan) => plan.planKey === planKey)
    .reduce<Plan | undefined>(
      (best, plan) => (best === undefined || plan.version > best.version ? plan : best),
      undefined,
    )
}
