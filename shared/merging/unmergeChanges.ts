import { replaceFields } from '../changes/buildChange'
import type { Change, LooseRecord } from '../changes/changeSet'
import { sameValue } from '../changes/sameValue'
import type { Customer } from '../records/customer'
import type { Merge, MergedPerson, MergeTouch } from '../records/merge'
import type { AnyRecord, Json } from '../records/record'
import type { TableName } from '../records/tables'
import { err, ok, type Result } from '../result'
import { CUSTOMER_FIELDS, type PageRecord, PERSON_FIELDS } from './references'
import { type Joining, separateFields } from './separateFields'

/** What taking two pages apart is made from, all of it as it is now. */
export interface UnmergeRequest {
  readonly merge: Merge
  readonly winner: Customer
  /** The loser's tombstone. */
  readonly loser: Customer
  /** Merges into the same winner that came after this one and still stand, oldest first. */
  readonly later: readonly Merge[]
  /** The records that the merge touched, and both sides of the people it put together; tombstones included. */
  readonly records: readonly PageRecord[]
  /** Records written down since that go to the loser. */
  readonly given: readonly PageRecord[]
}

/**
 * The changes that take a merge apart: what belonged to the loser goes back, with what was done to it since; what was
 * added to the merged page stays with the winner unless it is given to the loser; chosen fields return unless they
 * were edited since. Without any edit in between, everything is as it was before the merge. Fails with
 * `unmerge.notOnTop` where the winner has itself been merged into another page, and `unmerge.done` where the two were
 * taken apart before.
 */
export function unmergeChanges(request: UnmergeRequest, at: number): Result<Change[]> {
  const { merge, winner, loser, later } = request
  if (merge.unmergedAt !== undefined || loser.mergedIntoId !== winner.id) return err('unmerge.done')
  if (winner.deletedAt !== undefined) return err('unmerge.notOnTop')
  const current = new Map(request.records.map(({ table, record }) => [`${table}/${record.id}`, record]))
  const separated = separateFields(winner as Loose, joiningOf(merge), later.map(joiningOf))
  const laterMerges = new Map<string, Record<string, unknown>>(
    later.map((each, index) => [each.id, { ...separated.later[index] }]),
  )
  const changes: Change[] = []
  const change = (table: TableName, record: LooseRecord | Customer | Merge, fields: Loose) => {
    const old = record as unknown as Loose
    const changed = Object.entries(fields).filter(([field, value]) => !sameValue(old[field], value))
    if (changed.length > 0)
      changes.push(replaceFields(table, record as unknown as AnyRecord, Object.fromEntries(changed)))
  }
  change('customers', winner, separated.winner)
  change('customers', loser, revived(merge.loser, separated.loser, at))
  for (const person of merge.people) {
    const apart = separatePerson(person, current, later, laterMerges)
    if (apart === undefined) continue
    change('people', apart.stays, apart.winner)
    change('people', apart.goes, revived(person.loser, apart.loser, at))
  }
  for (const touch of merge.touched) {
    const record = current.get(`${touch.table}/${touch.id}`)
    if (record !== undefined) change(touch.table as TableName, record, givenBack(touch, record, merge))
  }
  for (const { table, record } of request.given)
    change(table, record, { ...renamed(table, record, merge, request.given), updatedAt: at })
  for (const each of later) change('merges', each, laterMerges.get(each.id) ?? {})
  change('merges', merge, { unmergedAt: at, updatedAt: at })
  return ok(changes)
}

type Loose = Readonly<Record<string, unknown>>

function joiningOf({
  fields,
  was,
  became,
  loser,
}: Pick<Merge, 'fields' | 'was' | 'became'> & { loser: object }) {
  return { fields, was, became, loser: loser as Loose } satisfies Joining
}

/** A loser as it was, but for what was done to its items since. */
function revived(
  loser: { readonly updatedAt: number },
  edits: Readonly<Record<string, Json | undefined>>,
  at: number,
): Loose {
  const updatedAt = Object.keys(edits).length > 0 ? at : loser.updatedAt
  return { ...edits, deletedAt: undefined, mergedIntoId: undefined, updatedAt }
}

/** Takes one put-together person apart, and notes in the later merges what is left of theirs. */
function separatePerson(
  person: MergedPerson,
  current: ReadonlyMap<string, LooseRecord>,
  later: readonly Merge[],
  laterMerges: Map<string, Record<string, unknown>>,
) {
  const [stays, goes] = [current.get(`people/${person.winnerId}`), current.get(`people/${person.loser.id}`)]
  if (stays === undefined || goes === undefined) return undefined
  const same = later.flatMap((merge) =>
    merge.people.flatMap((each, index) =>
      each.winnerId === person.winnerId ? [{ merge, each, index }] : [],
    ),
  )
  const apart = separateFields(
    stays,
    joiningOf(person),
    same.map(({ each }) => joiningOf(each)),
  )
  for (const [at, { merge, index }] of same.entries()) {
    const rebased = laterMerges.get(merge.id) ?? {}
    const people = [...((rebased.people as MergedPerson[] | undefined) ?? merge.people)]
    const known = people[index]
    if (known !== undefined) people[index] = { ...known, ...apart.later[at] }
    laterMerges.set(merge.id, { ...rebased, people })
  }
  return { stays, goes, winner: apart.winner, loser: apart.loser }
}

/** What a touched record gets back: every field that still says what the merge made it say. */
function givenBack(touch: MergeTouch, record: LooseRecord, merge: Merge): Loose {
  const back: Record<string, unknown> = {}
  for (const field of touch.fields) {
    if (sameValue(record[field], touch.became[field])) back[field] = touch.was[field]
    else if (field === 'personIds') back[field] = renamed(touch.table as TableName, record, merge)[field]
  }
  return back
}

/**
 * The ids of a record that goes to the loser: its customer, and of people the loser's own; whoever stays with the
 * winner is not named any more.
 */
function renamed(
  table: TableName,
  record: LooseRecord,
  merge: Merge,
  given: readonly PageRecord[] = [],
): Loose {
  const own = [...merge.touched, ...given.map((each) => ({ table: each.table, id: each.record.id }))]
    .filter((each) => each.table === 'people')
    .map(({ id }) => [id, id] as const)
  const people = new Map([
    ...own,
    ...merge.people.map(({ winnerId, loser }) => [winnerId, loser.id] as const),
  ])
  const fields: Record<string, unknown> = {}
  for (const field of CUSTOMER_FIELDS[table] ?? [])
    if (record[field] === merge.winnerId) fields[field] = merge.loserId
  for (const field of PERSON_FIELDS[table] ?? []) {
    const value = record[field]
    if (Array.isArray(value)) fields[field] = value.flatMap((id: string) => people.get(id) ?? [])
    else if (value !== undefined) fields[field] = people.get(String(value))
  }
  return fields
}
