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

/** More repeat orders than anybody has: the factor by which two counts make one key. */
const COUNTS = 2 ** 24

/**
 * Collapses equal (x, t_x, T): the likelihood is a sum over customers, so equal ones are worked out once. All who
 * ordered once and on the same day become one row; of those who came back hardly two are ever alike.
 */
export function collapsePatterns(summaries: readonly OrderSummary[]): BuyingPatterns {
  // Nested by number, since a text key for every customer takes longer than the fit that it saves.
  const places = new Map<number, Map<number, Map<number, number>>>()
  const rows: { -readonly [K in keyof BuyingPattern]: BuyingPattern[K] }[] = []
  const rowOf = summaries.map((summary) => {
    const { repeatOrders, lastRepeatWeeks, observedWeeks, valuedOrders, valueMinor } = summary
    const within = entryOf(entryOf(places, observedWeeks), lastRepeatWeeks)
    const counts = repeatOrders * COUNTS + valuedOrders
    const place = within.get(counts) ?? rows.length
    const row = rows[place]
    if (row === undefined) {
      within.set(counts, place)
      rows.push({ repeatOrders, lastRepeatWeeks, observedWeeks, valuedOrders, customers: 1, valueMinor })
    } else {
      row.customers += 1
      row.valueMinor += valueMinor
    }
    return place
  })
  return { rows, rowOf }
}

function entryOf<K, V>(map: Map<number, Map<K, V>>, key: number): Map<K, V> {
  const known = map.get(key)
  if (known !== undefined) return known
  const fresh = new Map<K, V>()
  map.set(key, fresh)
  return fresh
}
