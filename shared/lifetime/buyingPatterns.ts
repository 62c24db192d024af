import type { OrderSummary } from './orderHistory'

/** Customers whose orders look alike to the models, as one row. */
export interface BuyingPattern
  extends Pick<OrderSummary, 'repeatOrders' | 'lastRepeatWeeks' | 'observedWeeks' | 'valuedOrders'> {
  readonly customers: number
  /** Their repeat orders' value together. */
  readonly valueMinor: number
}

/** Rows of a notebook, and which row each customer is in: `rowOf[i]` belongs to the i-th summary. */
export interface BuyingPatterns {
  readonly rows: readonly BuyingPattern[]
  readonly rowOf: readonly number[]
}

/**
 * Collapses equal (x, t_x, T): the likelihood is a sum over customers, so equal ones are worked out once. All who
 * ordered once and on the same day become one row, which is most of a notebook with many customers.
 */
export function collapsePatterns(summaries: readonly OrderSummary[]): BuyingPatterns {
  const places = new Map<string, number>()
  const rows: { -readonly [K in keyof BuyingPattern]: BuyingPattern[K] }[] = []
  const rowOf = summaries.map((summary) => {
    const { repeatOrders, lastRepeatWeeks, observedWeeks, valuedOrders, valueMinor } = summary
    const key = `${repeatOrders}/${lastRepeatWeeks}/${observedWeeks}/${valuedOrders}`
    const place = places.get(key)
    const row = place === undefined ? undefined : rows[place]
    if (place === undefined || row === undefined) {
      places.set(key, rows.length)
      return (
        rows.push({ repeatOrders, lastRepeatWeeks, observedWeeks, valuedOrders, customers: 1, valueMinor }) -
        1
      )
    }
    row.customers += 1
    row.valueMinor += valueMinor
    return place
  })
  return { rows, rowOf }
}
