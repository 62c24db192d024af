import { type AcquisitionCost, acquisitionCost, type PlacedHours } from '../measures/acquisitionCost'
import type { AttributionModel } from '../measures/attribution'
import type { CostView } from '../measures/costViews'
import type { CustomerFacts } from '../measures/facts/customerFacts'
import { type Figure, ratio } from '../measures/figure'
import type { Places, Scope } from '../measures/places'
import { type ScopeRevenue, scopeRevenue } from '../measures/scopeRevenue'
import { stepCosts } from '../measures/stepCosts'
import type { RateTable } from '../money/rates'
import type { CurrencyCode } from '../money/values'
import type { Cost } from '../records/cost'
import type { Channel, Touchpoint } from '../records/touchpoint'
import type { Period } from '../time/period'
import { placeKeyOf } from './costPlace'

/** What the figures of channels and touchpoints are made of. */
export interface PlaceQuestion {
  readonly facts: readonly CustomerFacts[]
  readonly costs: readonly Cost[]
  readonly hours: readonly PlacedHours[]
  readonly touchpoints: readonly Pick<Touchpoint, 'id'>[]
  readonly channels: readonly Pick<Channel, 'id'>[]
  readonly places: Places
  readonly period: Period
  readonly model: AttributionModel
  readonly view: CostView
  readonly base: CurrencyCode
  readonly rates: RateTable
  readonly hourMinor: number | undefined
}

/** Cost and result of one channel or touchpoint side by side. */
export interface PlaceFigures {
  readonly leads: number
  readonly enquiries: number
  readonly acquisition: AcquisitionCost
  readonly result: ScopeRevenue
  /** Cost / revenue. */
  readonly costShare: Figure
}

/** The key of the figures of the whole notebook. */
export const WHOLE = 'whole'

/**
 * The figures of every channel and touchpoint by its key (`placeKeyOf`), and those of the whole notebook. Leads are
 * customers first met in the period, enquiries those who first asked in it. Sources: measures.md "cost per X", "CAC",
 * "full-cycle CAC", "cost coverage".
 */
export function placeFigures(question: PlaceQuestion): ReadonlyMap<string, PlaceFigures> {
  const bySource = factsBySource(question.facts)
  const figures = new Map<string, PlaceFigures>([[WHOLE, figuresOf(question, {}, question.facts)]])
  for (const { id: channelId } of question.channels) {
    figures.set(placeKeyOf({ channelId }), figuresOf(question, { channelId }, bySource.get(channelId) ?? []))
  }
  for (const { id: touchpointId } of question.touchpoints) {
    const facts = bySource.get(touchpointId) ?? []
    figures.set(placeKeyOf({ touchpointId }), figuresOf(question, { touchpointId }, facts))
  }
  return figures
}

/** Most customers have nothing to do with a place: each place looks only at those who came by it. */
function factsBySource(facts: readonly CustomerFacts[]): ReadonlyMap<string, readonly CustomerFacts[]> {
  const bySource = new Map<string, CustomerFacts[]>()
  for (const one of facts) {
    const ids = new Set(one.sources.flatMap(({ touchpointId, channelId }) => [touchpointId, channelId]))
    for (const id of ids) {
      if (id === undefined) continue
      const list = bySource.get(id)
      if (list === undefined) bySource.set(id, [one])
      else list.push(one)
    }
  }
  return bySource
}

function figuresOf(question: PlaceQuestion, scope: Scope, facts: readonly CustomerFacts[]): PlaceFigures {
  const asked = { ...question, scope, facts }
  const { rows } = stepCosts(asked)
  const acquisition = acquisitionCost(asked)
  const { period, model, places, base } = question
  const result = scopeRevenue(facts, scope, period, model, places, base)
  const countOf = (what: string) => rows.find((row) => row.what === what)?.count ?? 0
  return {
    leads: countOf('card'),
    enquiries: countOf('enquiry'),
    acquisition,
    result,
    costShare: costShareOf(acquisition, result),
  }
}

function costShareOf({ cost }: AcquisitionCost, { revenue }: ScopeRevenue): Figure {
  if (cost.total.value === undefined) return cost.total
  if (revenue.value === undefined) return revenue
  return ratio(cost.total.value.minor, Math.max(0, revenue.value.minor), 'measures.noRevenue')
}
