import type { LifetimeModel } from '../lifetime/lifetimeModel'
import { type LifetimeValue, lifetimeValue } from '../lifetime/lifetimeValue'
import { type OrderHistory, summariseOrders } from '../lifetime/orderHistory'
import { type Figure, figure, noFigure } from '../measures/figure'
import type { IsoDate } from '../time/values'
import { HORIZON_WEEKS } from './lifetimeOutlook'

/**
 * What one customer is expected to bring over the next three years, in the smallest unit of the currency that the model
 * was learned in, with the range of the expectation. No figure for want of a model (its reason) or of an order.
 */
export function customerOutlook(
  model: Figure<LifetimeModel>,
  history: OrderHistory,
  today: IsoDate,
): Figure<LifetimeValue> {
  if (model.value === undefined) return model
  const [summary] = summariseOrders([history], today)
  if (summary === undefined) return noFigure('measures.noOrders')
  const value = lifetimeValue(model.value, summary, { horizonWeeks: HORIZON_WEEKS })
  return value === undefined ? noFigure('measures.badInput') : figure(value)
}
