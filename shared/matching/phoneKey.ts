import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'
import { asciiDigit } from './fold'

/** How one phone number is compared, whatever its spelling. */
export interface PhoneKeys {
  /** Present only where the country is sure: `+` or `00` was written, or the hint makes a valid number. */
  readonly e164?: string
  /** ISO 3166-1 alpha-2 of the number, where it is sure. */
  readonly country?: string
  /** Set where the length fits its country, but no range of numbers that we know of holds it. */
  readonly notInPlan?: true
  /** Every digit as entered, extension left out. */
  readonly digits: string
  /**
   * The last eight digits of the national number without its leading zeros (seven, if it has no more):
   * equal for `0905 550 173` and `+84 905 550 173`. Absent below seven digits.
   */
  readonly tail?: string
  readonly extension?: string
}

/** Long enough to be nearly unique among a notebook's numbers, short enough to lose area codes' zeros. */
const PHONE_TAIL_DIGITS = 8
const MIN_TAIL_DIGITS = 7
/** E.164 allows 15; twice that is room for international prefixes and spaces typed as zeros. */
const MAX_ENTERED_CHARS = 60

/** `tel:`, `Mob.`, `手机：`: a label says what the number is for, not what it is. */
const LABEL = /^[^0-9+(]*/
/** Dialled before a country code in China and Europe, the US, Australia and the CIS. */
const INTERNATIONAL = /^(?:0011|011|00|810)(?=[1-9])/
const EXTENSION = /(?:ext\.?|extension|x|#|转|轉|分机|內線|内線|доб\.?)[ :.]{0,3}([0-9]{1,6})$/i

/**
 * The keys of one phone number in any spelling: `(0)`, `00`, full-width digits, dots, brackets, `ext. 12`.
 * `country` is a hint (ISO 3166-1 alpha-2) for numbers written without a country code; with neither there
 * is no E.164, only a tail. Returns undefined for what holds fewer than five digits or is no number.
 */
export function phoneKeys(entered: string, country?: string): PhoneKeys | undefined {
  if (entered.length > MAX_ENTERED_CHARS) return undefined
  const plain = plainNumber(entered)
  const extension = EXTENSION.exec(plain)?.[1]
  const main = extension === undefined ? plain : plain.replace(EXTENSION, '')
  if (/\p{L}/u.test(main)) return undefined
  const digits = main.replace(/[^0-9]/g, '')
  if (digits.length < 5 || digits.length > 20) return undefined
  const hint = country !== undefined && isSupportedCountry(country) ? country : undefined
  const parsed = parseSurely(main, digits, hint)
  const tail = phoneTail(parsed?.national ?? digits)
  return {
    digits,
    ...(parsed && { e164: parsed.e164 }),
    ...(parsed?.country !== undefined && { country: parsed.country }),
    ...(parsed?.notInPlan === true && { notInPlan: true as const }),
    ...(tail !== undefined && { tail }),
    ...(extension !== undefined && { extension }),
  }
}

/** The tail of a string of digits: see {@link PhoneKeys.tail}. */
export function phoneTail(digits: string): string | undefined {
  const significant = digits.replace(/^0+/, '')
  return significant.length < MIN_TAIL_DIGITS ? undefined : significant.slice(-PHONE_TAIL_DIGITS)
}

/** The national digits of a number that is already E.164, without the cost of parsing it again. */
export function nationalDigits(e164: string): string {
  const digits = e164.slice(1)
  for (let length = 1; length <= 3; length++) {
    if (callingCodes().has(digits.slice(0, length))) return digits.slice(length)
  }
  return digits
}

/**
 * Cuts a cell or line that holds several numbers (`+86 21 1 / +86 138 2`, `1;2`, `1 或 2`) into single ones,
 * spaces trimmed. A slash inside a number (`030/123456`) does not cut: both sides need six digits.
 */
export function splitPhones(entered: string): string[] {
  const found: string[] = []
  for (const piece of entered.split(/[;,、，；\n\r|]|:::|\s(?:or|或)\s|或/)) {
    const sides = piece.split('/')
    const whole = sides.length > 1 && sides.every((side) => side.replace(/[^\p{Nd}]/gu, '').length >= 6)
    for (const side of whole ? sides : [piece]) if (/\p{Nd}/u.test(side)) found.push(side.trim())
  }
  return found
}

function plainNumber(entered: string): string {
  const ascii = entered
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(LABEL, '')
    .trim()
  // The trunk zero is written in brackets to say that it is not dialled from abroad.
  return ascii.replace(/\(0\)/, ' ')
}

interface SureNumber {
  readonly e164: string
  readonly national: string
  readonly country?: string
  readonly notInPlan?: true
}

function parseSurely(main: string, digits: string, hint: CountryCode | undefined): SureNumber | undefined {
  const written = main.startsWith('+') || main.startsWith('(+')
  const prefix = written ? '' : INTERNATIONAL.exec(digits)?.[0]
  const international = written
    ? `+${digits}`
    : prefix === undefined
      ? undefined
      : `+${digits.slice(prefix.length)}`
  if (international !== undefined) {
    const parsed = parsePhoneNumberFromString(international)
    // A country code was written: a number range newer than the metadata is still sure if its length fits.
    if (parsed && (written ? parsed.isPossible() : parsed.isValid())) return surely(parsed)
  }
  if (written || hint === undefined) return undefined
  const national = parsePhoneNumberFromString(digits, hint)
  if (national?.isValid()) return surely(national)
  return undefined
}

function surely(parsed: PhoneNumber): SureNumber {
  return {
    e164: parsed.number,
    national: parsed.nationalNumber,
    ...(parsed.country !== undefined && { country: parsed.country }),
    ...(!parsed.isValid() && { notInPlan: true as const }),
  }
}

let codes: ReadonlySet<string> | undefined
function callingCodes(): ReadonlySet<string> {
  codes ??= new Set([
    ...getCountries().map((country) => getCountryCallingCode(country)),
    '800',
    '808',
    '870',
    '878',
    '881',
    '882',
    '883',
    '888',
    '979',
  ])
  return codes
}
