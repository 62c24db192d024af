import { aliasTarget } from './aliases'
import { type FormatId, type FormatKind, formatKind, isFigureKind } from './formats'
import { kindAlias } from './kindAliases'
import { isIdentityTarget, type Target } from './targets'

/** Kinds that a table of an unknown source may be. */
export const TABLE_KINDS = ['contacts', 'costs'] as const satisfies readonly FormatKind[]
export type TableKind = (typeof TABLE_KINDS)[number]

/** Whether something is one of them. */
export function isTableKind(value: unknown): value is TableKind {
  return TABLE_KINDS.some((kind) => kind === value)
}

/**
 * What the rows of a table are about: its source says so, else its columns. A table with days and amounts and nobody
 * in it is a list of costs; anything else is read as people, and the person can say otherwise.
 */
export function kindOfTable(format: FormatId, headers: readonly string[], chosen?: TableKind): FormatKind {
  if (format !== 'table') return formatKind(format)
  if (chosen !== undefined) return chosen
  const general = headers.map((header) => aliasTarget(header))
  if (general.some((target) => target !== undefined && isIdentityTarget(target))) return 'contacts'
  const costs = new Set<Target | undefined>(headers.map((header) => kindAlias('costs', header)))
  return costs.has('amount') && costs.has('date') ? 'costs' : 'contacts'
}

const FIGURE_TARGET = /^(period|figure|cost|count)\./
const WITH_FIGURES = new Set<Target>(['amount', 'currency', 'date', 'note', 'touch', 'extra', 'none'])

/** Whether a column of a table of this kind may mean this: in a table of costs nobody has a telephone. */
export function fitsKind(target: Target, kind: FormatKind): boolean {
  const isFigure = FIGURE_TARGET.test(target)
  return isFigureKind(kind) ? isFigure || WITH_FIGURES.has(target) : !isFigure
}
