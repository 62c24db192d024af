import { minorUnitExponent } from '../money/minorUnits'
import type { Money } from '../money/values'
import type { Grade } from '../records/customer'

/** Points of a lead's grade: A order in sight to D courtesy; no grade counts as D. */
const GRADE_POINTS: Readonly<Record<Grade, number>> = { A: 4, B: 3, C: 2, D: 1 }
const NO_GRADE_POINTS = 1
/** A thousand of the base currency is where an amount begins to weigh. */
const UNIT = 1000

/** What a customer is worth looking at today, with the parts it is made of. */
export interface CustomerValue {
  /** Sum of the parts, never below 1: a new lead is never ranked at nothing. */
  readonly value: number
  readonly grade: number
  readonly openQuoted: number
  readonly lifetime: number
}

/**
 * Value for ranking Today: grade points + log10(1 + open quoted amount / 1,000) + log10(1 + LTV observed /
 * 1,000), amounts in major units of the base currency. Amounts that are unknown, or negative after refunds,
 * add nothing. A ranking number, not money: it may be a float. Source: measures.md "value".
 */
export function customerValue(input: {
  readonly grade?: Grade | undefined
  readonly openQuoted?: Money | undefined
  readonly lifetime?: Money | undefined
}): CustomerValue {
  const grade = input.grade === undefined ? NO_GRADE_POINTS : GRADE_POINTS[input.grade]
  const openQuoted = weight(input.openQuoted)
  const lifetime = weight(input.lifetime)
  return { value: Math.max(1, grade + openQuoted + lifetime), grade, openQuoted, lifetime }
}

function weight(amount: Money | undefined): number {
  if (amount === undefined) return 0
  const major = amount.minor / 10 ** minorUnitExponent(amount.currency)
  const points = Math.log10(1 + Math.max(0, major) / UNIT)
  return Number.isFinite(points) ? points : 0
}
