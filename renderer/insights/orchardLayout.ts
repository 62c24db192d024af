import { type Tree, yearOf } from '#shared/insights/orchard'

/** A line of trees: those of one year, or a part of them. */
export interface TreeLine {
  readonly year: number
  /** Only the first line of a year says which one it is. */
  readonly isFirst: boolean
  readonly from: number
  readonly count: number
}

/** Room of one tree, and of the year before a line. */
export const CELL_PX = 76
export const LINE_PX = 90
export const YEAR_PX = 58
/** Where in a line the trees stand; below are two rows of their names. */
export const GROUND_PX = 58
export const LABEL_ROW_PX = 12

/** How many trees stand side by side in so much room. */
export function treesPerLine(widthPx: number): number {
  return Math.max(1, Math.floor((widthPx - YEAR_PX) / CELL_PX))
}

/** Trees come by year; each year begins a new line. */
export function treeLines(trees: readonly Tree[], perLine: number): TreeLine[] {
  const lines: TreeLine[] = []
  let place = 0
  while (place < trees.length) {
    const first = trees[place]
    if (first === undefined) break
    const year = yearOf(first)
    let end = place
    for (let tree = trees[end]; tree !== undefined && yearOf(tree) === year; tree = trees[end]) end += 1
    for (let from = place; from < end; from += perLine)
      lines.push({ year, isFirst: from === place, from, count: Math.min(perLine, end - from) })
    place = end
  }
  return lines
}

/** Where a key leads from a tree; the same place when there is no further one. */
export function neighbourOf(
  lines: readonly TreeLine[],
  place: number,
  key: 'before' | 'after' | 'above' | 'below' | 'first' | 'last',
): number {
  const last = lines.at(-1)
  const end = last === undefined ? 0 : last.from + last.count - 1
  if (key === 'first') return 0
  if (key === 'last') return end
  if (key === 'before' || key === 'after')
    return Math.min(end, Math.max(0, place + (key === 'after' ? 1 : -1)))
  const at = lines.findIndex((line) => place >= line.from && place < line.from + line.count)
  const line = lines[at]
  const next = lines[at + (key === 'below' ? 1 : -1)]
  if (line === undefined || next === undefined) return place
  return next.from + Math.min(place - line.from, next.count - 1)
}
