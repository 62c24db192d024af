import Dexie from 'dexie'
import { type FairCounts, firstOrderDays } from '#shared/costs/fairCosts'
import { fairLeads } from '#shared/measures/firstTouch'
import type { Cost, Rate } from '#shared/records/cost'
import type { Interaction } from '#shared/records/interaction'
import { DEFAULT_SETTINGS, type Settings } from '#shared/records/settings'
import type { Touchpoint } from '#shared/records/touchpoint'
import type { NotebookDatabase } from '../database'
import { liveRecords } from '../rows'
import { allFairs } from './fairs'
import { notebookSettings } from './nurture'
import { liveCustomers, ordersOf } from './ofCustomers'

/** What one fair cost and what it brought. */
export interface FairBook {
  readonly fair: Touchpoint
  readonly costs: readonly Cost[]
  readonly counts: FairCounts
}

/** All fairs with their costs, and what they are brought to one currency with. */
export interface CostBook {
  readonly fairs: readonly FairBook[]
  readonly rates: readonly Rate[]
  readonly base: string
  readonly staffDayMinor: number | undefined
}

/** Reads every fair's costs and counts, the newest fair first. */
export async function costBook(db: NotebookDatabase): Promise<CostBook> {
  const [fairs, rates, settings] = await Promise.all([allFairs(db), allRates(db), settingsOrDefaults(db)])
  return {
    fairs: await Promise.all(
      fairs.map(async (fair) => ({
        fair,
        costs: await fairCostLines(db, fair.id),
        counts: await fairCounts(db, fair.id),
      })),
    ),
    rates,
    base: settings.baseCurrency,
    staffDayMinor: settings.staffDayMinor,
  }
}

/** The rate table, the newest line first. */
export async function allRates(db: NotebookDatabase): Promise<Rate[]> {
  const rows = await db.rows('rates').orderBy('on').reverse().toArray()
  return liveRecords('rates', rows)
}

/** The notebook's settings, or what holds as long as nobody has set anything. */
export async function settingsOrDefaults(
  db: NotebookDatabase,
): Promise<Pick<Settings, 'baseCurrency' | 'staffDayMinor'> & { readonly workingDays: readonly number[] }> {
  return (await notebookSettings(db)) ?? DEFAULT_SETTINGS
}

/** The costs of one fair, the latest first. */
export async function fairCostLines(db: NotebookDatabase, fairId: string): Promise<Cost[]> {
  const rows = await db.rows('costs').where('touchpointId').equals(fairId).toArray()
  return liveRecords('costs', rows).sort((a, b) => b.on.localeCompare(a.on) || b.createdAt - a.createdAt)
}

/** Everything that happened at one fair. */
export async function fairInteractions(db: NotebookDatabase, fairId: string): Promise<Interaction[]> {
  const rows = await db
    .rows('interactions')
    .where('[touchpointId+at]')
    .between([fairId, Dexie.minKey], [fairId, Dexie.maxKey])
    .toArray()
  return liveRecords('interactions', rows)
}

async function fairCounts(db: NotebookDatabase, fairId: string): Promise<FairCounts> {
  const talks = await fairInteractions(db, fairId)
  const customers = await liveCustomers(
    db,
    talks.map(({ customerId }) => customerId),
  )
  const known = new Set(customers.map(({ id }) => id))
  const leads = fairLeads(fairId, talks).filter(({ customerId }) => known.has(customerId))
  const met = new Set(leads.map(({ customerId }) => customerId))
  const sourced = customers.filter(
    ({ id, sourceTouchpointId }) => met.has(id) && sourceTouchpointId === fairId,
  )
  const orders = await ordersOf(
    db,
    sourced.map(({ id }) => id),
  )
  return {
    leads: leads.length,
    qualified: leads.filter(({ grade }) => grade === 'A' || grade === 'B').length,
    firstOrders: firstOrderDays(fairId, sourced, orders).size,
  }
}
