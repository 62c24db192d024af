import type { Money } from '../money/values'
import { costPer } from './costPer'
import { type Figure, noFigure, ratio } from './figure'

/** One edition of a fair series, its cost already in the base currency. */
export interface EditionFigures {
  readonly cost: Figure<Money>
  readonly cards: number
  /** Leads that reached a real negotiation. */
  readonly deepNegotiations: number
}

/** How a cost per something changed from one edition to the next. */
interface CostChange {
  readonly previous: Figure<Money>
  readonly current: Figure<Money>
  /** current / previous: 2 means twice as dear. */
  readonly ratio: Figure
}

/** Dilution of a fair series: both ratios side by side, since the first hides what the second shows. */
export interface Dilution {
  readonly perCard: CostChange
  readonly perDeepNegotiation: CostChange
}

/**
 * Compares two editions of a series. The ratio is taken from the undivided amounts, so that a rounded
 * cost per card does not enter it. Source: measures.md "dilution (fair series)".
 */
export function dilution(previous: EditionFigures, current: EditionFigures): Dilution {
  return {
    perCard: change(previous, current, 'cards', 'card'),
    perDeepNegotiation: change(previous, current, 'deepNegotiations', 'deepNegotiation'),
  }
}

function change(
  previous: EditionFigures,
  current: EditionFigures,
  field: 'cards' | 'deepNegotiations',
  what: string,
): CostChange {
  const before = costPer(previous.cost, previous[field], what)
  const after = costPer(current.cost, current[field], what)
  return { previous: before, current: after, ratio: changeRatio(previous, current, field, before, after) }
}

function changeRatio(
  previous: EditionFigures,
  current: EditionFigures,
  field: 'cards' | 'deepNegotiations',
  before: Figure<Money>,
  after: Figure<Money>,
): Figure {
  if (after.value === undefined) return after
  if (before.value === undefined) return before
  if (previous.cost.value === undefined || current.cost.value === undefined)
    return noFigure('measures.noCost')
  if (before.value.currency !== after.value.currency) return noFigure('measures.mixedCurrencies')
  const now = current.cost.value.minor * previous[field]
  const then = previous.cost.value.minor * current[field]
  return ratio(now, then, 'measures.noCost')
}
