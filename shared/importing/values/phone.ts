import {
  type CountryCode,
  isSupportedCountry,
  ParseError,
  parsePhoneNumberWithError,
} from 'libphonenumber-js/max'
import { phoneKeys } from '../../matching/phoneKey'
import type { HandleFlag, ImportHandleKind } from '../importRecord'

/** One number found in a cell. */
interface PhoneReading {
  readonly kind: Extract<
    ImportHandleKind,
    'phone' | 'whatsapp' | 'wechat' | 'line' | 'zalo' | 'telegram' | 'skype' | 'qq'
  >
  /** E.164 when it starts with `+`, else as entered. */
  readonly value: string
  readonly extension?: string
  readonly flags: readonly HandleFlag[]
}

/** What a cell of phone numbers says. */
export interface PhoneCell {
  readonly phones: readonly PhoneReading[]
  /** `lost`: digits are gone (8.61E+12); `junk`: no number at all. Such a value is reported, the row stays. */
  readonly problem?: 'lost' | 'junk'
}

/** What is known about the numbers of a column. */
export interface PhoneContext {
  /** ISO-2 of the row or the file. */
  readonly country?: string
  /** The source writes international numbers without `+` (Brevo: 447700900001). */
  readonly international?: boolean
}

const SCIENTIFIC = /^\+?(\d)(?:[.,](\d+))?E\+?(\d+)$/i
const SERVICE = /^(whatsapp|wechat|weixin|line|zalo|telegram|skype|qq|viber|微信)\s*[-:：]\s*(.+)$/i
const PREFIX = /^(p|tel|phone|mobile|mob|cell|m|t|ph|call|电话|手机|fax|f)\s*[:.：]\s*/i
const JUNK = /^(n\/?a|none|null|nil|-+|0+|无|没有|unknown|\?+|x+)$/i
const EXTENSION = /[\s,;]*(?:;ext=|ext\.?|extension|x|转|分机|доб\.?|#)\s*(\d{1,7})$/i
const NEXT_NUMBER = /\s*(?:;|、|\n|:::|\bor\b|或|,(?=\s*[+(\d])|\/(?=\s*[+(\d]))\s*/i
// 00 most of the world, 011 North America, 0011 Australia, 810 Russia (8 then 10).
const EXIT_CODE = /^(?:00(?!11)|011|0011|810)(?=\s*[1-9][\d\s().-]{6,}$)/
const KEYPAD = ['ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ']

/**
 * Reads every phone number of a cell.
 * @example parsePhones('0044 20 7946 0018', {}).phones[0]?.value // '+442079460018'
 */
export function parsePhones(entered: string, context: PhoneContext = {}): PhoneCell {
  const text = unguard(entered)
  if (text === '' || JUNK.test(text))
    return { phones: [], ...(text === '' ? {} : { problem: 'junk' as const }) }
  const scientific = SCIENTIFIC.exec(text)
  if (scientific) return fromScientific(scientific, context)
  const phones: PhoneReading[] = []
  for (const part of splitNumbers(text)) {
    const phone = parseOne(part, phones.at(-1)?.value, context)
    if (phone) phones.push(phone)
  }
  return phones.length > 0 ? { phones } : { phones, problem: 'junk' }
}

function unguard(entered: string): string {
  return entered
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\u00a0/g, ' ')
    .trim()
    .replace(/^="(.*)"$/s, '$1')
    .replace(/^['=]+(?=[+\d(])/, '')
    .replace(/^(\d{6,})\.0+$/, '$1')
}

/** `8.61E+12`: the zeros are not the number's. With all digits present it is only doubtful. */
function fromScientific(match: RegExpExecArray, context: PhoneContext): PhoneCell {
  const digits = (match[1] ?? '') + (match[2] ?? '')
  const length = Number(match[3]) + 1
  // Two lost digits at most: the last ones are then zeros or guesses, and the flag says so.
  if (length > 15 || digits.length < length - 2) return { phones: [], problem: 'lost' }
  const phone = parseOne(digits.padEnd(length, '0'), undefined, context)
  if (!phone) return { phones: [], problem: 'lost' }
  return { phones: [{ ...phone, flags: [...phone.flags, 'digitsDoubtful'] }] }
}

function splitNumbers(text: string): string[] {
  const guarded = text.replace(/;\s*ext=/gi, ' ext ')
  return guarded.split(NEXT_NUMBER).filter((part) => part.trim() !== '')
}

function parseOne(
  raw: string,
  previous: string | undefined,
  context: PhoneContext,
): PhoneReading | undefined {
  const service = SERVICE.exec(raw)
  const kind = service ? serviceKind(service[1] ?? '') : 'phone'
  let text = (service?.[2] ?? raw).trim().replace(PREFIX, '').replace(/^tel:/i, '')
  // XTransfer and OKKI write type-country-number: WhatsApp-86-18888888888.
  if (service && /^\d{1,3}-\d{5,}$/.test(text)) text = `+${text.replace('-', ' ')}`
  if (kind !== 'phone' && kind !== 'whatsapp') return { kind, value: text, flags: [] }
  const extension = EXTENSION.exec(text)
  if (extension && /\d{5,}/.test(text.slice(0, extension.index).replace(/\D/g, '')))
    text = text.slice(0, extension.index)
  const found = extension && text.length <= extension.index ? extension[1] : undefined
  const sure = sureNumber(text, context)
  text = toDigits(text.trim())
  const digits = text.replace(/\D/g, '')
  if (digits.length < 4) return undefined
  // "+1 202 555 0123 / 0124": the second one shares the beginning of the first.
  if (digits.length <= 4 && previous?.startsWith('+')) text = previous.slice(0, -digits.length) + digits
  const reading = sure ?? toE164(text, context)
  if (!reading)
    return digits.length < 5
      ? undefined
      : { kind, value: raw.trim(), flags: ['noCountry'], ...(found ? { extension: found } : {}) }
  return { kind, value: reading.value, flags: reading.flags, ...(found ? { extension: found } : {}) }
}

function serviceKind(name: string): PhoneReading['kind'] {
  const lower = name.toLowerCase()
  if (lower === 'weixin' || lower === '微信') return 'wechat'
  if (lower === 'viber') return 'phone'
  return lower as PhoneReading['kind']
}

/** Vanity letters to digits, `(0)` after a country code away, exit codes to `+`. */
function toDigits(text: string): string {
  let result = text
  if (/^[\d\s+().-]*\d{3}[\s.-]*[A-Z]{3,}[A-Z\s.-]*$/.test(result)) {
    result = result.replace(/[A-Z]/g, (letter) => String(KEYPAD.findIndex((key) => key.includes(letter)) + 2))
  }
  result = result.replace(/^(\+|00)\s*(\d{1,3})\s*\(0\)/, '$1$2 ')
  return result.replace(EXIT_CODE, '+')
}

/**
 * What is sure is decided where it is for every number of the notebook; beyond that a file is believed a little more
 * than a person's typing, since spreadsheets take the `+` and zeros away.
 */
function sureNumber(text: string, context: PhoneContext): { value: string; flags: HandleFlag[] } | undefined {
  const keys = phoneKeys(text, context.country)
  if (keys?.e164 === undefined || keys.notInPlan === true) return undefined
  return { value: keys.e164, flags: zeroRestored(text.trim(), context.country) }
}

function toE164(text: string, context: PhoneContext): { value: string; flags: HandleFlag[] } | undefined {
  if (text.startsWith('+')) return parsed(text, undefined)
  const country = asCountry(context.country)
  const digits = text.replace(/\D/g, '')
  if (context.international && digits.length >= 8) return parsed(`+${digits}`, undefined)
  if (country) {
    const national = parsed(text, country)
    if (national && !national.flags.includes('notInPlan')) return national
    const international = parsed(`+${digits}`, undefined)
    if (international && !international.flags.includes('notInPlan')) return international
    return national
  }
  // Digits alone are only believed when they cannot be anything but an international mobile or line.
  if (digits.length >= 11 && !digits.startsWith('0')) {
    const international = parsed(`+${digits}`, undefined)
    if (international && !international.flags.includes('notInPlan') && !AMBIGUOUS_START.test(digits))
      return international
  }
  return undefined
}

// 1xx xxxx xxxx of 11 digits is a Chinese mobile as well as a North American number.
const AMBIGUOUS_START = /^1[3-9]\d{9}$/

function asCountry(country: string | undefined): CountryCode | undefined {
  return country !== undefined && isSupportedCountry(country) ? country : undefined
}

/** A British number whose leading zero a spreadsheet ate: `7700900123`. */
function zeroRestored(text: string, country: string | undefined): HandleFlag[] {
  return country === 'GB' && /^[1-9]\d{9}$/.test(text) ? ['zeroRestored'] : []
}

function parsed(
  text: string,
  country: CountryCode | undefined,
): { value: string; flags: HandleFlag[] } | undefined {
  try {
    const number = country ? parsePhoneNumberWithError(text, country) : parsePhoneNumberWithError(text)
    if (!number.isPossible() && !text.startsWith('+')) return undefined
    const flags: HandleFlag[] = []
    if (!number.isValid()) flags.push('notInPlan')
    flags.push(...zeroRestored(text, country))
    return { value: number.number, flags }
  } catch (error) {
    if (error instanceof ParseError) return undefined
    throw error
  }
}
