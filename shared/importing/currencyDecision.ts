import type { Decision, ImportOverrides, Rejection } from './reading'

/** Currencies that are offered where a file names none. */
const CURRENCIES = ['USD', 'EUR', 'CNY', 'GBP', 'HKD', 'JPY']

/** Asked where an amount names no currency, and kept on the list once it was answered. */
export function currencyDecision(rejected: readonly Rejection[], { currency }: ImportOverrides): Decision[] {
  const isOpen = rejected.some(({ code }) => code === 'import.reject.noCurrency')
  if (!isOpen && currency === undefined) return []
  return [
    {
      what: 'currency',
      chosen: currency ?? null,
      why: currency === undefined ? 'import.why.noCurrency' : 'import.why.chosen',
      alternatives: CURRENCIES.filter((one) => one !== currency),
      ...(currency === undefined ? { ask: true } : {}),
    },
  ]
}
