import { type DatedMoney, sumInBase } from '../money/convert'
import type { MissingRate, RateOptions, RateTable } from '../money/rates'
import type { CurrencyCode, Money } from '../money/values'
import type { Cost } from '../records/cost'
import { type Figure, figure, noFigure, ratio } from './figure'

/** The direct cost of a scope in the base currency. */
export interface ScopeCost {
  /** What could be added up; a lower bound while rates are missing. */
  readonly total: Figure<Money>
  /** Rates without which some costs had to be left out. Empty when the total is complete. */
  readonly missingRates: readonly MissingRate[]
  readonly costCount: number
}

/**
 * Adds up costs in the base currency, each at the rate of its day (cash view). No cost on record is no
 * figure, not a figure of zero; so is a scope of which no cost could be converted. Missing rates are named.
 */
export function scopeCost(
  costs: readonly Pick<Cost, 'amount' | 'on'>[],
  base: CurrencyCode,
  rates: RateTable,
  options: RateOptions = {},
): ScopeCost {
  const amounts: DatedMoney[] = costs.map((cost) => ({ money: cost.amount, on: cost.on }))
  const sum = sumInBase(amounts, base, rates, { base, ...options })
  const costCount = costs.length
  if (costCount === 0) return { total: noFigure('measures.noCost'), missingRates: [], costCount }
  if (!sum.ok) return { total: noFigure('measures.tooLarge', { base }), missingRates: [], costCount }
  const { total, counted, missing } = sum.value
  if (counted > 0) return { total: figure(total), missingRates: missing, costCount }
  return { total: noFigure('measures.noRate', { base, count: costCount }), missingRates: missing, costCount }
}

/**
 * Cost coverage: the share (0 to 1) of a scope's leads whose touchpoint has any cost on record, or, where they came over
 * a channel as such (a platform's enquiry), whose channel has. Shown beside every cost per customer below 1. An amount
 * of zero stands for "not known yet" and covers nobody. Source: measures.md "cost coverage".
 */
export function costCoverage(
  leads: readonly Placed[],
  costs: readonly (Placed & { readonly amount?: Money | undefined })[],
): Figure {
  const known = costs.filter((cost) => cost.amount?.minor !== 0)
  const touchpoints = new Set(known.map((cost) => cost.touchpointId))
  const channels = new Set(
    known.filter((cost) => cost.touchpointId === undefined).map((cost) => cost.channelId),
  )
  const covered = leads.filter(
    ({ touchpointId, channelId }) =>
      (touchpointId !== undefined && touchpoints.has(touchpointId)) ||
      (channelId !== undefined && channels.has(channelId)),
  ).length
  return ratio(covered, leads.length, 'measures.noLeads')
}

interface Placed {
  readonly touchpointId?: string | undefined
  readonly channelId?: string | undefined
}
