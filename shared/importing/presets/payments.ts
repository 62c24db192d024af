import type { Preset } from './preset'

/** Wise: the sign says which way; the payer stands in a column, fees in another. */
export const wiseStatement: Preset = {
  columns: {
    Description: 'payment.note',
    Note: 'payment.note',
    'Running Balance': 'none',
    Merchant: 'payment.party',
  },
  dateOrder: 'dmy',
}

/** PayPal: only what is completed is money; days in the account's own order. */
export const paypalActivity: Preset = {
  columns: {
    Net: 'none',
    Balance: 'none',
    Time: 'none',
    TimeZone: 'none',
    'To Email Address': 'none',
    Type: 'payment.note',
  },
}

// What a balance history calls the way of the money into one's own bank.
const PAYOUT = /payout|transfer|topup/i

/** Stripe, payments or balance history: amounts before fees, in UTC; fees in the currency of the account. */
export const stripePayments: Preset = {
  columns: {
    'Created date (UTC)': 'payment.on',
    'Converted Currency': 'payment.feeCurrency',
    'Refunded date (UTC)': 'payment.refundedOn',
    'Invoice ID': 'payment.reference',
    'Customer Name': 'payment.party',
    'Customer Description': 'payment.party',
    'Card Name': 'payment.party',
    Net: 'none',
    'Available On (UTC)': 'none',
    'Converted Amount': 'none',
    'Converted Amount Refunded': 'none',
    'Card ID': 'none',
    'Statement Descriptor': 'none',
  },
  refine: (record, row) =>
    PAYOUT.test(row.text('Type')) ? { reject: 'import.reject.neitherWay' } : { record },
}

/** Alipay, WeChat Pay and Chinese banks: in CNY unless a column says otherwise. */
export const chineseStatement: Preset = {
  columns: { 余额: 'none', 联机余额: 'none', '收/付款方式': 'extra', 支付方式: 'extra' },
  currency: 'CNY',
}
