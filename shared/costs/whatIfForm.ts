import type { CustomerFacts } from '../measures/facts/customerFacts'
import type { WhatIf } from '../measures/whatIfCac'
import { parseDecimal } from '../money/decimal'
import type { CurrencyCode } from '../money/values'
import { err, ok, type Result } from '../result'
import { compareDays } from '../time/calendarDay'
import { isWithin, type Period } from '../time/period'
import { moneyFromTyped } from './typedNumber'

/** The calculator's inputs as they are typed or slid. */
export interface WhatIfForm {
  readonly spend: string
  readonly newCustomers: string
  readonly referred: string
  readonly upliftPercent: string
  readonly existingCustomers: string
}

/** The worked example of the essay: 1,000, then 833.33, then 714.29. */
export const WORKED_EXAMPLE: WhatIfForm = {
  spend: '1000000',
  newCustomers: '1000',
  referred: '200',
  upliftPercent: '20',
  existingCustomers: '1000',
}

const COUNT = /^\d{1,9}$/
const PERCENT = /^\d{1,4}([.,]\d{1,4})?$/

/** Checks the inputs. Codes, each with its `field`: `whatIf.badCount`, `whatIf.badPercent`, those of `moneyFromTyped`. */
export function whatIfFromForm(form: WhatIfForm, currency: CurrencyCode): Result<WhatIf> {
  const spend = moneyFromTyped(form.spend, currency)
  if (!spend.ok) return err(spend.error.code, { ...spend.error.params, field: 'spend' })
  const counts = { newCustomers: 0, referred: 0, existingCustomers: 0 }
  for (const field of ['newCustomers', 'referred', 'existingCustomers'] as const) {
    const typed = form[field].trim().replaceAll(',', '')
    if (!COUNT.test(typed)) return err('whatIf.badCount', { field })
    counts[field] = Number(typed)
  }
  const upliftPercent = form.upliftPercent.trim().replace(',', '.')
  if (!PERCENT.test(form.upliftPercent.trim()) || parseDecimal(upliftPercent) === undefined)
    return err('whatIf.badPercent', { field: 'upliftPercent' })
  return ok({ spend: spend.value, ...counts, upliftPercent })
}

/** How many customers the calculator begins with. */
export interface WhatIfStart {
  /** First orders in the period of customers whom nobody sent. */
  readonly newCustomers: number
  /** First orders in the period of those whom another customer sent. */
  readonly referred: number
  /** Customers whose first order lies before the period. */
  readonly existingCustomers: number
}

/** The notebook's own figures of a period. */
export function whatIfStart(
  facts: readonly Pick<CustomerFacts, 'orders' | 'referredById'>[],
  period: Period,
): WhatIfStart {
  const start = { newCustomers: 0, referred: 0, existingCustomers: 0 }
  for (const { orders, referredById } of facts) {
    const on = orders[0]?.on
    if (on === undefined) continue
    if (compareDays(on, period.from) < 0) start.existingCustomers += 1
    else if (isWithin(on, period)) start[referredById === undefined ? 'newCustomers' : 'referred'] += 1
  }
  return start
}
