import type { Change } from '#shared/changes/changeSet'
import { type CarrierReach, carrierReach } from '#shared/measures/carrierReach'
import {
  type DrainageRow,
  drainageStepsByOffer,
  drainageStepsByTouchpoint,
} from '#shared/measures/drainageSteps'
import type { CustomerFacts } from '#shared/measures/facts/customerFacts'
import { type FoldContext, foldContext } from '#shared/measures/facts/foldContext'
import { foldCustomer } from '#shared/measures/facts/foldCustomer'
import { ownDays } from '#shared/measures/facts/ownDay'
import { type ListMonth, listGrowth } from '#shared/measures/listGrowth'
import { type OwnedReach, ownedReach } from '#shared/measures/ownedReach'
import { rateTable } from '#shared/money/rates'
import { DEFAULT_SETTINGS } from '#shared/records/settings'
import type { IsoDate, ZoneName } from '#shared/time/values'
import type { NotebookDatabase } from '../store/database'
import { liveRecords } from '../store/rows'
import { recordsByCustomer } from './recordsByCustomer'

/** Customers read and folded at a time: a search waits for no more than this. */
const CHUNK = 100

export interface CarriersRequest {
  readonly today: IsoDate
  readonly zone: ZoneName
}

export interface CarriersAnswer {
  readonly reach: ReadonlyMap<string, CarrierReach>
  /** The months of each carrier, the first one first. */
  readonly months: ReadonlyMap<string, readonly ListMonth[]>
  readonly touchpoints: readonly DrainageRow[]
  readonly offers: readonly DrainageRow[]
  /** Shares of live customers on one and on two carriers; no shares of revenue, which this reader doesn't know. */
  readonly owned: {
    readonly customers: number
    readonly onOne: OwnedReach['onOne']['customers']
    readonly onTwo: OwnedReach['onTwo']['customers']
  }
}

/** The tables whose records say what this reader tells; amounts are not among it, so that rates don't matter. */
const READ = ['interactions', 'stageMoves', 'orders', 'memberships', 'consents', 'engagements'] as const
const OWNED: ReadonlySet<string> = new Set([...READ, 'customers'])
/** What all customers depend on. */
const SHARED_TABLES: ReadonlySet<string> = new Set(['carriers', 'touchpoints'])

/**
 * Who is on our carriers and what the drainage is, from facts that are kept in memory once somebody has asked. A
 * change-set puts in question only the customers that it names; what is followed equals what is read anew.
 */
export class CarrierReader {
  private readonly facts = new Map<string, CustomerFacts>()
  private readonly stale = new Set<string>()
  private zone: ZoneName | undefined
  private turn: Promise<void> = Promise.resolve()

  constructor(
    /** Lets the worker answer what has come in meanwhile. */
    private readonly pause: () => Promise<void>,
  ) {}

  /** Takes note of whom the changes touch. */
  async follow(_db: NotebookDatabase, changes: readonly Change[]): Promise<void> {
    for (const { table, id, before, after } of changes) {
      if (SHARED_TABLES.has(table)) this.zone = undefined
      if (!OWNED.has(table)) continue
      const named = table === 'customers' ? [id] : [before?.customerId, after.customerId]
      for (const customerId of named) if (typeof customerId === 'string') this.stale.add(customerId)
    }
  }

  /** The figures as of a day, read first as far as they are not known. */
  async answer(db: NotebookDatabase, request: CarriersRequest): Promise<CarriersAnswer> {
    const reading = this.turn.then(() => this.refresh(db, request.zone))
    this.turn = reading.catch(() => undefined)
    await reading
    const facts = [...this.facts.values()]
    const { customers, onOne, onTwo } = ownedReach(facts, request.today)
    return {
      reach: carrierReach(facts, request.today),
      months: listGrowth(facts, request.today),
      touchpoints: drainageStepsByTouchpoint(facts, request.today),
      offers: drainageStepsByOffer(facts, request.today),
      owned: { customers, onOne: onOne.customers, onTwo: onTwo.customers },
    }
  }

  private async refresh(db: NotebookDatabase, zone: ZoneName): Promise<void> {
    if (this.zone !== zone) {
      this.facts.clear()
      this.stale.clear()
      for (const id of await db.rows('customers').toCollection().primaryKeys()) this.stale.add(id)
      this.zone = zone
    }
    const context = await contextOf(db, zone)
    const dayOf = ownDays(zone)
    while (this.stale.size > 0) {
      const ids = [...this.stale].slice(0, CHUNK)
      // A change that comes in while these are read puts them in question again.
      for (const id of ids) this.stale.delete(id)
      try {
        for (const [id, facts] of await foldThese(db, ids, context, dayOf)) {
          if (facts === undefined) this.facts.delete(id)
          else this.facts.set(id, facts)
        }
      } catch (fault) {
        for (const id of ids) this.stale.add(id)
        throw fault
      }
      await this.pause()
    }
  }
}

async function contextOf(db: NotebookDatabase, zone: ZoneName): Promise<FoldContext> {
  return foldContext({
    base: DEFAULT_SETTINGS.baseCurrency,
    rates: rateTable([]),
    zone,
    touchpoints: liveRecords('touchpoints', await db.rows('touchpoints').toArray()),
    carriers: liveRecords('carriers', await db.rows('carriers').toArray()),
    products: [],
  })
}

/** The facts of some customers; undefined for those that are gone. */
async function foldThese(
  db: NotebookDatabase,
  ids: readonly string[],
  context: FoldContext,
  dayOf: ReturnType<typeof ownDays>,
): Promise<Map<string, CustomerFacts | undefined>> {
  const rows = await db.rows('customers').bulkGet([...ids])
  const customers = new Map(
    liveRecords(
      'customers',
      rows.flatMap((row) => row ?? []),
    ).map((customer) => [customer.id, customer]),
  )
  const [interactions, stageMoves, orders, memberships, consents, engagements] = await Promise.all([
    recordsByCustomer(db, 'interactions', ids),
    recordsByCustomer(db, 'stageMoves', ids),
    recordsByCustomer(db, 'orders', ids),
    recordsByCustomer(db, 'memberships', ids),
    recordsByCustomer(db, 'consents', ids),
    recordsByCustomer(db, 'engagements', ids),
  ])
  return new Map(
    ids.map((id) => {
      const customer = customers.get(id)
      if (customer === undefined) return [id, undefined]
      const records = {
        customer,
        interactions: interactions.get(id) ?? [],
        stageMoves: stageMoves.get(id) ?? [],
        orders: orders.get(id) ?? [],
        memberships: memberships.get(id) ?? [],
        consents: consents.get(id) ?? [],
        engagements: engagements.get(id) ?? [],
      }
      return [id, foldCustomer(records, context, dayOf)]
    }),
  )
}
