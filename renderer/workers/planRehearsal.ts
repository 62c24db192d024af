import { type WritingWay, writingWays } from '#shared/nurture/carriers'
import { consentOver } from '#shared/nurture/consentOver'
import { type DryRunPerson, type DryRunTally, tallyDryRun } from '#shared/nurture/dryRun'
import { type GiveAsk, giveAsk } from '#shared/nurture/giveAsk'
import type { PlanWords } from '#shared/nurture/planBook'
import { type ReachFor, reachOf } from '#shared/nurture/reach'
import type { Customer } from '#shared/records/customer'
import type { Enrolment, Plan } from '#shared/records/nurture'
import type { Person } from '#shared/records/person'
import { SCHEMA_VERSION } from '#shared/records/record'
import { addDays } from '#shared/time/calendarDay'
import type { IsoDate } from '#shared/time/values'
import type { NotebookDatabase } from '../store/database'
import { liveRecords } from '../store/rows'
import type { NurtureMemory } from './nurtureMemory'
import { recordsByCustomer } from './recordsByCustomer'
import type { Rehearsal } from './rehearsal'
import { isWith } from './standings'

/** A plan that may be begun with some customers. */
export interface DryRunRequest {
  readonly plan: PlanWords
  /** All versions of the plan: whoever is on one of them is left out. */
  readonly versionIds: readonly string[]
  readonly customerIds: readonly string[]
  readonly startsOn: IsoDate
  readonly today: IsoDate
  readonly daysAhead: number
}

export interface DryRunAnswer {
  readonly people: readonly DryRunPerson[]
  readonly tally: DryRunTally
  readonly capacity: number | undefined
  /** Who is on the plan already, running or paused. */
  readonly alreadyOn: number
  /** Pages that are gone. */
  readonly gone: number
}

/** The id of the plan and the beginning of the enrolments' that exist in a rehearsal only. */
const REHEARSED = 'rehearsed'

/** A customer with whoever of them would be written to. */
interface Reached {
  readonly customer: Customer
  readonly person: Person | undefined
  readonly ways: readonly WritingWay[]
  readonly reach: ReachFor
  readonly giveAsk: GiveAsk
}

/** Works out what a plan would bring for each customer, beside everything that is planned already. Writes nothing. */
export async function rehearsePlan(
  db: NotebookDatabase,
  memory: NurtureMemory,
  request: DryRunRequest,
  readHolidays: (countries: readonly string[]) => Promise<void>,
): Promise<DryRunAnswer> {
  const { today, startsOn } = request
  await memory.ready(db, today)
  const on = onPlan(memory.everyEnrolment(), request.versionIds)
  const asked = [...new Set(request.customerIds)]
  const wanted = asked.filter((id) => !on.has(id))
  const reached = await readReached(db, wanted)
  await memory.look(db, wanted)
  await readHolidays([...new Set(reached.flatMap(({ customer }) => customer.country ?? []))])
  const window = {
    from: startsOn < today ? startsOn : today,
    to: addDays(startsOn, request.daysAhead),
    today,
  }
  const state = memory.state()
  const planned = memory.rehearse(state, rehearsal(request, reached), window)
  const people = reached.map(
    ({ customer, person, ways }): DryRunPerson => ({
      customerId: customer.id,
      personId: person?.id,
      name: customer.name,
      consent: consentOver(ways),
      touches: planned.get(`${REHEARSED}/${customer.id}`) ?? [],
    }),
  )
  const already = state.running.flatMap(({ id }) => planned.get(id) ?? [])
  const capacity = state.spacing.dayCapacity
  return {
    people,
    tally: tallyDryRun(people, already, capacity),
    capacity,
    alreadyOn: asked.length - wanted.length,
    gone: wanted.length - reached.length,
  }
}

function onPlan(enrolments: readonly Enrolment[], versionIds: readonly string[]): ReadonlySet<string> {
  const versions = new Set(versionIds)
  return new Set(
    enrolments
      .filter(({ planId, endedAt }) => endedAt === undefined && versions.has(planId))
      .map(({ customerId }) => customerId),
  )
}

function rehearsal({ plan, startsOn }: DryRunRequest, reached: readonly Reached[]): Rehearsal {
  const base = { schema: SCHEMA_VERSION, rev: 1, createdAt: 0, updatedAt: 0, origin: 'person' as const }
  const record: Plan = { ...base, ...plan, id: REHEARSED, planKey: REHEARSED, version: 1, steps: plan.steps }
  const reach = new Map<string, ReachFor>()
  const giveAsks = new Map<string, GiveAsk>()
  const enrolments = reached.map(({ customer, person, ...known }): Enrolment => {
    const id = `${REHEARSED}/${customer.id}`
    reach.set(id, known.reach)
    giveAsks.set(id, known.giveAsk)
    return {
      ...base,
      id,
      planId: REHEARSED,
      customerId: customer.id,
      startsOn,
      ...(person === undefined ? {} : { personId: person.id }),
    }
  })
  return { plan: record, enrolments, reach, giveAsk: giveAsks }
}

async function readReached(db: NotebookDatabase, ids: readonly string[]): Promise<Reached[]> {
  const [customers, peopleOf, consentsOf, talksOf] = await Promise.all([
    db.rows('customers').bulkGet([...ids]),
    recordsByCustomer(db, 'people', ids),
    recordsByCustomer(db, 'consents', ids),
    recordsByCustomer(db, 'interactions', ids),
  ])
  const found = customers.flatMap((row) => (row === undefined ? [] : [row]))
  return liveRecords('customers', found).map((customer) => {
    // The first person of the page, as the letter's own panel takes it.
    const [person] = [...(peopleOf.get(customer.id) ?? [])].sort((a, b) => a.createdAt - b.createdAt)
    const handles = [...(person?.handles ?? []), ...customer.handles]
    const who = { customerId: customer.id, personId: person?.id, handles }
    const consents = consentsOf.get(customer.id) ?? []
    return {
      customer,
      person,
      ways: writingWays(who, consents, 'followUp'),
      reach: reachOf(who, consents),
      giveAsk: giveAsk((talksOf.get(customer.id) ?? []).filter((talk) => isWith(talk, person?.id))),
    }
  })
}
