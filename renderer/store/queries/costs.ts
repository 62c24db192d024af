import Dexie from 'dexie'
import { type FairCounts, firstOrderDays } from '#shared/costs/fairCosts'
import { fairLeads } from '#shared/measures/firstTouch'
import type { Cost, Rate } from '#shared/records/cost'
import type { Interaction } from '#shared/records/interaction'
import { DEFAULT_SETTINGS, type Settings } from '#shared/records/settings'
import type { Channel, Touchpoint } from '#shared/records/touchpoint'
import { compareDays } from '#shared/time/calendarDay'
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

/** Every cost of the notebook, where it may belong, and what it is brought to one currency with. */
export interface CostBook {
  readonly fairs: readonly FairBook[]
  /** Campaigns, pages, platforms and others, by name. */
  readonly touchpoints: readonly Touchpoint[]
  readonly channels: readonly Channel[]
  /** All of them, the latest first. */
  readonly costs: readonly Cost[]
  readonly rates: readonly Rate[]
  readonly base: string
  readonly rateMaxAgeDays: number | undefined
  readonly staffDayMinor: number | undefined
}

/** Reads every cost and each fair's counts, the newest fair first. */
export async function costBook(db: NotebookDatabase): Promise<CostBook> {
  const [fairs, touchpointRows, channelRows, costRows, rates, settings] = await Promise.all([
    allFairs(db),
    db.rows('touchpoints').toArray(),
    db.rows('channels').toArray(),
    db.rows('costs').toArray(),
    allRates(db),
    settingsOrDefaults(db),
  ])
  const costs = liveRecords('costs', costRows).sort(latestFirst)
  return {
    fairs: await Promise.all(
      fairs.map(async (fair) => ({
        fair,
        costs: costs.filter(({ touchpointId }) => touchpointId === fair.id),
        counts: await fairCounts(db, fair.id),
      })),
    ),
    touchpoints: liveRecords('touchpoints', touchpointRows)
      .filter(({ kind }) => kind !== 'fair')
      .sort(byName),
    channels: liveRecords('channels', channelRows).sort(byName),
    costs,
    rates,
    base: settings.baseCurrency,
    rateMaxAgeDays: settings.rateMaxAgeDays,
    staffDayMinor: settings.staffDayMinor,
  }
}

/** The rate table, the newest line first. */
export async function allRates(db: NotebookDatabase): Promise<Rate[]> {
  const rows = await db.rows('rates').orderBy('on').reverse().toArray()
  return liveRecords('rates', rows)
}

/** The notebook's settings, or what holds as long as nobody has set anything. */
export async function settingsOrDefaults(db: NotebookDatabase): Promise<
  Pick<Settings, 'baseCurrency' | 'staffDayMinor' | 'rateMaxAgeDays'> & {
    readonly workingDays: readonly number[]
  }
> {
  return (await notebookSettings(db)) ?? DEFAULT_SETTINGS
}

/** The content pieces as a form offers them, the newest first. */
export async function contentTitles(db: NotebookDatabase): Promise<{ value: string; label: string }[]> {
  const pieces = liveRecords('content', await db.rows('content').toArray())
  return pieces
    .sort((a, b) => b.createdAt - a.createdAt)
    .map(({ id, title }) => ({ value: id, label: title }))
}

/** The costs of one fair, the latest first. */
export async function fairCostLines(db: NotebookDatabase, fairId: string): Promise<Cost[]> {
  const rows = await db.rows('costs').where('touchpointId').equals(fairId).toArray()
  return liveRecords('costs', rows).sort(latestFirst)
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

function latestFirst(a: Cost, b: Cost): number {
  return compareDays(b.on, a.on) || b.createdAt - a.createdAt
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name.localeCompare(b.name)
}
