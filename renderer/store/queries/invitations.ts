import { earlierEditions } from '#shared/leads/fairEditions'
import type { RoundInput } from '#shared/nurture/invitees'
import { type PlanEntry, planBook } from '#shared/nurture/planBook'
import { FAIR_INVITATION } from '#shared/nurture/plans/yearRound'
import { refusedByLeaving } from '#shared/nurture/reach'
import type { NotebookDatabase } from '../database'
import { liveRecords } from '../rows'
import { allFairs, fairById } from './fairs'
import { allPlans, enrolmentsOf } from './nurture'
import { belongingTo, liveCustomers } from './ofCustomers'
import { metAt } from './visitors'

/** What a round of invitations is drawn from, and the plan that it puts people on. */
export interface RoundRecords {
  readonly input: RoundInput
  readonly plan: PlanEntry
}

/**
 * Reads who may be thought of before a fair: its past visitors, and those who were found to be warm or near it.
 * Undefined when there is no such fair any more.
 */
export async function roundRecords(
  db: NotebookDatabase,
  fairId: string,
  found: { readonly warmIds: readonly string[]; readonly nearIds: readonly string[] },
): Promise<RoundRecords | undefined> {
  const fair = await fairById(db, fairId)
  const plan = planBook(await allPlans(db)).find(({ planKey }) => planKey === FAIR_INVITATION.planKey)
  if (fair === undefined || plan === undefined) return undefined
  const editions = earlierEditions(fair, await allFairs(db))
  const visitors = await metAt(
    db,
    editions.map(({ id }) => id),
  )
  const customers = await liveCustomers(db, [...visitors, ...found.warmIds, ...found.nearIds])
  const ids = customers.map(({ id }) => id)
  const [people, consents, memberships, carriers, enrolments] = await Promise.all([
    belongingTo(db, 'people', ids),
    belongingTo(db, 'consents', ids),
    db.rows('memberships').where('customerId').anyOf(ids).toArray(),
    db.rows('carriers').toArray(),
    enrolmentsOf(db, ids),
  ])
  const refusals = refusedByLeaving(
    liveRecords('memberships', memberships),
    liveRecords('carriers', carriers),
  )
  const versions = new Set(plan.versionIds)
  const invited = enrolments.filter(
    ({ planId, touchpointId }) => versions.has(planId) && touchpointId === fairId,
  )
  return {
    plan,
    input: {
      fair,
      customers,
      people,
      consents: [...consents, ...refusals],
      visitors: new Set(visitors),
      warm: new Set(found.warmIds),
      invited: new Set(invited.map(({ customerId }) => customerId)),
    },
  }
}
