/** Decimal mark of a column of numbers. */
export type DecimalMark = '.' | ','

/** An amount as a plain decimal text, with its currency where the value itself says so. */
export interface MoneyReading {
  /** `-1234.5`: dot, no groups, no trailing zeros added or removed. */
  readonly amount: string
  /** ISO 4217. */
  readonly currency?: string
  /** `12.5 %`: the amount is the percentage. */
  readonly percent?: true
}

const SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '₽': 'RUB',
  '₹': 'INR',
  '₩': 'KRW',
  '₫': 'VND',
  '₪': 'ILS',
  '₺': 'TRY',
  '฿': 'THB',
  us$: 'USD',
  hk$: 'HKD',
  nt$: 'TWD',
  r$: 'BRL',
  a$: 'AUD',
  c$: 'CAD',
  元: 'CNY',
  人民币: 'CNY',
  rmb: 'CNY',
  円: 'JPY',
  원: 'KRW',
  руб: 'RUB',
}
const NONE = /^(--?|—|–|n\/?a|null|待定|tbd)$/i
const CHINESE_SCALE: Readonly<Record<string, number>> = { 千: 3, 万: 4, 萬: 4, 亿: 8, 億: 8 }

/**
 * Reads an amount with a known decimal mark. Undefined when the text is no amount.
 * `$` and `¥` name no currency: several countries use them.
 * @example parseMoney('1 234,56 €', ',') // { amount: '1234.56', currency: 'EUR' }
 */
export function parseMoney(entered: string, mark: DecimalMark): MoneyReading | undefined {
  let text = foldDigits(entered.normalize('NFKC'))
    .replace(/[\u00a0\u202f\u2009'’`]/g, ' ')
    .trim()
  if (text === '' || NONE.test(text)) return undefined
  const currency = currencyOf(text)
  const negative = /^\(.*\)$/.test(text) || /^[^\d]*[-−–]/.test(text) || /\d\s*-$/.test(text)
  const percent = text.includes('%')
  const scale = /[千万萬亿億]/.exec(text)?.[0]
  text = text.replace(/[^\d.,]/g, '')
  if (!/\d/.test(text)) return undefined
  const other = mark === '.' ? ',' : '.'
  const plain = text.replaceAll(other, '').replace(mark, '.')
  if (!/^\d*\.?\d*$/.test(plain) || plain === '.') return undefined
  const unsigned = scale === undefined ? plain : shift(plain, CHINESE_SCALE[scale] ?? 0)
  const amount = (negative ? '-' : '') + tidy(unsigned)
  return { amount, ...(currency ? { currency } : {}), ...(percent ? { percent: true as const } : {}) }
}

/** The currency that a text names: `USD 152.30`, `1.088元`, `Amount (EUR)`. */
export function currencyOf(text: string): string | undefined {
  const code =
    /(?<![A-Za-z])(USD|EUR|CNY|RMB|GBP|JPY|HKD|TWD|KRW|INR|RUB|TRY|BRL|MXN|AUD|CAD|CHF|SEK|NOK|DKK|PLN|CZK|HUF|ILS|AED|SAR|EGP|ZAR|THB|VND|IDR|MYR|SGD|PHP|NZD|CLP|COP|PEN|ARS|AMD)(?![A-Za-z])/i.exec(
      text,
    )?.[1]
  if (code) return code.toUpperCase() === 'RMB' ? 'CNY' : code.toUpperCase()
  const lower = text.toLowerCase()
  return Object.entries(SIGNS).find(([sign]) => lower.includes(sign))?.[1]
}

/** What a column of numbers tells about its decimal mark. */
export interface MarkReading {
  readonly mark: DecimalMark
  /** `1.234` and `1,234` alone prove nothing. */
  readonly sure: boolean
}

/** Decides the decimal mark for a whole column: one clear value decides, `assumed` where none does. */
export function decimalMarkOf(values: readonly string[], assumed: DecimalMark): MarkReading {
  let dot = 0
  let comma = 0
  let seen = 0
  for (const value of values) {
    const text = foldDigits(value.normalize('NFKC')).replace(/[^\d.,]/g, '')
    const lastDot = text.lastIndexOf('.')
    const lastComma = text.lastIndexOf(',')
    if (lastDot < 0 && lastComma < 0) continue
    seen += 1
    if (lastDot >= 0 && lastComma >= 0) {
      if (lastDot > lastComma) dot += 1
      else comma += 1
      continue
    }
    const mark = lastDot >= 0 ? '.' : ','
    const places = text.length - Math.max(lastDot, lastComma) - 1
    const repeated = text.indexOf(mark) !== text.lastIndexOf(mark)
    if (repeated) {
      if (mark === '.') comma += 1
      else dot += 1
    } else if (places !== 3 || text.startsWith('0')) {
      // Nobody writes a thousand with a nought before it.
      if (mark === '.') dot += 1
      else comma += 1
    }
  }
  if (dot === comma) return { mark: assumed, sure: seen === 0 }
  return { mark: dot > comma ? '.' : ',', sure: true }
}

/** Arabic, Persian and other decimal digits to 0-9, their separators to `.` and `,`. */
function foldDigits(text: string): string {
  return text
    .replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)))
    .replaceAll('٫', '.')
    .replaceAll('٬', ',')
}

/** Decimal digits stand in runs of ten; the run's zero is found by walking back. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0
  if (code < 128) return code - 48
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1
  return value
}

/** Moves the decimal point to the right, in text: no float ever holds money. */
function shift(decimal: string, places: number): string {
  const [whole = '', fraction = ''] = decimal.split('.')
  const moved = fraction.padEnd(places, '0')
  return `${whole}${moved.slice(0, places)}${moved.length > places ? `.${moved.slice(places)}` : ''}`
}

function tidy(decimal: string): string {
  const trimmed = decimal.replace(/^0+(?=\d)/, '').replace(/\.$/, '')
  return trimmed.startsWith('.') ? `0${trimmed}` : trimmed
}
