import { customerEquity, customerEquityOverTime } from '../lifetime/customerEquity'
import { fitLifetime, type LifetimeModel } from '../lifetime/lifetimeModel'
import { type OrderHistory, summariseOrders } from '../lifetime/orderHistory'
import { type Figure, figure } from '../measures/figure'
import type { CurrencyCode } from '../money/values'
import type { IsoDate } from '../time/values'
import type { Panel } from './panel'

/** Three years: as far as a salesperson plans, and no further than a few years of orders can tell. */
export const HORIZON_WEEKS = 156
const SEED = 'orchard'
/** So many quarters of the curve: three years. */
const QUARTERS = 12

/** What all customers are expected to bring, and how that grew. */
export interface LifetimeOutlook {
  readonly equity: Figure<{ readonly minor: number; readonly lowMinor: number; readonly highMinor: number }>
  readonly overTime: Panel
}

/** Learns the models of a notebook's orders; always the same from the same ones. Heavy: a thread of its own is the place. */
export function lifetimeModel(histories: readonly OrderHistory[], today: IsoDate): Figure<LifetimeModel> {
  return fitLifetime(summariseOrders(histories, today), { seed: SEED })
}

/**
 * Fits the models and sums up: heavy, a thread of its own is the place for it. The curve's points are told by the one
 * model of today.
 */
export function lifetimeOutlook(
  histories: readonly OrderHistory[],
  today: IsoDate,
  base: CurrencyCode,
): LifetimeOutlook {
  const summaries = summariseOrders(histories, today)
  const model = lifetimeModel(histories, today)
  const outlook = { horizonWeeks: HORIZON_WEEKS, base, seed: SEED }
  if (model.value === undefined) return { equity: model, overTime: panelOf([]) }
  const equity = customerEquity(model.value, summaries, outlook)
  const points = customerEquityOverTime(model.value, histories, today, outlook).slice(-QUARTERS)
  const told = points.flatMap(({ on, equity: one }) =>
    one.value === undefined ? [] : [{ on, ...one.value.value }],
  )
  return {
    equity: equity.value === undefined ? equity : figure(equity.value.value),
    overTime: panelOf(
      told.map(({ on, minor, lowMinor, highMinor }) => ({
        key: on,
        cells: {
          on: { month: on.slice(0, 7) },
          expected: figure({ minor, currency: base }),
          low: figure({ minor: lowMinor, currency: base }),
          high: figure({ minor: highMinor, currency: base }),
        },
      })),
    ),
  }
}

function panelOf(rows: Panel['rows']): Panel {
  return {
    columns: [
      { id: 'on', caption: 'insights.column.on', kind: 'name' },
      { id: 'expected', caption: 'insights.column.expected', kind: 'money' },
      { id: 'low', caption: 'insights.column.low', kind: 'money' },
      { id: 'high', caption: 'insights.column.high', kind: 'money' },
    ],
    rows,
    notes: [],
  }
}
