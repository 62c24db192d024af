import { type Figure, figure, noFigure } from '../measures/figure'
import { intBetween, type Random, randomFrom } from '../sample/random'
import { type BuyingPatterns, collapsePatterns } from './buyingPatterns'
import { type Fit, fitOrders, fitValues } from './fitModels'
import type { OrderSummary } from './orderHistory'
import type { OrderModel } from './orderModel'
import type { ValuedOrders, ValueModel } from './valueModel'

/** Both models: how often customers come back, and how much they spend when they do. */
export interface ModelPair {
  readonly orders: OrderModel
  readonly values: ValueModel
}

/** What was learned from a notebook's orders. Plain data, so that a worker can hand it over and a store can keep it. */
export interface LifetimeModel extends ModelPair {
  readonly fittedOn: {
    readonly customers: number
    readonly repeatCustomers: number
    readonly valuedCustomers: number
    readonly orderLogLikelihood: number
  }
  /** The same two models learned from notebooks that chance might have given instead: how sure the pair above is. */
  readonly alternatives: readonly ModelPair[]
  /** sqrt(customers resampled / all): by so much a range of the alternatives is to be narrowed. */
  readonly narrowing: number
}

/** Fewer customers than this say nothing about how customers behave. Source: measures.md "LTV expected". */
export const LEAST_CUSTOMERS = 30
/** Of them, so many must have come back with a value: three parameters are learned from these alone. */
export const LEAST_REPEAT_CUSTOMERS = 10
/** Customers drawn for an alternative; of a larger notebook a sample, or the ranges would take minutes. */
export const RESAMPLED_CUSTOMERS = 2500
/** Where more than one alternative in five can't be fitted, the fit itself was luck. */
const LEAST_ALTERNATIVES = 0.8

const REFUSALS = { atBound: 'measures.fitAtBound', unsettled: 'measures.fitUnsettled' } as const

/**
 * Learns BG/NBD and gamma-gamma from a notebook by maximum likelihood, and how far to trust them by a bootstrap:
 * `resamples` times as many customers are drawn with replacement and both models fitted anew. `seed` decides the draws;
 * the same customers in the same order and the same seed give the same numbers.
 *
 * Of more than `RESAMPLED_CUSTOMERS` customers a random part is drawn from ("m out of n bootstrap", Bickel, Götze & van
 * Zwet 1997), and ranges are narrowed by the square root of that part.
 *
 * No figure with fewer than 30 customers or 10 repeat customers with a value, where a likelihood has no top within
 * sensible bounds, where values are so uneven (q <= 1) that their mean is infinite, and where too many alternatives fail.
 * An alternative at a bound counts, as what it is: customers who all behave alike. Leaving those out would make ranges
 * look surer than they are.
 */
export function fitLifetime(
  summaries: readonly OrderSummary[],
  { seed, resamples = 200 }: { readonly seed: string; readonly resamples?: number },
): Figure<LifetimeModel> {
  const valued = summaries.filter(({ valuedOrders }) => valuedOrders > 0)
  if (summaries.length < LEAST_CUSTOMERS) {
    return noFigure('measures.tooFewCustomers', { count: summaries.length, needed: LEAST_CUSTOMERS })
  }
  if (valued.length < LEAST_REPEAT_CUSTOMERS) {
    return noFigure('measures.tooFewRepeatCustomers', {
      count: valued.length,
      needed: LEAST_REPEAT_CUSTOMERS,
    })
  }
  const patterns = collapsePatterns(summaries)
  const orders = fitOrders(
    patterns.rows,
    patterns.rows.map(({ customers }) => customers),
  )
  if (orders.outcome !== 'settled') return noFigure(REFUSALS[orders.outcome])
  const unit = valued.reduce((sum, one) => sum + one.valueMinor / one.valuedOrders, 0) / valued.length
  const values = fitValues(valuedIn(valued, unit), new Float64Array(valued.length).fill(1))
  if (values.outcome !== 'settled') return noFigure(REFUSALS[values.outcome])
  if (!hasMean(values.model)) return noFigure('measures.valuesTooUneven')

  const random = randomFrom(seed)
  const pool = resamplingPool(summaries, random)
  const alternatives = resample(pool, unit, { orders, values }, resamples, random)
  const needed = Math.ceil(resamples * LEAST_ALTERNATIVES)
  if (alternatives.length < needed) {
    return noFigure('measures.fitUnstable', { count: alternatives.length, of: resamples })
  }
  return figure({
    orders: orders.model,
    values: inMinor(values.model, unit),
    fittedOn: {
      customers: summaries.length,
      repeatCustomers: summaries.filter(({ repeatOrders }) => repeatOrders > 0).length,
      valuedCustomers: valued.length,
      orderLogLikelihood: orders.logLikelihood,
    },
    alternatives,
    narrowing: Math.sqrt(pool.length / summaries.length),
  })
}

/** Whether the mean of what customers spend is finite. */
function hasMean(values: ValueModel): boolean {
  return values.q > 1
}

/**
 * The customers that ranges are worked out on: all, or a random part of a large notebook. Of the same length for the
 * same number of customers, and in their order.
 */
export function resamplingPool(summaries: readonly OrderSummary[], random: Random): readonly OrderSummary[] {
  let [left, wanted] = [summaries.length, Math.min(RESAMPLED_CUSTOMERS, summaries.length)]
  // Selection sampling (Knuth, TAOCP 2, algorithm 3.4.2 S): each subset of the size is equally likely.
  return summaries.filter(() => {
    const isTaken = intBetween(random, 1, left) <= wanted
    left -= 1
    if (isTaken) wanted -= 1
    return isTaken
  })
}

interface Fits {
  readonly orders: Fit<OrderModel>
  readonly values: Fit<ValueModel>
}

function resample(
  pool: readonly OrderSummary[],
  unit: number,
  fits: Fits,
  times: number,
  random: Random,
): ModelPair[] {
  const patterns = collapsePatterns(pool)
  const valued = pool.filter(({ valuedOrders }) => valuedOrders > 0)
  const rows = valuedIn(valued, unit)
  const valuedAt = new Map(valued.map((summary, at) => [summary, at]))
  const alternatives: ModelPair[] = []
  for (let time = 0; time < times; time += 1) {
    const draw = drawn(pool, patterns, valuedAt, random)
    const orders = fitOrders(patterns.rows, draw.patterns, fits.orders.point)
    const values = fitValues(rows, draw.valued, fits.values.point)
    if (orders.outcome === 'unsettled' || values.outcome === 'unsettled' || !hasMean(values.model)) continue
    alternatives.push({ orders: orders.model, values: inMinor(values.model, unit) })
  }
  return alternatives
}

/** How often each row is in one draw of as many customers as there are, with replacement. */
function drawn(
  pool: readonly OrderSummary[],
  { rows, rowOf }: BuyingPatterns,
  valuedAt: ReadonlyMap<OrderSummary, number>,
  random: Random,
): { readonly patterns: Float64Array; readonly valued: Float64Array } {
  const patterns = new Float64Array(rows.length)
  const valued = new Float64Array(valuedAt.size)
  for (let draw = 0; draw < pool.length; draw += 1) {
    const customer = intBetween(random, 0, pool.length - 1)
    const row = rowOf[customer] ?? 0
    patterns[row] = (patterns[row] ?? 0) + 1
    const summary = pool[customer]
    const place = summary === undefined ? undefined : valuedAt.get(summary)
    if (place !== undefined) valued[place] = (valued[place] ?? 0) + 1
  }
  return { patterns, valued }
}

function valuedIn(valued: readonly OrderSummary[], unit: number): ValuedOrders[] {
  return valued.map(({ valuedOrders, valueMinor }) => ({
    orders: valuedOrders,
    mean: valueMinor / valuedOrders / unit,
  }))
}

function inMinor(model: ValueModel, unit: number): ValueModel {
  return { ...model, gammaMinor: model.gammaMinor * unit }
}
