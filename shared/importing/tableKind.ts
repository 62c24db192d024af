import { aliasTarget } from './aliases'
import { type FormatId, type FormatKind, formatKind, isFigureKind } from './formats'
import { kindAlias } from './kindAliases'
import { isIdentityTarget, type Target } from './targets'

/** Kinds that a table of an unknown source may be. */
export const TABLE_KINDS = ['contacts', 'orders', 'costs'] as const satisfies readonly FormatKind[]
export type TableKind = (typeof TABLE_KINDS)[number]

/** Whether something is one of them. */
export function isTableKind(value: unknown): value is TableKind {
  return TABLE_KINDS.some((kind) => kind === value)
}

/**
 * What the rows of a table are about: its source says so, else its columns. Days and amounts and nobody in it are a
 * list of costs; customers with order numbers, days and amounts are a ledger of orders; anything else is read as
 * people. The person can say otherwise.
 */
export function kindOfTable(format: FormatId, headers: readonly string[], chosen?: TableKind): FormatKind {
  if (format !== 'table') return formatKind(format)
  if (chosen !== undefined) return chosen
  const general = headers.map((header) => aliasTarget(header))
  if (general.some((target) => target !== undefined && isIdentityTarget(target)))
    return isLedger(headers) ? 'orders' : 'contacts'
  const costs = new Set<Target | undefined>(headers.map((header) => kindAlias('costs', header)))
  return costs.has('amount') && costs.has('date') ? 'costs' : 'contacts'
}

function isLedger(headers: readonly string[]): boolean {
  const found = new Set<Target | undefined>(headers.map((header) => kindAlias('orders', header)))
  return (['order.number', 'order.on', 'order.total'] as const).every((target) => found.has(target))
}

const PAYMENT_TARGET = /^payment\./
const ENGAGEMENT_TARGET = /^engagement\./
const ORDER_TARGET = /^(order|line)\./
const FIGURE_TARGET = /^(period|figure|cost|count)\./
const WITH_FIGURES = new Set<Target>(['amount', 'currency', 'date', 'note', 'touch', 'extra', 'none'])

/** Whether a column of a table of this kind may mean this: in a table of costs nobody has a telephone. */
export function fitsKind(target: Target, kind: FormatKind): boolean {
  const isFigure = FIGURE_TARGET.test(target)
  if (kind === 'payments') return PAYMENT_TARGET.test(target) || target === 'extra' || target === 'none'
  if (PAYMENT_TARGET.test(target)) return false
  if (isFigureKind(kind)) return isFigure || WITH_FIGURES.has(target)
  if (isFigure || (ORDER_TARGET.test(target) && kind !== 'orders')) return false
  return kind === 'engagement' || !ENGAGEMENT_TARGET.test(target)
}
