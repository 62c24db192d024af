import { createChange, replaceFields } from '../changes/buildChange'
import type { Change } from '../changes/changeSet'
import type { Customer } from '../records/customer'
import { customerSchema } from '../records/customer'
import { MERGE_MAX_RECORDS, type MergedPerson, type MergeTouch } from '../records/merge'
import type { Enrolment, Plan } from '../records/nurture'
import { type Person, personSchema } from '../records/person'
import type { AnyRecord, Json } from '../records/record'
import type { TableName } from '../records/tables'
import { err, ok, type Result } from '../result'
import { differenceOf, type FieldChoices, joinCustomers, joinPeople, type Side } from './joinFields'
import { type PageRecord, replacedIds } from './references'
import type { PersonPair } from './samePeople'

/** A customer and every live record that names it. */
export interface Page {
  readonly customer: Customer
  readonly records: readonly PageRecord[]
}

/** Which page goes into which, and what was chosen. */
export interface MergeRequest {
  /** Of the record that remembers the merge. */
  readonly id: string
  readonly winner: Page
  readonly loser: Page
  readonly choices: FieldChoices
  /** People of the two pages who are one. */
  readonly people: readonly PersonPair[]
  readonly plans: readonly Pick<Plan, 'id' | 'planKey'>[]
}

/**
 * The changes that merge the loser's page into the winner's. Every record of the loser moves and keeps its own times;
 * the loser becomes a tombstone that says where it went; the merge is remembered so that `unmergeChanges` can take
 * the two apart at any later time. Fails with `merge.sameCustomer`, with `merge.tooMuch` where one page can't hold
 * both, and with `merge.gone` where one of them is no live page.
 */
export function mergeChanges(request: MergeRequest, at: number): Result<Change[]> {
  const { winner, loser, choices } = request
  if (winner.customer.id === loser.customer.id) return err('merge.sameCustomer')
  if (winner.customer.deletedAt !== undefined || loser.customer.deletedAt !== undefined)
    return err('merge.gone')
  const joined = joinCustomers(winner.customer, loser.customer, choices, earlierSource(winner, loser))
  const difference = differenceOf(winner.customer, { ...joined, updatedAt: at })
  const customer = replaceFields('customers', winner.customer, valuesOf(difference))
  const people = request.people.flatMap((pair) => mergedPerson(pair, winner, loser, at))
  const touched = touchesOf(
    request,
    people.map(({ merged }) => merged),
    at,
  )
  if (touched.length > MERGE_MAX_RECORDS || !customerSchema.safeParse(customer.after).success)
    return err('merge.tooMuch')
  if (people.some(({ change }) => !personSchema.safeParse(change.after).success)) return err('merge.tooMuch')
  const records = recordsById(winner, loser)
  return ok([
    customer,
    buried('customers', loser.customer, winner.customer.id, at),
    ...people.flatMap(({ change, merged }) => [change, buried('people', merged.loser, merged.winnerId, at)]),
    ...touched.flatMap((touch) => {
      const record = records.get(`${touch.table}/${touch.id}`)
      return record === undefined ? [] : [replaceFields(touch.table as TableName, record, valuesOf(touch))]
    }),
    createChange(
      'merges',
      {
        id: request.id,
        winnerId: winner.customer.id,
        loserId: loser.customer.id,
        loser: loser.customer,
        ...difference,
        people: people.map(({ merged }) => merged),
        touched,
      },
      at,
    ),
  ])
}

/** The fields to set, absent ones included. */
export function valuesOf({
  fields,
  became,
}: {
  readonly fields: readonly string[]
  readonly became: Readonly<Record<string, Json>>
}): Record<string, Json | undefined> {
  return Object.fromEntries(fields.map((field) => [field, became[field]]))
}

function buried(table: 'customers' | 'people', record: AnyRecord, mergedIntoId: string, at: number): Change {
  return replaceFields(table, record, { mergedIntoId, deletedAt: at, updatedAt: at })
}

function mergedPerson(
  { winnerId, loserId }: PersonPair,
  winner: Page,
  loser: Page,
  at: number,
): { change: Change; merged: MergedPerson }[] {
  const [stays, goes] = [personOf(winner, winnerId), personOf(loser, loserId)]
  if (stays === undefined || goes === undefined) return []
  const difference = differenceOf(stays, { ...joinPeople(stays, goes), updatedAt: at })
  return [
    {
      change: replaceFields('people', stays, valuesOf(difference)),
      merged: { winnerId, loser: goes, ...difference },
    },
  ]
}

function personOf(page: Page, id: string): Person | undefined {
  const found = page.records.find(({ table, record }) => table === 'people' && record.id === id)
  return found?.record as unknown as Person | undefined
}

/** What changes in the records that stay: whom they name, and which of two welcomes goes on. */
function touchesOf(request: MergeRequest, people: readonly MergedPerson[], at: number): MergeTouch[] {
  const { winner, loser } = request
  const customerIds = new Map([[loser.customer.id, winner.customer.id]])
  const personIds = new Map(people.map((merged) => [merged.loser.id, merged.winnerId]))
  const paused = doubledEnrolments(request)
  const touches: MergeTouch[] = []
  const seen = new Set<string>()
  for (const page of [...loser.records, ...winner.records]) {
    const { table, record } = page
    if (seen.has(`${table}/${record.id}`) || (table === 'people' && personIds.has(record.id))) continue
    seen.add(`${table}/${record.id}`)
    const after: Record<string, Json> = replacedIds(page, customerIds, personIds)
    if (paused.has(record.id)) Object.assign(after, { pausedAt: at, pausedReason: 'person' })
    if (Object.keys(after).length > 0) touches.push({ table, id: record.id, ...differenceOf(record, after) })
  }
  return touches
}

/** Of two runs of one plan the later one pauses: whoever was welcomed twice would hear everything twice. */
function doubledEnrolments({ winner, loser, plans }: MergeRequest): ReadonlySet<string> {
  const planKey = new Map(plans.map((plan) => [plan.id, plan.planKey]))
  const running = [...winner.records, ...loser.records]
    .filter(({ table }) => table === 'enrolments')
    .map(({ record }) => record as unknown as Enrolment)
    .filter(({ pausedAt, endedAt }) => pausedAt === undefined && endedAt === undefined)
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : a.id < b.id ? -1 : 1))
  const goingOn = new Set<string>()
  const paused = new Set<string>()
  for (const { id, planId } of running) {
    const plan = planKey.get(planId) ?? planId
    if (goingOn.has(plan)) paused.add(id)
    else goingOn.add(plan)
  }
  return paused
}

/** Whose first touch came first: by the earliest interaction at the source, else by when the page was begun. */
function earlierSource(winner: Page, loser: Page): Side {
  return sourcedAt(loser) < sourcedAt(winner) ? 'loser' : 'winner'
}

function sourcedAt({ customer, records }: Page): number {
  if (customer.sourceTouchpointId === undefined) return Number.POSITIVE_INFINITY
  const met = records
    .filter(
      ({ table, record }) => table === 'interactions' && record.touchpointId === customer.sourceTouchpointId,
    )
    .map(({ record }) => Number(record.at))
  return met.reduce(
    (first, each) => Math.min(first, each),
    met.length > 0 ? Number.POSITIVE_INFINITY : customer.createdAt,
  )
}

function recordsById(...pages: readonly Page[]): ReadonlyMap<string, AnyRecord> {
  return new Map(
    pages.flatMap(({ records }) =>
      records.map(({ table, record }) => [`${table}/${record.id}`, record as unknown as AnyRecord] as const),
    ),
  )
}
