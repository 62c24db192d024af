import { normaliseHeader } from './aliases'
import { type Cell, cellText } from './cell'
import type { RowView } from './presets/preset'
import type { ColumnReading } from './reading'

// The same columns serve every row of a table; normalising their names each time would cost more than the row.
const PLACES = new WeakMap<readonly ColumnReading[], ReadonlyMap<string, number>>()

/** A row as the rules of its source see it. */
export function rowView(cells: readonly Cell[], columns: readonly ColumnReading[]): RowView {
  const places = placesOf(columns)
  return {
    text: (header) => {
      const place = places.get(normaliseHeader(header))
      return place === undefined ? '' : cellText(cells[place])
    },
    get filled() {
      return [...places].filter(([, place]) => cellText(cells[place]) !== '').map(([key]) => key)
    },
  }
}

function placesOf(columns: readonly ColumnReading[]): ReadonlyMap<string, number> {
  const known = PLACES.get(columns)
  if (known) return known
  const places = new Map<string, number>()
  for (const { header, index } of columns) {
    const key = normaliseHeader(header)
    if (!places.has(key)) places.set(key, index)
  }
  PLACES.set(columns, places)
  return places
}
