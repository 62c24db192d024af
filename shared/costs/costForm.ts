import type { NewRecord } from '../changes/buildChange'
import { unitPriceToDecimal } from '../money/decimal'
import { lineTotal } from '../money/lineTotals'
import { minorUnitExponent } from '../money/minorUnits'
import { currencyCodeSchema } from '../money/values'
import type { Cost, CostCategory } from '../records/cost'
import { err, ok, type Result } from '../result'
import { compareDays } from '../time/calendarDay'
import { isoDateSchema } from '../time/values'
import { moneyFromTyped } from './typedNumber'

/** A cost line as it is typed: every field is text until it is checked. */
export interface CostForm {
  readonly category: CostCategory
  readonly amount: string
  readonly currency: string
  readonly on: string
  readonly note: string
  /** Only for staff days: how many, and what one costs. */
  readonly days: string
  readonly dayPrice: string
  /** The days that it pays for; both empty where it pays for its own day. */
  readonly coversFrom: string
  readonly coversTo: string
  readonly campaign: string
  /** Ids and codes of choices, empty where nothing is chosen. */
  readonly contentId: string
  readonly country: string
}

/** What a form begins with beside its category, day and currency. */
export const EMPTY_COST_FORM: Omit<CostForm, 'category' | 'currency' | 'on'> = {
  amount: '',
  note: '',
  days: '',
  dayPrice: '',
  coversFrom: '',
  coversTo: '',
  campaign: '',
  contentId: '',
  country: '',
}

/** What a checked form says; what is `undefined` is taken off a line that is edited. */
export type CostFields = Pick<NewRecord<'costs'>, 'category' | 'amount' | 'on'> & {
  readonly [K in 'note' | 'staffDays' | 'coversFrom' | 'coversTo' | 'campaign' | 'contentId' | 'country']:
    | Cost[K]
    | undefined
}

/** `6`, `1.5`, `1,5` */
const DAYS = /^\d{1,5}([.,]\d{1,2})?$/

/**
 * Checks the form and works out staff days. Codes, each with its `field`: `cost.currencyUnknown`,
 * `cost.dayMissing`, `cost.badDays`, `cost.termOpen` (a first day without a last one), `cost.termBackwards`, and those of
 * `moneyFromTyped`.
 */
export function costFromForm(form: CostForm): Result<CostFields> {
  const currency = form.currency.trim().toUpperCase()
  if (!currencyCodeSchema.safeParse(currency).success) {
    return err('cost.currencyUnknown', { field: 'currency' })
  }
  if (!isoDateSchema.safeParse(form.on).success) return err('cost.dayMissing', { field: 'on' })
  const term = termOf(form)
  if (!term.ok) return term
  const common = {
    category: form.category,
    on: form.on,
    ...term.value,
    note: stated(form.note),
    campaign: stated(form.campaign),
    contentId: stated(form.contentId),
    country: stated(form.country),
  }
  if (form.category === 'staffDays' && form.days.trim() !== '') {
    const days = staffDays(form.days, form.dayPrice, currency)
    return days.ok ? ok({ ...common, ...days.value }) : days
  }
  const amount = moneyFromTyped(form.amount, currency)
  if (!amount.ok) return err(amount.error.code, { ...amount.error.params, field: 'amount' })
  return ok({ ...common, amount: amount.value, staffDays: undefined })
}

/** The form of a line that is there already, for editing it. */
export function formOfCost(cost: Cost): CostForm {
  const { staffDays } = cost
  return {
    category: cost.category,
    amount: cost.amount.minor === 0 ? '' : decimalOf(cost.amount),
    currency: cost.amount.currency,
    on: cost.on,
    note: cost.note ?? '',
    days: staffDays?.days ?? '',
    dayPrice: staffDays === undefined ? '' : decimalOf(staffDays.price),
    coversFrom: cost.coversFrom ?? '',
    coversTo: cost.coversTo ?? '',
    campaign: cost.campaign ?? '',
    contentId: cost.contentId ?? '',
    country: cost.country ?? '',
  }
}

/** A term may leave out its first day, which then is the cost's own; content may leave out the last one, too. */
function termOf(form: CostForm): Result<Pick<CostFields, 'coversFrom' | 'coversTo'>> {
  const { on, category } = form
  const [coversFrom, coversTo] = [stated(form.coversFrom), stated(form.coversTo)]
  if (coversTo === undefined && coversFrom !== undefined && category !== 'content')
    return err('cost.termOpen', { field: 'coversTo' })
  if (coversTo !== undefined && compareDays(coversTo, coversFrom ?? on) < 0)
    return err('cost.termBackwards', { field: 'coversTo' })
  return ok({ coversFrom, coversTo })
}

function stated(typed: string): string | undefined {
  return typed.trim() === '' ? undefined : typed.trim()
}

function staffDays(
  days: string,
  dayPrice: string,
  currency: string,
): Result<Pick<CostFields, 'amount' | 'staffDays'>> {
  const count = days.trim().replace(',', '.')
  if (!DAYS.test(days.trim())) return err('cost.badDays', { field: 'days' })
  const price = moneyFromTyped(dayPrice, currency)
  if (!price.ok) return err(price.error.code, { ...price.error.params, field: 'dayPrice' })
  const unitPrice = { amount: price.value.minor, scale: minorUnitExponent(currency), currency }
  const amount = lineTotal({ quantity: count, unitPrice })
  if (!amount.ok) return err(amount.error.code, { ...amount.error.params, field: 'days' })
  return ok({ amount: amount.value, staffDays: { days: count, price: price.value } })
}

function decimalOf({ minor, currency }: { minor: number; currency: string }): string {
  return unitPriceToDecimal({ amount: minor, scale: minorUnitExponent(currency), currency })
}
