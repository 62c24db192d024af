import { parseDecimal } from '../../money/decimal'
import type { CurrencyCode } from '../../money/values'
import { dayIn } from '../../time/calendarDay'
import type { IsoDate } from '../../time/values'
import { columnDecimalMark, dateOrderOf } from '../columnTypes'
import { parseDate } from '../values/date'
import { type MarkReading, parseMoney } from '../values/money'

/** What a caption or a cell says that a rate is of. */
export interface RateSubject {
  readonly currency: CurrencyCode
  /** The currency that it is told in, where the text says so. */
  readonly against?: CurrencyCode
  /** `100JPY/CNY` tells the price of a hundred. */
  readonly units: 1 | 100
}

// USD; USD/CNY, USD-CNY, USD>CNY; 100JPY/CNY
const SUBJECT = /^(100)?\s*([A-Z]{3})(?:\s*[/>-]\s*([A-Z]{3}))?$/
const RATE = /^\d{1,12}(\.\d{1,12})?$/
/** Banks write these where they quoted nothing that day. */
const NOT_QUOTED = /^(n\/?a|-+|–|—|null)?$/i

/** The currency, or pair, that a text names and nothing else; undefined for any other text. */
export function rateSubject(text: string): RateSubject | undefined {
  const [, hundred, currency, against] = SUBJECT.exec(text.normalize('NFKC').trim()) ?? []
  if (currency === undefined || currency === against) return undefined
  const units = hundred === undefined ? 1 : 100
  return against === undefined ? { currency, units } : { currency, against, units }
}

/** Whether a cell says that there was no rate. */
export function isNotQuoted(text: string): boolean {
  return NOT_QUOTED.test(text.trim())
}

/** Reads the days of a column: one of them may decide for all which part is the month. */
export function dayReader(
  values: readonly string[],
  delimiter: string | undefined,
): (text: string) => IsoDate | undefined {
  const { order } = dateOrderOf(values, delimiter)
  return (text) => {
    const date = parseDate(text, order === undefined ? {} : { order })
    if (date?.kind === 'date' || date?.kind === 'local') return date.text.slice(0, 10)
    return date?.kind === 'instant' ? dayIn('UTC', date.epochMs) : undefined
  }
}

/**
 * Reads the rates of a column as decimal text, of one unit. Nothing shows when a rate is a thousand times too large, so
 * `7,123` is a rate only where another one in the column says that the comma is a decimal mark.
 */
export function numberReader(
  values: readonly string[],
  delimiter: string | undefined,
): (text: string, units: 1 | 100) => string | undefined {
  const marks: MarkReading = columnDecimalMark(values, delimiter)
  return (text, units) => {
    if (!marks.sure && delimiter !== ';' && text.includes(',')) return undefined
    const amount = parseMoney(text, marks.mark)?.amount
    const decimal = amount === undefined ? undefined : parseDecimal(amount)
    if (amount === undefined || decimal === undefined || decimal.digits <= 0n) return undefined
    const one = units === 1 ? amount : hundredth(amount)
    return RATE.test(one) ? one : undefined
  }
}

/** A hundredth, in text: no float ever holds a rate. */
function hundredth(decimal: string): string {
  const [whole = '', fraction = ''] = decimal.split('.')
  const digits = whole.padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}${fraction}`
}
