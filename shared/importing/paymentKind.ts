import type { Payment } from '../records/payment'

/** What payers and payment services write beside a payment; the first that fits counts. Money that came in is no refund. */
const WORDS: readonly (readonly [Payment['kind'], RegExp])[] = [
  [
    'deposit',
    /定金|订金|預付|预付|首款|\bdeposit\b|down ?payment|\badvance\b|prepayment|anzahlung|acompte|anticipo/i,
  ],
  ['balance', /尾款|余款|餘款|\bbalance\b|final payment|restzahlung|schlusszahlung|\bsolde\b|\bsaldo\b/i],
]
const REFUND = /退款|refund|rückerstattung|erstattung|remboursement|reembolso|reversal|chargeback/i

/** What money from a customer was for, by the words beside it. */
export function paymentKindOf(words: string): Payment['kind'] {
  return WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other'
}

/** Whether words beside money that went out say that it went back to whom it had come from. */
export function isRefund(words: string): boolean {
  return REFUND.test(words)
}
