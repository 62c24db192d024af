import { filledCount, type Grid } from '#shared/importing/cell'
import { ImportFailure } from './limits'

/** One sheet as its reader found it. */
export interface NamedSheet {
  readonly name: string
  readonly hidden: boolean
  readonly grid: Grid
}

/** A sheet as the preview lists it. */
export interface SheetSummary {
  readonly name: string
  readonly hidden: boolean
  /** Rows with at least one filled cell. */
  readonly rows: number
}

/** The chosen sheet of a workbook, and all of them. */
export interface WorkbookReading {
  readonly grid: Grid
  readonly sheet: string
  readonly sheets: readonly SheetSummary[]
}

/**
 * Picks the `chosen` sheet, else the visible one with most filled cells.
 * @throws ImportFailure `import.noSheets` when there is none.
 */
export function chooseSheet(sheets: readonly NamedSheet[], chosen?: string): WorkbookReading {
  const weighed = sheets.map((sheet) => ({
    sheet,
    weight: filledCells(sheet.grid) + (sheet.hidden ? 0 : 1e9),
    named: sheet.name === chosen,
  }))
  const best = weighed.sort((a, b) => Number(b.named) - Number(a.named) || b.weight - a.weight)[0]
  if (!best) throw new ImportFailure('import.noSheets')
  return {
    grid: best.sheet.grid,
    sheet: best.sheet.name,
    sheets: sheets.map(({ name, hidden, grid }) => ({
      name,
      hidden,
      rows: grid.rows.filter((row) => filledCount(row) > 0).length,
    })),
  }
}

function filledCells(grid: Grid): number {
  return grid.rows.reduce((sum, row) => sum + filledCount(row), 0)
}
