import type { Change, LooseRecord } from '../changes/changeSet'
import type { Customer } from '../records/customer'
import type { Person } from '../records/person'
import type { TableName } from '../records/tables'
import { ok, type Result } from '../result'
import { proposeChoices } from './joinFields'
import { type MergeRequest, mergeChanges, type Page } from './mergeChanges'
import { samePeople } from './samePeople'

/** What all merges of a series have in common. */
export interface SeriesParts {
  readonly newId: () => string
  readonly plans: MergeRequest['plans']
  /** When it is done, epoch ms. */
  readonly at: number
}

/**
 * Many merges in one change-set, without a question: the kept page fills its gaps, and people with one name or
 * address become one. Pages are given as the notebook has them; what an earlier merge of the series changed is seen.
 * Each page can be taken out again by itself.
 */
export class MergeSeries {
  private readonly latest = new Map<string, LooseRecord>()

  constructor(private readonly parts: SeriesParts) {}

  /** The changes that merge pages into the kept one, in the given order. Fails as `mergeChanges` does. */
  merge(kept: Page, going: readonly Page[]): Result<Change[]> {
    const { newId, plans, at } = this.parts
    const changes: Change[] = []
    // Nothing of a group that fails may be seen by the next one.
    const latest = new Map<string, LooseRecord>()
    const asOfNow = (page: Page) => asOf(latest, asOf(this.latest, page))
    let winner = asOfNow(kept)
    for (const page of going) {
      const loser = asOfNow(page)
      const choices = proposeChoices(winner.customer, loser.customer)
      const people = samePeople(peopleOf(winner), peopleOf(loser), winner.customer.country)
      const merged = mergeChanges({ id: newId(), winner, loser, choices, people, plans }, at)
      if (!merged.ok) return merged
      changes.push(...merged.value)
      for (const change of merged.value) latest.set(placeOf(change.table, change.id), change.after)
      winner = asOfNow({ customer: kept.customer, records: [...winner.records, ...loser.records] })
    }
    for (const change of changes) this.latest.set(placeOf(change.table, change.id), change.after)
    return ok(changes)
  }
}

function asOf(latest: ReadonlyMap<string, LooseRecord>, { customer, records }: Page): Page {
  const now = (table: TableName, record: LooseRecord) => latest.get(placeOf(table, record.id)) ?? record
  return {
    customer: now('customers', customer as unknown as LooseRecord) as unknown as Customer,
    records: records
      .map(({ table, record }) => ({ table, record: now(table, record) }))
      .filter(({ record }) => record.deletedAt === undefined),
  }
}

/** The people of a page. */
export function peopleOf({ records }: Page): Person[] {
  return records.filter(({ table }) => table === 'people').map(({ record }) => record as unknown as Person)
}

function placeOf(table: TableName, id: string): string {
  return `${table}/${id}`
}
