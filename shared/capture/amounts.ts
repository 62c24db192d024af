import { moneyFromDecimal } from '../money/decimal'
import type { CurrencyCode } from '../money/values'
import type { AmountMark } from './noteMark'

/** Codes that are amounts beside a number; other three-letter words (FOB 40, MOQ 500) are not. */
const CODES = new Set(
  'USD EUR CNY RMB GBP JPY HKD TWD NTD KRW VND SEK NOK DKK ISK CHF PLN CZK HUF RON BGN TRY RUB UAH KZT ILS SAR AED QAR KWD BHD OMR JOD EGP MAD TND ZAR NGN KES INR PKR BDT LKR THB MYR SGD IDR PHP AUD NZD CAD MXN BRL ARS CLP COP PEN UYU'.split(
    ' ',
  ),
)
/** What people write instead of the code. */
const SAME_AS: Readonly<Record<string, CurrencyCode>> = { RMB: 'CNY', NTD: 'TWD' }
const SYMBOLS: Readonly<Record<string, CurrencyCode>> = {
  '€': 'EUR',
  '£': 'GBP',
  '₫': 'VND',
  '₩': 'KRW',
  '₪': 'ILS',
  '₽': 'RUB',
  '₹': 'INR',
  '฿': 'THB',
  '₺': 'TRY',
  zł: 'PLN',
  US$: 'USD',
  HK$: 'HKD',
  NT$: 'TWD',
  A$: 'AUD',
  AU$: 'AUD',
  C$: 'CAD',
  CA$: 'CAD',
  S$: 'SGD',
  R$: 'BRL',
  元: 'CNY',
  块: 'CNY',
  美元: 'USD',
  美金: 'USD',
  欧元: 'EUR',
  港币: 'HKD',
  日元: 'JPY',
}
const NUMBER = "([0-9]{1,12}(?:[.,' \u00a0\u202f][0-9]{3}(?![0-9])){0,4}(?:[.,][0-9]{1,6})?)(k|K|万|萬)?"
const BEFORE = `(US\\$|HK\\$|NT\\$|AU?\\$|CA?\\$|S\\$|R\\$|[$＄€£¥￥₫₩₪₽₹฿₺]|(?<![\\p{L}])[A-Za-z]{3}(?![\\p{L}]))[ \u00a0]?${NUMBER}`
const AFTER = `${NUMBER}[ \u00a0]?(美元|美金|欧元|港币|日元|元|块|zł|[€£¥￥₫₩₪₽₹฿₺]|[A-Za-z]{3}(?![\\p{L}\\p{N}]))`
const PATTERN = new RegExp(`(?<![\\p{L}\\p{N}.,$])(?:${BEFORE}|${AFTER})`, 'gu')

/**
 * Amounts of money with their currency: `$17,900`, `USD 0.78`, `€1.200`, `17 900 SEK`, `3000元`, `$1.5k`, `2万元`.
 * One separator before exactly three digits groups thousands, any other is the decimal sign. A number
 * without a currency is no amount. `¥` and `$` mean what the caller says.
 */
export function findAmounts(text: string, dollar: CurrencyCode, yen: CurrencyCode): AmountMark[] {
  const found: AmountMark[] = []
  for (const match of text.matchAll(PATTERN)) {
    const [, before, first, firstUnit, second, secondUnit, after] = match
    const currency = currencyOf(before ?? after ?? '', dollar, yen)
    const decimal = decimalOf(first ?? second ?? '', firstUnit ?? secondUnit)
    if (currency === undefined || decimal === undefined) continue
    const money = moneyFromDecimal(decimal, currency)
    if (!money.ok) continue
    found.push({
      kind: 'amount',
      start: match.index,
      end: match.index + match[0].length,
      money: money.value,
      decimal,
    })
  }
  return found
}

function currencyOf(sign: string, dollar: CurrencyCode, yen: CurrencyCode): CurrencyCode | undefined {
  if (sign === '$' || sign === '＄') return dollar
  if (sign === '¥' || sign === '￥') return yen
  const known = SYMBOLS[sign]
  if (known !== undefined) return known
  const code = sign.toUpperCase()
  return CODES.has(code) ? (SAME_AS[code] ?? code) : undefined
}

/** Plain decimal text of a number as people write it; `k` and `万` move the point. */
function decimalOf(written: string, unit: string | undefined): string | undefined {
  const text = written.replace(/[' \u00a0\u202f]/g, '')
  const signs = text.match(/[.,]/g) ?? []
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))
  const mixed = new Set(signs).size > 1
  const fraction = last < 0 ? '' : text.slice(last + 1)
  const groups = !mixed && (signs.length > 1 || (fraction.length === 3 && !text.startsWith('0')))
  const whole = (last < 0 || groups ? text : text.slice(0, last)).replace(/[.,]/g, '')
  const places = last < 0 || groups ? '' : fraction
  const shift = unit === undefined ? 0 : unit.toLowerCase() === 'k' ? 3 : 4
  const digits = whole + places.padEnd(shift, '0')
  const point = whole.length + shift
  const integer = digits.slice(0, point).replace(/^0+(?=[0-9])/, '')
  const rest = digits.slice(point)
  return integer.length > 15 ? undefined : rest === '' ? integer : `${integer}.${rest}`
}
