import type { TypedCell } from '#shared/importing/cell'

// Built-in number formats that show a date or a time (ECMA-376 part 1, 18.8.30, with the East Asian ones).
const BUILT_IN_DATES = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
  55, 56, 57, 58,
])
// 1904-01-01 in days of the 1900 system.
const DAYS_TO_1904 = 1462
// Excel believes in 1900-02-29; dates before 1900-03-01 are one day off in some writers, so they stay numbers.
const FIRST_SAFE_SERIAL = 61
const LAST_SERIAL = 2_958_465

/** True when a number format shows a date or a time: `yyyy-mm-dd`, `[$-804]yyyy"年"m"月"`; not `0.00E+00`, not `[Red]0`. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN_DATES.has(id)
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/_./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  // Only the first section counts: the others are for negatives, zero and text.
  const first = bare.split(';')[0] ?? ''
  return (
    !/general/i.test(first) && /[ymdhs]/i.test(first.replace(/AM\/PM|A\/P/gi, 'h')) && !/[#?]/.test(first)
  )
}

/** A number shown as a date becomes one; what no calendar has stays a number. */
export function dateCell(value: number, date1904: boolean): TypedCell | undefined {
  const serial = value + (date1904 ? DAYS_TO_1904 : 0)
  if (value >= 0 && value < 1) return { kind: 'date', text: clockOf(value) }
  if (serial < FIRST_SAFE_SERIAL || serial > LAST_SERIAL) return undefined
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400)
  const ms = Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000 + seconds * 1000
  const iso = new Date(ms).toISOString()
  return { kind: 'date', text: seconds === 0 ? iso.slice(0, 10) : iso.slice(0, 19) }
}

/** All digits of a number, as far as a double has them: no exponent below 1e21. */
export function numberText(raw: string): string {
  const value = Number(raw)
  if (!Number.isFinite(value)) return raw
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return BigInt(value).toString()
  return String(Number(value.toPrecision(15)))
}

function clockOf(fraction: number): string {
  return new Date(Math.round(fraction * 86_400) * 1000).toISOString().slice(11, 19)
}
