import { divideRounded, moneyOf, parseDecimal, powerOfTen } from '../money/decimal'
import type { Money } from '../money/values'
import { type Figure, figure, noFigure } from './figure'

/** The what-if calculator's questions. */
export interface WhatIf {
  /** A year's spending on winning customers. */
  readonly spend: Money
  readonly newCustomers: number
  /** Customers that satisfied customers would bring. */
  readonly referred: number
  /** How much more the existing ones would buy, in percent as decimal text: `20` or `12.5`. */
  readonly upliftPercent: string
  readonly existingCustomers: number
}

/** What one customer costs, told three ways. */
export interface WhatIfAnswer {
  readonly plain: Figure<Money>
  readonly withReferred: Figure<Money>
  /** Repeat purchases counted as customers' worth of business as well. */
  readonly withRepurchase: Figure<Money>
}

/**
 * What-if CAC: spend / (new + referred + repurchase equivalents), equivalents = uplift x existing customers.
 * Rounded once, to the currency's smallest unit. Source: measures.md "what-if CAC".
 *
 * @example 1,000,000 for 1,000 is 1,000; with 200 referred 833.33; with 20 % uplift on 1,000 too 714.29.
 */
export function whatIfCac(question: WhatIf): WhatIfAnswer {
  const { spend, newCustomers, referred, existingCustomers } = question
  const uplift = parseDecimal(question.upliftPercent)
  const counts = [newCustomers, referred, existingCustomers]
  if (
    uplift === undefined ||
    uplift.digits < 0n ||
    !counts.every((count) => Number.isSafeInteger(count) && count >= 0)
  ) {
    const wrong = noFigure('measures.badInput')
    return { plain: wrong, withReferred: wrong, withRepurchase: wrong }
  }
  // Customers in units of 1 / scale, so that half an equivalent is still counted exactly.
  const scale = powerOfTen(uplift.scale + 2)
  const fresh = BigInt(newCustomers) * scale
  const withReferred = fresh + BigInt(referred) * scale
  const withRepurchase = withReferred + uplift.digits * BigInt(existingCustomers)
  const per = (customers: bigint): Figure<Money> => {
    if (customers === 0n) return noFigure('measures.noneCounted', { what: 'newCustomer' })
    const each = moneyOf(divideRounded(BigInt(spend.minor) * scale, customers), spend.currency)
    return each.ok ? figure(each.value) : noFigure('measures.tooLarge', { base: spend.currency })
  }
  return { plain: per(fresh), withReferred: per(withReferred), withRepurchase: per(withRepurchase) }
}
