import { addBusinessDays, workRuleOf } from '#shared/time/businessDays'

/** A promise made without a day is due two business days later. */
const PROMISE_BUSINESS_DAYS = 2

/** Two business days from today on, by the weekend of the given country ('' when it is not known). */
export function defaultPromiseDay(today: string, country: string): string {
  return (
    addBusinessDays(today, PROMISE_BUSINESS_DAYS, workRuleOf(country === '' ? undefined : country)) ?? today
  )
}
