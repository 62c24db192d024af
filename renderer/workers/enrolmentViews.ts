import { groupedBy } from '#shared/grouping/groupedBy'
import { rateTable } from '#shared/money/rates'
import { contactsByPerson } from '#shared/nurture/contacts'
import type { Enrolment, Plan, Touch } from '#shared/records/nurture'
import { Derived } from './derived'

/** What every question asks of enrolments, touches and talks: each is worked out once and stands until they change. */
export class EnrolmentViews {
  /** Those that are under way. */
  readonly running = new Derived((all: readonly Enrolment[]) => all.filter(isRunning))
  readonly byCustomer = new Derived((all: readonly Enrolment[]) =>
    groupedBy(all, ({ customerId }) => customerId),
  )
  readonly planIds = new Derived(
    (all: readonly Enrolment[]): ReadonlyMap<string, string> =>
      new Map(all.map(({ id, planId }) => [id, planId])),
  )
  readonly touches = new Derived((touches: readonly Touch[]) =>
    groupedBy(touches, ({ enrolmentId }) => enrolmentId),
  )
  readonly contacts = new Derived(contactsByPerson)
  readonly rates = new Derived(rateTable)
  /** Customers on plans of which a step has conditions: whether those hold must be known before anything is due. */
  readonly conditional = new Derived(customersWithConditions)
}

function isRunning({ pausedAt, endedAt }: Enrolment): boolean {
  return pausedAt === undefined && endedAt === undefined
}

function customersWithConditions(plans: readonly Plan[], running: readonly Enrolment[]): readonly string[] {
  const asking = new Set(
    plans
      .filter(({ steps }) => steps.some(({ conditions = [] }) => conditions.length > 0))
      .map(({ id }) => id),
  )
  if (asking.size === 0) return []
  return running.filter(({ planId }) => asking.has(planId)).map(({ customerId }) => customerId)
}
