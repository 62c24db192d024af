import { createChange, deleteChange, type NewRecord, updateChange } from '../changes/buildChange'
import type { Change } from '../changes/changeSet'
import type { Cost } from '../records/cost'
import { NAME_MAX_CHARS, TEXT_MAX_CHARS } from '../records/record'
import type { Traffic } from '../records/traffic'
import type { ImportFigure } from './domainParts'
import { figureKey, readFigureKey } from './figureKey'
import { overlap } from './figurePeriod'
import type { ImportRecord } from './importRecord'
import type { PlanMaking, PlanSources } from './planSources'
import type { DuplicateRule } from './resolveRow'

/** The lines of the notebook that came from a source: only they can be restated. */
export interface KnownFigures {
  readonly costs: readonly Cost[]
  readonly traffic: readonly Traffic[]
}

/** What becomes of a row of figures. `held`: its money is in the notebook already, counted over other days. */
export interface FigurePlan {
  readonly outcome: 'new' | 'update' | 'same' | 'held'
  readonly changes: readonly Change[]
}

type KeyParts = NonNullable<ReturnType<typeof readFigureKey>>

/**
 * Plans rows of costs and counts. The same days of the same source replace what stood there; days that were taken in
 * otherwise, a month that comes again day by day, are held back, since their money would count twice.
 */
export class PlanFigures {
  private readonly costs = new Map<string, Cost>()
  private readonly traffic = new Map<string, Traffic>()
  private readonly spent = new Map<string, KeyParts[]>()

  constructor(
    known: KnownFigures,
    private readonly duplicates: DuplicateRule,
  ) {
    for (const cost of known.costs) {
      const parts = cost.sourceKey === undefined ? undefined : readFigureKey(cost.sourceKey)
      if (cost.sourceKey === undefined || parts === undefined) continue
      this.costs.set(cost.sourceKey, cost)
      this.spent.set(parts.book, [...(this.spent.get(parts.book) ?? []), parts])
    }
    for (const line of known.traffic) this.traffic.set(line.sourceKey, line)
  }

  /** Plans one row. The reading has made rows of one name and period one. */
  plan(record: ImportRecord, tools: { making: PlanMaking; sources: PlanSources }): FigurePlan {
    const { figure } = record
    if (figure === undefined) throw new TypeError('a row without figures')
    const key = figureKey(figure)
    if (this.duplicates === 'hold' && figure.cost !== undefined && this.isSpentOtherwise(key))
      return { outcome: 'held', changes: [] }
    const place = tools.sources.ofFigure(record)
    const { at } = tools.making
    const cost = this.costs.get(key)
    const line = this.traffic.get(key)
    const common = { ...place, sourceKey: key }
    const changes = [
      figure.cost === undefined
        ? cost && deleteChange('costs', cost, at)
        : putCost(cost, { ...costFields(record, figure, figure.cost), ...common }, tools.making),
      figure.counts === undefined
        ? undefined
        : putTraffic(line, { ...trafficFields(record, figure), ...common }, tools.making),
    ].filter((change) => change !== undefined)
    const isNew = changes.some(({ before }) => before === undefined)
    return { outcome: isNew ? 'new' : changes.length > 0 ? 'update' : 'same', changes }
  }

  /** Whether the notebook has money of this account for some of these days, divided into other days or otherwise. */
  private isSpentOtherwise(key: string): boolean {
    const parts = readFigureKey(key)
    if (parts === undefined || parts.level === 'line' || this.costs.has(key)) return false
    return (this.spent.get(parts.book) ?? []).some(
      ({ level, period }) =>
        overlap(period, parts.period) &&
        (level !== parts.level || period.from !== parts.period.from || period.to !== parts.period.to),
    )
  }
}

/** Makes a cost, or restates its money and days. Category, note and place are the person's once the line is there. */
function putCost(
  known: Cost | undefined,
  fields: Omit<NewRecord<'costs'>, 'id'>,
  { at, newId }: PlanMaking,
): Change | undefined {
  if (known === undefined) return createChange('costs', { ...fields, id: newId() }, at, 'import')
  const { amount, on, coversFrom, coversTo, campaign = known.campaign, extra = known.extra } = fields
  return updateChange('costs', known, { amount, on, coversFrom, coversTo, campaign, extra }, at)
}

/** Makes a line of counts, or restates it; where it belongs is the person's once it is there. */
function putTraffic(
  known: Traffic | undefined,
  fields: Omit<NewRecord<'traffic'>, 'id'>,
  { at, newId }: PlanMaking,
): Change | undefined {
  if (known === undefined) return createChange('traffic', { ...fields, id: newId() }, at, 'import')
  const { touchpointId: _touchpoint, channelId: _channel, ...restated } = fields
  return updateChange('traffic', known, restated, at)
}

function costFields(
  { extra }: ImportRecord,
  { period }: ImportFigure,
  { amount, category, campaign, note }: NonNullable<ImportFigure['cost']>,
): Omit<NewRecord<'costs'>, 'id'> {
  const isOneDay = period.from === period.to
  return {
    category,
    amount,
    on: period.to,
    ...(isOneDay ? {} : { coversFrom: period.from, coversTo: period.to }),
    ...(campaign === undefined ? {} : { campaign: campaign.slice(0, NAME_MAX_CHARS) }),
    ...(note === undefined ? {} : { note: note.slice(0, TEXT_MAX_CHARS) }),
    ...(Object.keys(extra).length === 0 ? {} : { extra: { ...extra } }),
  }
}

function trafficFields(
  { extra }: ImportRecord,
  { name, period, cost, counts }: ImportFigure,
): Omit<NewRecord<'traffic'>, 'id' | 'sourceKey'> {
  return {
    what: (name.subject || name.book).slice(0, NAME_MAX_CHARS),
    from: period.from,
    to: period.to,
    ...counts,
    // Beside a cost the columns that nobody knows stand with the cost.
    ...(cost !== undefined || Object.keys(extra).length === 0 ? {} : { extra: { ...extra } }),
  }
}
