import { findAmounts } from './amounts'

/** Stands for an amount that nobody is to read. */
const HIDDEN = '•••'
/** Which dollar or yen an amount is in does not matter to somebody who hides it. */
const ANY_DOLLAR = 'USD'
const ANY_YEN = 'CNY'

/**
 * The text with every amount of money replaced by dots. An amount is what `findAmounts` takes for one: a bare number
 * without a currency stays.
 * @example hideAmounts('offered USD 0.78, MOQ 500') // 'offered •••, MOQ 500'
 */
export function hideAmounts(text: string): string {
  let shown = ''
  let end = 0
  for (const amount of findAmounts(text, ANY_DOLLAR, ANY_YEN)) {
    shown += text.slice(end, amount.start) + HIDDEN
    end = amount.end
  }
  return shown + text.slice(end)
}
