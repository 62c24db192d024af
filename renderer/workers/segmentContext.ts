import type { Change } from '#shared/changes/changeSet'
import { foldContext } from '#shared/measures/facts/foldContext'
import { warmthHalfLife, warmthWeights } from '#shared/measures/warmthSettings'
import { minorUnitExponent } from '#shared/money/minorUnits'
import { rateTable } from '#shared/money/rates'
import type { OwnField } from '#shared/ownFields/ownField'
import { DEFAULT_SETTINGS } from '#shared/records/settings'
import type { TableName } from '#shared/records/tables'
import type { SubjectContext } from '#shared/segments/foldSubject'
import type { SegmentMoment } from '#shared/segments/segmentSubject'
import type { NotebookDatabase } from '../store/database'
import { decodeRow } from '../store/rows'

/**
 * The fields of the small tables on which what is known of customers depends. Whoever changes one of them puts every
 * customer in question; a fair that is renamed does not.
 */
const DEPENDS_ON: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  settings: ['baseCurrency', 'rateMaxAgeDays', 'warmth', 'customFields'],
  rates: ['from', 'to', 'rate', 'on', 'deletedAt'],
  touchpoints: ['channelId', 'deletedAt'],
  channels: ['kind', 'deletedAt'],
  carriers: ['handleKind', 'deletedAt'],
  products: ['name', 'code', 'deletedAt'],
  plans: ['planKey'],
}

/** Whether the small tables are to be read again after a change to a table. */
export function isContextTable(table: TableName): boolean {
  return DEPENDS_ON[table] !== undefined
}

/** Whether a change alters the small tables in a way that concerns what was folded before. */
export function touchesContext({ table, before, added, after }: Change): boolean {
  const fields = DEPENDS_ON[table]
  if (fields === undefined) return false
  // Of a new channel, fair or plan nothing is known yet that could be told otherwise.
  if (before === undefined) return table === 'rates' || table === 'products' || table === 'settings'
  const changed = new Set([...Object.keys(before), ...(added ?? [])])
  return fields.some((field) => changed.has(field)) || after.deletedAt !== undefined
}

/** The small tables as folding and asking need them. */
export interface SegmentContext {
  readonly fold: SubjectContext
  readonly own: readonly OwnField[]
  /** What amounts and warmth are asked with. */
  readonly scale: Pick<SegmentMoment, 'minorPerUnit' | 'halfLifeDays'>
}

/** Reads the small tables. A fair or a product that is gone still is where somebody came from, and what they bought. */
export async function readSegmentContext(db: NotebookDatabase, zone: string): Promise<SegmentContext> {
  const all = async <T extends TableName>(table: T) =>
    (await db.rows(table).orderBy('id').toArray()).map((row) => decodeRow(table, row))
  const [settingsRows, rates, touchpoints, channels, carriers, products, plans] = await Promise.all([
    all('settings'),
    all('rates'),
    all('touchpoints'),
    all('channels'),
    all('carriers'),
    all('products'),
    all('plans'),
  ])
  const settings = settingsRows.find((one) => one.deletedAt === undefined)
  const base = settings?.baseCurrency ?? DEFAULT_SETTINGS.baseCurrency
  const live = rates.filter((rate) => rate.deletedAt === undefined)
  return {
    fold: {
      ...foldContext({ base, zone, rates: rateTable(live, settings), touchpoints, carriers, products }),
      channelKinds: new Map(channels.flatMap(({ id, kind }) => (kind === undefined ? [] : [[id, kind]]))),
      planKeys: new Map(plans.map(({ id, planKey }) => [id, planKey])),
      weights: warmthWeights(settings),
    },
    own: settings?.customFields ?? [],
    scale: {
      minorPerUnit: 10 ** minorUnitExponent(base),
      halfLifeDays: warmthHalfLife(settings),
    },
  }
}
