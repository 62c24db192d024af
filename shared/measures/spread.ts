import { type Figure, figure, noFigure } from './figure'

/** How long something takes: the usual case and the slow one. */
export interface Spread {
  readonly median: Figure
  /** Nine of ten take no longer. */
  readonly p90: Figure
  /** How many it rests on. */
  readonly count: number
}

/** Median and 90th percentile; `code` is the reason when there is nothing to take them of. */
export function spreadOf(values: readonly number[], code: string): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number): Figure => {
    const value = percentile(sorted, share)
    return value === undefined ? noFigure(code) : figure(value)
  }
  return { median: at(0.5), p90: at(0.9), count: values.length }
}

/**
 * A percentile of sorted values, between neighbours in proportion: the same as a spreadsheet's PERCENTILE.INC, so that
 * anybody can check it there. Undefined for an empty list.
 */
function percentile(sorted: readonly number[], share: number): number | undefined {
  const place = (sorted.length - 1) * share
  const lower = sorted[Math.floor(place)]
  const upper = sorted[Math.ceil(place)]
  if (lower === undefined || upper === undefined) return undefined
  return lower + (upper - lower) * (place - Math.floor(place))
}
