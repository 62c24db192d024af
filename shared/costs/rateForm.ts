import type { NewRecord } from '../changes/buildChange'
import { currencyCodeSchema } from '../money/values'
import { err, ok, type Result } from '../result'
import { isoDateSchema } from '../time/values'
import { rateFromTyped } from './typedNumber'

/** A line of the rate table as it is typed: on that day one unit of `from` cost `rate` of `to`. */
export interface RateForm {
  readonly from: string
  readonly to: string
  readonly rate: string
  readonly on: string
}

/**
 * Checks the form. Codes, each with its `field`: `rate.currencyUnknown`, `rate.sameCurrency`, `rate.dayMissing`,
 * `rate.badRate`, `rate.unclear`.
 */
export function rateFromForm(
  form: RateForm,
): Result<Pick<NewRecord<'rates'>, 'from' | 'to' | 'rate' | 'on'>> {
  const [from, to] = [form.from.trim().toUpperCase(), form.to.trim().toUpperCase()]
  if (!currencyCodeSchema.safeParse(from).success) return err('rate.currencyUnknown', { field: 'from' })
  if (!currencyCodeSchema.safeParse(to).success) return err('rate.currencyUnknown', { field: 'to' })
  if (from === to) return err('rate.sameCurrency', { field: 'to' })
  const rate = rateFromTyped(form.rate)
  if (!rate.ok) return err(rate.error.code, { field: 'rate' })
  if (!isoDateSchema.safeParse(form.on).success) return err('rate.dayMissing', { field: 'on' })
  return ok({ from, to, rate: rate.value, on: form.on })
}
