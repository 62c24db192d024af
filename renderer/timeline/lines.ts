import type { SpanKind } from '#shared/timeline/nurtureSpan'
import type { Cell, Lane } from '#shared/timeline/spanLanes'

/** Lines whose names are read together: more than any window shows. */
const BLOCK_LINES = 60

/** A line of the timeline: the name of a lane, or a row of marks. */
export type TimelineLine =
  | { readonly kind: 'title'; readonly key: string; readonly lane: Lane }
  | {
      readonly kind: 'row'
      readonly key: string
      readonly lane: Lane
      readonly row: string
      readonly cells: readonly Cell[]
    }

/** Lanes as lines, so that only those in sight are drawn. A customer's lane is its row. */
export function linesOf(lanes: readonly Lane[], isByCustomer: boolean): TimelineLine[] {
  return lanes.flatMap((lane): TimelineLine[] => [
    ...(isByCustomer ? [] : [{ kind: 'title' as const, key: lane.id, lane }]),
    ...lane.rows.map(({ key, cells }) => ({
      kind: 'row' as const,
      key: `${lane.id}/${key}`,
      lane,
      row: key,
      cells,
    })),
  ])
}

/** How many kinds of marks stand on the fullest day of a line: each needs a place that a finger can hit. */
export function mostKindsInADay(cells: readonly Cell[]): number {
  const days = new Map<string, number>()
  for (const { day } of cells) days.set(day, (days.get(day) ?? 0) + 1)
  return Math.max(0, ...days.values())
}

/** The lines whose names are held while a line is the first in sight: its block, and the ones before and behind it. */
export function linesAround(firstInSight: number): { readonly from: number; readonly to: number } {
  const block = Math.floor(Math.max(0, firstInSight) / BLOCK_LINES)
  return { from: Math.max(0, block - 1) * BLOCK_LINES, to: (block + 2) * BLOCK_LINES }
}

/** Whose names some lines need: lanes of customers, and single marks, whose label names them. */
export function namedCustomers(lines: readonly TimelineLine[], kind: SpanKind): string[] {
  const ids = new Set<string>()
  for (const line of lines) {
    if (line.kind !== 'row') continue
    if (line.row === 'all') ids.add(line.lane.id)
    for (const cell of line.cells) {
      const [first] = cell.marks
      if (first !== undefined && (cell.marks.length === 1 || kind === 'week')) ids.add(first.customerId)
    }
  }
  return [...ids].sort()
}

/** Which marks are chosen: a cell by the line it is in, its day and kind. */
export interface ChosenCell {
  readonly line: string
  readonly day: string
  readonly cellKind: Cell['kind']
}

/** Where the arrow keys begin: the first mark from a day on, else the last one before it. */
export function firstCell(lines: readonly TimelineLine[], from: string): ChosenCell | undefined {
  const rows = lines.filter((line) => line.kind === 'row')
  const ahead = rows.find((row) => row.cells.some((cell) => cell.day >= from))
  const row = ahead ?? rows.findLast(({ cells }) => cells.length > 0)
  if (row === undefined) return undefined
  return asChosen(row.key, row.cells.find((cell) => cell.day >= from) ?? row.cells.at(-1))
}

/** The chosen cell's neighbour: the next one on its line, or the nearest day on the next line with any. */
export function neighbour(
  lines: readonly TimelineLine[],
  chosen: ChosenCell,
  step: 'before' | 'after' | 'above' | 'below',
): ChosenCell | undefined {
  const place = lines.findIndex((line) => line.key === chosen.line)
  const line = lines[place]
  if (line?.kind !== 'row') return undefined
  if (step === 'before' || step === 'after') {
    const at = line.cells.findIndex((cell) => cell.day === chosen.day && cell.kind === chosen.cellKind)
    return asChosen(line.key, line.cells[at + (step === 'after' ? 1 : -1)])
  }
  const others = step === 'below' ? lines.slice(place + 1) : lines.slice(0, place).reverse()
  const next = others.find((other) => other.kind === 'row' && other.cells.length > 0)
  if (next?.kind !== 'row') return undefined
  const nearest = [...next.cells].sort((a, b) => distance(a.day, chosen.day) - distance(b.day, chosen.day))[0]
  return asChosen(next.key, nearest)
}

/** The cell that is chosen, as long as it is still there. */
export function cellOf(lines: readonly TimelineLine[], chosen: ChosenCell | undefined): Cell | undefined {
  const line = lines.find((candidate) => candidate.key === chosen?.line)
  if (line?.kind !== 'row' || chosen === undefined) return undefined
  return line.cells.find((cell) => cell.day === chosen.day && cell.kind === chosen.cellKind)
}

function asChosen(line: string, cell: Cell | undefined): ChosenCell | undefined {
  return cell === undefined ? undefined : { line, day: cell.day, cellKind: cell.kind }
}

function distance(day: string, from: string): number {
  return Math.abs(Date.parse(day) - Date.parse(from))
}
