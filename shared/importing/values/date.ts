import { lookup } from '../lookup'
import type { DateOrder } from '../reading'

/** A date as exactly as the text says. */
export type DateReading =
  /** Calendar date, `YYYY-MM-DD`. */
  | { readonly kind: 'date'; readonly text: string }
  /** Date and time on an unknown clock, `YYYY-MM-DDTHH:mm` with seconds where given. */
  | { readonly kind: 'local'; readonly text: string }
  /** A known instant. */
  | { readonly kind: 'instant'; readonly epochMs: number }
  /** Month and day only. */
  | { readonly kind: 'noYear'; readonly month: number; readonly day: number }
  | { readonly kind: 'week'; readonly year: number; readonly week: number }
  /** Day and month could be swapped and nothing decides. */
  | { readonly kind: 'unclear' }

/** What is known about the column. */
export interface DateContext {
  readonly order?: DateOrder
  /** For dates without a year. */
  readonly year?: number
  /** The column holds Excel serials or Unix times where a bare number stands. */
  readonly numbers?: boolean
}

const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'jan january januar janvier enero janeiro gennaio ocak январь января янв',
    'feb february februar février fevrier febrero fevereiro febbraio şubat февраль февраля фев',
    'mar march märz maerz mrz mars marzo março mart март марта мар',
    'apr april avril abril aprile avr nisan апрель апреля апр',
    'may mai mayo maio maggio mayıs май мая',
    'jun june juni juin junio junho giugno haziran июнь июня июн',
    'jul july juli juillet julio julho luglio temmuz июль июля июл',
    'aug august août aout agosto ağustos август августа авг',
    'sep sept september septembre septiembre setembro settembre eylül сентябрь сентября сен',
    'oct october oktober okt octobre octubre outubro ottobre ekim октябрь октября окт',
    'nov november novembre noviembre novembro kasım ноябрь ноября ноя',
    'dec december dezember dez décembre decembre diciembre dezembro dicembre aralık декабрь декабря дек',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1])),
)
// Exports write these for "no date".
const EMPTY = /^(0+[-/.]0+[-/.]0+|0?1\/0\/1900|0000-00-00.*|-+|n\/?a|null|待定)$/i
const TIME =
  /(?:^|[\sT,]|下午|上午)\s*(上午|下午|早上|晚上)?\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?/i
// Hours east of UTC. Left out is what names several zones: CST is also China's, BST Bangladesh's, IST India's and Israel's.
const ZONE_NAMES: Readonly<Record<string, number>> = {
  ...{ PDT: -7, PST: -8, MDT: -6, MST: -7, CDT: -5, EDT: -4, EST: -5 },
  ...{ CET: 1, CEST: 2, EET: 2, EEST: 3, JST: 9, AEST: 10, AEDT: 11 },
}
const ZONE = new RegExp(
  `(Z|UTC|GMT|(?:GMT|UTC)?\\s*[+-]\\d{1,2}(?::?\\d{2})?|\\b(?:${Object.keys(ZONE_NAMES).join('|')}))\\s*$`,
  'i',
)

/**
 * Reads a date in any of the shapes that exports write. Undefined when the text is no date or means "none".
 * Never guesses between day and month: without an order such a value is `unclear`.
 */
export function parseDate(entered: string, context: DateContext = {}): DateReading | undefined {
  const text = entered.normalize('NFKC').trim()
  if (text === '' || text.length > 60 || EMPTY.test(text)) return undefined
  if (/^\d+([.,]\d+)?$/.test(text)) return parseNumber(text.replace(',', '.'), context)
  const week = /^(\d{4})-?W(\d{2})$/.exec(text)
  if (week) return { kind: 'week', year: Number(week[1]), week: Number(week[2]) }
  const date = parseDay(text, context)
  if (date === undefined || 'unclear' in date) return date && { kind: 'unclear' }
  if (date.year === undefined) {
    return context.year === undefined
      ? { kind: 'noYear', month: date.month, day: date.day }
      : asDate(context.year, date.month, date.day)
  }
  const day = asDate(date.year, date.month, date.day)
  const clock = day && parseTime(date.rest)
  if (!day || !clock) return day
  return clock.offset === undefined
    ? { kind: 'local', text: `${day.text}T${clock.text}` }
    : {
        kind: 'instant',
        epochMs: Date.parse(`${day.text}T${clock.text.padEnd(8, ':00')}Z`) - clock.offset * 60_000,
      }
}

/** The reading as one line: ISO with `Z` for instants. For previews and tests. */
export function dateText(reading: DateReading | undefined): string {
  if (reading === undefined || reading.kind === 'unclear') return ''
  if (reading.kind === 'date' || reading.kind === 'local') return reading.text
  if (reading.kind === 'instant') return new Date(reading.epochMs).toISOString().replace('.000Z', 'Z')
  if (reading.kind === 'week') return `${reading.year}-W${pad(reading.week)}`
  return `--${pad(reading.month)}-${pad(reading.day)}`
}

interface DayParts {
  readonly year?: number
  readonly month: number
  readonly day: number
  /** What follows the date: time and zone. */
  readonly rest: string
}

function parseDay(text: string, context: DateContext): DayParts | { readonly unclear: true } | undefined {
  return parseEastAsian(text) ?? parseYearFirst(text) ?? parseNamedMonth(text) ?? parseNumeric(text, context)
}

/** 2026年10月5日, 10月5日, 民國115年10月5日, 令和8年10月5日. */
function parseEastAsian(text: string): DayParts | undefined {
  const match =
    /^(民國|民国|令和|平成|昭和)?\s*(?:(\d{1,4}|元)\s*年)?\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?/.exec(text)
  if (!match) return undefined
  const offset = { 民國: 1911, 民国: 1911, 令和: 2018, 平成: 1988, 昭和: 1925 }[match[1] ?? ''] ?? 0
  const year = match[2] === undefined ? undefined : (match[2] === '元' ? 1 : Number(match[2])) + offset
  const rest = text.slice(match[0].length)
  return {
    ...(year === undefined ? {} : { year: fullYear(year) }),
    month: Number(match[3]),
    day: Number(match[4]),
    rest,
  }
}

/** 2026-10-05, 2026/10/5, 2026.10.5, 20261005 is a number. */
function parseYearFirst(text: string): DayParts | undefined {
  const match = /^(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?!\d)/.exec(text)
  if (!match) return undefined
  return {
    year: Number(match[1]),
    month: Number(match[2]),
    day: Number(match[3]),
    rest: text.slice(match[0].length),
  }
}

/** 05 Oct 2026, 5-Oct-26, October 5, 2026, 5. Oktober 2026, Fri, Oct 2, 2026. */
function parseNamedMonth(text: string): DayParts | undefined {
  const bare = text.replace(/^\p{L}{2,10}\.?,\s*/u, '')
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th|\.|º)?[\s\-/.]*(?:de\s+)?(\p{L}{3,10})\.?[\s\-/.,]*(?:de\s+)?(\d{4}|\d{2})(?!\d)/u.exec(
      bare,
    )
  if (dayFirst) {
    const month = lookup(MONTHS, (dayFirst[2] ?? '').toLowerCase())
    if (month === undefined) return undefined
    return {
      year: fullYear(Number(dayFirst[3])),
      month,
      day: Number(dayFirst[1]),
      rest: bare.slice(dayFirst[0].length),
    }
  }
  const monthFirst = /^(\p{L}{3,10})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u.exec(bare)
  const month = monthFirst && lookup(MONTHS, (monthFirst[1] ?? '').toLowerCase())
  if (!monthFirst || month === undefined || month === null) return undefined
  return {
    year: Number(monthFirst[3]),
    month,
    day: Number(monthFirst[2]),
    rest: bare.slice(monthFirst[0].length),
  }
}

/** 25/12/2026, 1.2.26, 31-01-2026: the order is the column's. A part over 12 decides for itself. */
function parseNumeric(text: string, context: DateContext): DayParts | { readonly unclear: true } | undefined {
  const match = /^(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})(?!\d)/.exec(text)
  if (!match) return undefined
  const a = Number(match[1])
  const b = Number(match[3])
  const order = a > 12 ? 'dmy' : b > 12 ? 'mdy' : context.order
  if (order === undefined && a !== b) return { unclear: true }
  const year = fullYear(Number(match[4]))
  const rest = text.slice(match[0].length)
  return order === 'mdy' ? { year, month: a, day: b, rest } : { year, month: b, day: a, rest }
}

/** Two digits: this century up to 69. Buddhist years (2569) are 543 ahead. */
function fullYear(year: number): number {
  if (year < 70) return 2000 + year
  if (year < 100) return 1900 + year
  return year > 2400 && year < 2700 ? year - 543 : year
}

function asDate(year: number, month: number, day: number): { kind: 'date'; text: string } | undefined {
  if (month < 1 || month > 12 || day < 1 || year < 1000 || year > 9999) return undefined
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return day > last ? undefined : { kind: 'date', text: `${year}-${pad(month)}-${pad(day)}` }
}

function parseTime(rest: string): { text: string; offset?: number } | undefined {
  const match = TIME.exec(rest)
  if (!match) return undefined
  const half = `${match[1] ?? ''}${match[5] ?? ''}`.toLowerCase()
  const before = rest.slice(0, match.index + (match[0]?.length ?? 0))
  const afternoon = /下午|晚上|p/.test(half) || /下午|晚上/.test(before)
  const morning = /上午|早上|a/.test(half)
  let hour = Number(match[2])
  if (afternoon && hour < 12) hour += 12
  if (morning && hour === 12) hour = 0
  if (hour > 23 || Number(match[3]) > 59) return undefined
  const seconds = match[4] === undefined || match[4] === '00' ? '' : `:${match[4]}`
  const text = `${pad(hour)}:${match[3]}${seconds}`
  const zone = ZONE.exec(rest.slice(match.index + match[0].length))
  return zone ? { text, offset: zoneOffset(zone[1] ?? '') } : { text }
}

/** `Z`, `UTC`, `+08:00`, `GMT+8`, `+0800`, `PDT` -> minutes east of UTC. */
function zoneOffset(zone: string): number {
  const named = lookup(ZONE_NAMES, zone.trim().toUpperCase())
  if (named !== undefined) return named * 60
  const match = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone)
  if (!match) return 0
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  return match[1] === '-' ? -minutes : minutes
}

/** Bare numbers: 20261005, Unix seconds and milliseconds, Excel serials (1900 system). */
function parseNumber(text: string, context: DateContext): DateReading | undefined {
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  const value = Number(text)
  if (compact && Number(compact[1]) >= 1900 && Number(compact[1]) < 2200) {
    return asDate(Number(compact[1]), Number(compact[2]), Number(compact[3]))
  }
  if (!context.numbers) return undefined
  if (/^\d{10}$/.test(text)) return { kind: 'instant', epochMs: value * 1000 }
  if (/^\d{13}$/.test(text)) return { kind: 'instant', epochMs: value }
  return value >= 20_000 && value <= 60_000 ? fromSerial(value) : undefined
}

/** Excel serial of the 1900 system: 46300 -> 2026-10-05, a fraction is the time of day. */
function fromSerial(serial: number): DateReading {
  const minutes = Math.round((serial - Math.floor(serial)) * 1440)
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10)
  if (minutes === 0) return { kind: 'date', text: day }
  return { kind: 'local', text: `${day}T${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}` }
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
