import type { Cell } from '#shared/importing/cell'
import type { CellBudget } from './limits'

/** Rows of a sheet under construction. */
export interface GridRows {
  readonly rows: Cell[][]
  /** Puts a cell at its 0-based place; what lies before it is blank. Throws `ImportFailure` beyond the limits. */
  readonly put: (row: number, column: number, value: Cell) => void
}

// Shared by all rows between two filled ones: a cell in the last row must not cost a list for each before it.
const EMPTY_ROW: Cell[] = []

/** An empty sheet whose cells count against `budget`. */
export function gridRows(budget: CellBudget): GridRows {
  const rows: Cell[][] = []
  return {
    rows,
    put: (row, column, value) => {
      if (row < 0 || !Number.isInteger(row) || column < 0) return
      budget.take(row, Math.max(1, column + 1 - (rows[row]?.length ?? 0)))
      while (rows.length <= row) rows.push(EMPTY_ROW)
      const cells = rows[row] === EMPTY_ROW ? [] : (rows[row] ?? [])
      rows[row] = cells
      while (cells.length < column) cells.push('')
      cells[column] = value
    },
  }
}
