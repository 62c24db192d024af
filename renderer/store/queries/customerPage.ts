import Dexie from 'dexie'
import type { Appointment } from '#shared/records/appointment'
import type { Consent } from '#shared/records/consent'
import type { Customer } from '#shared/records/customer'
import type { Fact } from '#shared/records/fact'
import type { Interaction } from '#shared/records/interaction'
import type { Enrolment, Plan, Touch } from '#shared/records/nurture'
import type { Person } from '#shared/records/person'
import type { PromiseRecord } from '#shared/records/promise'
import type { Relation } from '#shared/records/relation'
import type { StageMove } from '#shared/records/stageMove'
import type { RecordOf, TableName } from '#shared/records/tables'
import type { Touchpoint } from '#shared/records/touchpoint'
import type { Order, Quote, Sample } from '#shared/records/trade'
import type { NotebookDatabase } from '../database'
import { decodeRow, liveRecords } from '../rows'
import { namesOf } from './lookups'
import { standingMerges } from './mergePages'

/** Everything that one page of the notebook shows. */
export interface CustomerPageData {
  readonly customer: Customer
  readonly people: readonly Person[]
  readonly facts: readonly Fact[]
  readonly interactions: readonly Interaction[]
  readonly promises: readonly PromiseRecord[]
  readonly quotes: readonly Quote[]
  readonly orders: readonly Order[]
  readonly samples: readonly Sample[]
  readonly relations: readonly Relation[]
  /** Names of the customers at the other end of relations, by id. */
  readonly relatedNames: ReadonlyMap<string, string>
  readonly consents: readonly Consent[]
  readonly stageMoves: readonly StageMove[]
  readonly source: Touchpoint | undefined
  /** Names of the places where pages that were merged into this one were first met. */
  readonly furtherSources: readonly string[]
  /** How many pages were merged into this one and can be taken out again. */
  readonly mergedPages: number
  readonly enrolments: readonly Enrolment[]
  readonly touches: readonly Touch[]
  readonly plans: readonly Plan[]
  readonly appointments: readonly Appointment[]
}

/** Enough for years of contact with one customer; older ones are still found by search. */
const INTERACTIONS_SHOWN = 500

/** Reads one customer's page; undefined when there is no such customer any more. */
export async function customerPage(db: NotebookDatabase, id: string): Promise<CustomerPageData | undefined> {
  const row = await db.rows('customers').get(id)
  const customer = row === undefined ? undefined : decodeRow('customers', row)
  if (customer === undefined || customer.deletedAt !== undefined) return undefined
  const [
    people,
    facts,
    promises,
    consents,
    quotes,
    orders,
    samples,
    stageMoves,
    interactions,
    relations,
    source,
    enrolments,
    touches,
    plans,
    furtherSources,
    merges,
    appointments,
  ] = await Promise.all([
    ofCustomer(db, 'people', id),
    ofCustomer(db, 'facts', id),
    ofCustomer(db, 'promises', id),
    ofCustomer(db, 'consents', id),
    onDays(db, 'quotes', id),
    onDays(db, 'orders', id),
    onDays(db, 'samples', id),
    stageHistory(db, id),
    newestInteractions(db, id),
    relationsOf(db, id),
    sourceOf(db, customer),
    ofCustomer(db, 'enrolments', id),
    ofCustomer(db, 'touches', id),
    everything(db, 'plans'),
    namesOf(db, 'touchpoints', customer.furtherSourceIds ?? []),
    standingMerges(db, id),
    ofCustomer(db, 'appointments', id),
  ])
  const others = relations.map((relation) => (relation.fromId === id ? relation.toId : relation.fromId))
  return {
    customer,
    people,
    facts,
    promises,
    consents,
    quotes,
    orders,
    samples,
    stageMoves,
    interactions,
    relations,
    source,
    furtherSources,
    mergedPages: merges.length,
    enrolments,
    touches,
    plans,
    appointments,
    relatedNames: await customerNames(db, others),
  }
}

/** Names of some customers by id; the deleted ones are left out. */
export async function customerNames(
  db: NotebookDatabase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.rows('customers').bulkGet([...new Set(ids)])
  const records = liveRecords(
    'customers',
    rows.flatMap((row) => (row === undefined ? [] : [row])),
  )
  return new Map(records.map((record) => [record.id, record.name]))
}

async function everything<T extends 'plans' | 'settings'>(
  db: NotebookDatabase,
  table: T,
): Promise<RecordOf<T>[]> {
  return liveRecords(table, await db.rows(table).toArray())
}

async function ofCustomer<
  T extends 'appointments' | 'people' | 'facts' | 'promises' | 'consents' | 'enrolments' | 'touches',
>(db: NotebookDatabase, table: T, id: string): Promise<RecordOf<T>[]> {
  return liveRecords(table, await db.rows(table).where('customerId').equals(id).toArray())
}

async function onDays<T extends Extract<TableName, 'quotes' | 'orders' | 'samples'>>(
  db: NotebookDatabase,
  table: T,
  id: string,
): Promise<RecordOf<T>[]> {
  const rows = await db
    .rows(table)
    .where('[customerId+on]')
    .between([id, Dexie.minKey], [id, Dexie.maxKey])
    .toArray()
  return liveRecords(table, rows)
}

async function stageHistory(db: NotebookDatabase, id: string): Promise<StageMove[]> {
  const rows = await db
    .rows('stageMoves')
    .where('[customerId+at]')
    .between([id, Dexie.minKey], [id, Dexie.maxKey])
    .toArray()
  return liveRecords('stageMoves', rows)
}

async function newestInteractions(db: NotebookDatabase, id: string): Promise<Interaction[]> {
  const rows = await db
    .rows('interactions')
    .where('[customerId+at]')
    .between([id, Dexie.minKey], [id, Dexie.maxKey])
    .reverse()
    .limit(INTERACTIONS_SHOWN)
    .toArray()
  return liveRecords('interactions', rows)
}

async function relationsOf(db: NotebookDatabase, id: string): Promise<Relation[]> {
  const from = await db.rows('relations').where('fromId').equals(id).toArray()
  const to = await db.rows('relations').where('toId').equals(id).toArray()
  // Two pages that were merged may have been tied to each other, or to one and the same third.
  const seen = new Set<string>()
  return liveRecords('relations', [...from, ...to]).filter(({ fromId, toId, kind }) => {
    const key = `${fromId} ${toId} ${kind}`
    if (fromId === toId || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

async function sourceOf(db: NotebookDatabase, customer: Customer): Promise<Touchpoint | undefined> {
  if (customer.sourceTouchpointId === undefined) return undefined
  const row = await db.rows('touchpoints').get(customer.sourceTouchpointId)
  return row === undefined ? undefined : decodeRow('touchpoints', row)
}
