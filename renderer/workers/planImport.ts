import type { Change } from '#shared/changes/changeSet'
import { pairKey } from '#shared/duplicates/duplicatePair'
import type { ImportFigure } from '#shared/importing/domainParts'
import { erasedTraces } from '#shared/importing/erasedTraces'
import { IdentityIndex } from '#shared/importing/identityIndex'
import {
  ImportPlan,
  type KnownRows,
  type PlannedRow,
  type PlanRules,
  type WantedRows,
} from '#shared/importing/importPlan'
import type { ImportRecord } from '#shared/importing/importRecord'
import { fieldsOf, type PlanField } from '#shared/importing/planFields'
import { type KnownFigures, PlanFigures } from '#shared/importing/planFigures'
import { type KnownNotice, PlanNotice } from '#shared/importing/planNotice'
import { KnownOrders } from '#shared/importing/planOrders'
import { KnownPayments } from '#shared/importing/planPayments'
import { type PlanMaking, PlanSources } from '#shared/importing/planSources'
import type { DuplicateReason } from '#shared/importing/resolveRow'
import { moneyToDecimal } from '#shared/money/decimal'
import { isTableName, type TableName } from '#shared/records/tables'
import type { Order, Quote } from '#shared/records/trade'
import type { NotebookDatabase } from '../store/database'
import { decodeRow, liveRecords } from '../store/rows'
import { ErasedPeople } from './erasedPeople'
import type { PlanRowQuery, PlanRowView, PlanTally, RecordTally } from './planProtocol'
import { groupByCustomer } from './recordsByCustomer'

/** Customers read at a time while the index of identities is built: a search waits for no more than this. */
const READ_CHUNK = 1000
const TITLE_CHARS = 120

const NO_NOTICE: KnownNotice = { engagements: [], memberships: [], carriers: [] }
const NO_FIGURES: KnownFigures = { costs: [], traffic: [] }

/** What a row was, for the list of the preview. */
interface ReviewedRow extends PlannedRow {
  readonly row: number
  readonly title: string
}

/**
 * Plans one file against the notebook as it is in the index. The file comes in pages, once for each pass, so that
 * only what identifies people and one line a row stay in memory.
 */
export class ImportPlanning {
  private reviewed: ReviewedRow[] = []
  private written = new Map<TableName, RecordTally>()
  private sources: PlanSources | undefined
  /** Read when the first row of figures comes: a file of people needs none. */
  private figures: PlanFigures | undefined
  private orders: KnownOrders | undefined
  private payments: KnownPayments | undefined
  private notice: PlanNotice | undefined

  private constructor(
    private readonly db: NotebookDatabase,
    private readonly plan: ImportPlan,
    private readonly options: PlanRules,
    private readonly erased: ErasedPeople,
  ) {}

  /** Reads who is in the notebook. */
  static async begin(db: NotebookDatabase, options: PlanRules): Promise<ImportPlanning> {
    const told = liveRecords('distinctions', await db.rows('distinctions').toArray())
    const erased = await ErasedPeople.read(db)
    const index = new IdentityIndex(new Set(told.map(({ aId, bId }) => pairKey(aId, bId))))
    let after = ''
    for (;;) {
      const rows = await db.rows('customers').where(':id').above(after).limit(READ_CHUNK).toArray()
      const customers = liveRecords('customers', rows)
      const ids = customers.map(({ id }) => id)
      const people = liveRecords('people', await db.rows('people').where('customerId').anyOf(ids).toArray())
      const byCustomer = groupByCustomer(people)
      for (const customer of customers) index.addKnown(customer, byCustomer.get(customer.id) ?? [])
      if (rows.length < READ_CHUNK)
        return new ImportPlanning(db, new ImportPlan(index, options), options, erased)
      after = rows.at(-1)?.id ?? ''
    }
  }

  /** First pass. */
  async resolve(page: Uint8Array): Promise<void> {
    const records = recordsOf(page)
    this.plan.resolve(records, await this.erasedAmong(records))
  }

  /** Of each row whether it is about somebody who was erased. Where nobody was, nothing is asked. */
  private async erasedAmong(records: readonly ImportRecord[]): Promise<boolean[]> {
    if (this.erased.isEmpty) return []
    return Promise.all(
      records.map((record) => this.erased.knows(erasedTraces(record, this.plan.rowIdOf(record)))),
    )
  }

  /** Ends the first pass and begins the second, which may be begun again. */
  async seal(making: PlanMaking): Promise<void> {
    this.plan.seal()
    await this.restart(making)
  }

  /** Begins a second pass. */
  async restart(making: PlanMaking): Promise<void> {
    this.plan.begin()
    this.reviewed = []
    this.written = new Map()
    this.figures = undefined
    this.orders = undefined
    this.payments = undefined
    this.notice = undefined
    const [touchpoints, channels, products] = await Promise.all([
      this.db.rows('touchpoints').toArray(),
      this.db.rows('channels').toArray(),
      this.db.rows('products').toArray(),
    ])
    const known = {
      touchpoints: liveRecords('touchpoints', touchpoints),
      channels: liveRecords('channels', channels),
      products: liveRecords('products', products),
    }
    this.sources = new PlanSources(known, making)
  }

  /** Second pass: plans a page, notes what becomes of its rows and answers with the changes that are complete. */
  async next(page: Uint8Array, making: PlanMaking): Promise<Change[]> {
    if (this.sources === undefined) throw new Error('plan without a second pass')
    const records = recordsOf(page)
    const known = await this.known(this.plan.wanted(records.length))
    const tools = { making, sources: this.sources, ...(await this.lines(records)) }
    const { rows, changes } = this.plan.plan(records, known, tools)
    for (const change of changes) this.count(change)
    for (const [at, row] of rows.entries()) {
      const record = records[at]
      if (record !== undefined) this.reviewed.push({ ...row, row: record.row, title: titleOf(record) })
    }
    return changes
  }

  /** How many rows become what. */
  tally(): PlanTally {
    const reasons: Partial<Record<DuplicateReason, number>> = {}
    const replaced: Partial<Record<PlanField, number>> = {}
    const counts = { new: 0, update: 0, same: 0, duplicate: 0 }
    for (const { outcome, reason, replaces } of this.reviewed) {
      counts[outcome] += 1
      for (const field of fieldsOf(replaces)) replaced[field] = (replaced[field] ?? 0) + 1
      if (reason !== undefined) reasons[reason] = (reasons[reason] ?? 0) + 1
    }
    return { ...counts, reasons, replaced, records: Object.fromEntries(this.written) }
  }

  /** Some rows of one outcome, in the order of the file. */
  async rows(query: PlanRowQuery): Promise<PlanRowView[]> {
    const chosen: ReviewedRow[] = []
    let passed = 0
    for (const row of this.reviewed) {
      if (row.outcome !== query.outcome) continue
      if (passed++ < query.from) continue
      chosen.push(row)
      if (chosen.length === query.count) break
    }
    const ids = [...new Set(chosen.flatMap(({ knownId }) => (knownId === undefined ? [] : [knownId])))]
    const found = await this.db.rows('customers').bulkGet(ids)
    const names = new Map(
      found.flatMap((row) =>
        row === undefined ? [] : [[row.id, decodeRow('customers', row).name] as const],
      ),
    )
    return chosen.map(({ row, title, reason, knownId, adds, replaces }) => ({
      row,
      title,
      reason,
      adds: fieldsOf(adds),
      replaces: fieldsOf(replaces),
      knownName: knownId === undefined ? undefined : names.get(knownId),
    }))
  }

  /** The notebook's lines that rows of this page may restate, read when the first such row comes. */
  private async lines(records: readonly ImportRecord[]) {
    const { duplicates } = this.options
    if (this.figures === undefined && records.some(({ figure }) => figure !== undefined))
      this.figures = new PlanFigures(await this.knownFigures(), duplicates)
    if (this.orders === undefined && records.some(isTrade))
      this.orders = new KnownOrders(await this.knownOrders(), await this.knownQuotes())
    if (this.payments === undefined && records.some(isTrade))
      this.payments = new KnownPayments(liveRecords('payments', await this.db.rows('payments').toArray()))
    if (this.notice === undefined && records.some(hasNotice))
      this.notice = new PlanNotice(await this.knownNotice())
    return {
      figures: this.figures ?? new PlanFigures(NO_FIGURES, duplicates),
      orders: this.orders ?? new KnownOrders([], []),
      payments: this.payments ?? new KnownPayments([]),
      notice: this.notice ?? new PlanNotice(NO_NOTICE),
    }
  }

  private count({ table, before, after }: Change): void {
    if (!isTableName(table)) return
    const { created, changed, removed } = this.written.get(table) ?? { created: 0, changed: 0, removed: 0 }
    const isRemoved = after.deletedAt !== undefined
    this.written.set(table, {
      created: created + (before === undefined ? 1 : 0),
      changed: changed + (before !== undefined && !isRemoved ? 1 : 0),
      removed: removed + (before !== undefined && isRemoved ? 1 : 0),
    })
  }

  private async knownFigures(): Promise<KnownFigures> {
    const [costs, traffic] = await Promise.all([
      this.db.rows('costs').toArray(),
      this.db.rows('traffic').toArray(),
    ])
    return { costs: liveRecords('costs', costs), traffic: liveRecords('traffic', traffic) }
  }

  private async knownNotice(): Promise<KnownNotice> {
    const [engagements, memberships, carriers] = await Promise.all([
      this.db.rows('engagements').toArray(),
      this.db.rows('memberships').toArray(),
      this.db.rows('carriers').toArray(),
    ])
    return {
      engagements: liveRecords('engagements', engagements),
      memberships: liveRecords('memberships', memberships),
      carriers: liveRecords('carriers', carriers),
    }
  }

  private async knownOrders(): Promise<Order[]> {
    return liveRecords('orders', await this.db.rows('orders').toArray())
  }

  private async knownQuotes(): Promise<Quote[]> {
    return liveRecords('quotes', await this.db.rows('quotes').toArray())
  }

  private async known(wanted: WantedRows): Promise<KnownRows> {
    const { db } = this
    const ids = [...wanted.customerIds]
    const [customers, people, interactions, consents] = await Promise.all([
      db.rows('customers').bulkGet(ids),
      db.rows('people').bulkGet([...wanted.personIds]),
      db
        .rows('interactions')
        .where('[customerId+at]')
        .inAnyRange(
          ids.map((id) => [
            [id, -Infinity],
            [id, Infinity],
          ]),
        )
        .toArray(),
      db.rows('consents').where('customerId').anyOf(ids).toArray(),
    ])
    const keyed = liveRecords('interactions', interactions).flatMap(({ customerId, sourceKey }) =>
      sourceKey === undefined ? [] : [{ customerId, sourceKey }],
    )
    const sourceKeys = [...groupByCustomer(keyed)].map(
      ([id, group]) => [id, group.map(({ sourceKey }) => sourceKey)] as const,
    )
    return {
      customers: new Map(
        liveRecords('customers', present(customers)).map((customer) => [customer.id, customer]),
      ),
      people: new Map(liveRecords('people', present(people)).map((person) => [person.id, person])),
      sourceKeys: new Map(sourceKeys),
      consents: groupByCustomer(liveRecords('consents', consents)),
    }
  }
}

function present<T>(rows: readonly (T | undefined)[]): T[] {
  return rows.flatMap((row) => (row === undefined ? [] : [row]))
}

/** Pages come from the main process's own reader: their shape was made there. */
function recordsOf(page: Uint8Array): ImportRecord[] {
  return JSON.parse(new TextDecoder().decode(page)) as ImportRecord[]
}

function titleOf({ person, company, handles, figure, order, payment }: ImportRecord): string {
  if (figure !== undefined) return titleOfFigure(figure).slice(0, TITLE_CHARS)
  const placed = order && `${order.number} · ${moneyToDecimal(order.total)} ${order.total.currency}`
  const paid = payment && `${payment.on} · ${moneyToDecimal(payment.amount)} ${payment.amount.currency}`
  const parts = [placed, paid, person?.fullName, company?.name].filter(
    (part) => part !== undefined && part !== '',
  )
  return (parts.length > 0 ? parts.join(' · ') : (handles[0]?.entered ?? '')).slice(0, TITLE_CHARS)
}

/** What was paid for, or what was counted, and for which days. */
function titleOfFigure({ name, period, cost }: ImportFigure): string {
  const subject = name.level === 'line' ? (cost?.note ?? '') : name.subject
  const days = period.from === period.to ? period.from : `${period.from} – ${period.to}`
  const amount = cost === undefined ? '' : `${moneyToDecimal(cost.amount)} ${cost.amount.currency}`
  return [subject, days, amount].filter((part) => part !== '').join(' · ')
}

function hasNotice({ engagements, membership }: ImportRecord): boolean {
  return engagements !== undefined || membership !== undefined
}

function isTrade({ order, offer, payment }: ImportRecord): boolean {
  return order !== undefined || offer !== undefined || payment !== undefined
}
