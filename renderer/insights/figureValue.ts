import type { PanelCell } from '#shared/insights/panel'

/** The number of a cell that holds a figure: an amount in its smallest unit; undefined where there is none. */
export function numberOf(cell: PanelCell | undefined): number | undefined {
  if (cell === undefined || !('value' in cell) || cell.value === undefined) return undefined
  return typeof cell.value === 'object' ? cell.value.minor : cell.value
}
