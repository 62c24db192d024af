/** A message key with parameters; the catalogue of the interface turns it into a sentence. */
export interface Reason {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/**
 * A figure of a view or a report, or why there is none: "no cost recorded for 3 of 12 fairs". Never NaN,
 * never Infinity, never a zero that only means "not known".
 */
export type Figure<T = number> =
  | { readonly value: T; readonly reason?: undefined }
  | { readonly value: undefined; readonly reason: Reason }

/** A figure that is known. */
export function figure<T>(value: T): Figure<T> {
  return { value }
}

/** A figure that can't be computed, and why. */
export function noFigure(
  code: string,
  params: Reason['params'] = {},
): {
  readonly value: undefined
  readonly reason: Reason
} {
  return { value: undefined, reason: { code, params } }
}

/** `part / whole` as a number, or the given reason when there is no whole or the result is not finite. */
export function ratio(part: number, whole: number, code: string, params: Reason['params'] = {}): Figure {
  const value = part / whole
  return whole === 0 || !Number.isFinite(value) ? noFigure(code, params) : figure(value)
}

/** The middle value of a list (the mean of the two middle ones); undefined for an empty list. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2
}
