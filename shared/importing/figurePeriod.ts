import { addDays, addMonths, compareDays } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import type { ImportPeriod } from './domainParts'
import { parseDate } from './values/date'

// 20260901, 2026-09-01, 2026年9月1日, September 1, 2026, 1 Sep 2026
const A_DAY =
  /(?<!\d)20\d{6}(?!\d)|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日|\p{L}{3,10}\.?\s\d{1,2},\s\d{4}|\d{1,2}\.?\s\p{L}{3,10}\.?\s\d{4}/gu
const A_MONTH = /^(20\d\d)[-/.年]?(0?[1-9]|1[0-2])月?$/
// "Start date", "Report Start", "Date de début", "Startdatum", "开始日期"; then the same for the end.
const STARTS = /\bstart|début|startdatum|inicio|inizio|开始/i
const ENDS = /\bend\b|\bend date|\bfin\b|enddatum|\bfine\b|结束/i

/** The days written in a text, in their order there. */
function daysIn(text: string): IsoDate[] {
  return [...text.matchAll(A_DAY)].flatMap(([day]) => {
    const reading = parseDate(day)
    return reading?.kind === 'date' ? [reading.text] : []
  })
}

/**
 * The days that a text names: one day, a day to a day, or a month.
 * @example periodIn('Sep 1, 2026 - Sep 30, 2026') // { from: '2026-09-01', to: '2026-09-30' }
 */
export function periodIn(text: string): ImportPeriod | undefined {
  const month = A_MONTH.exec(text.trim())
  if (month !== null) {
    const from = `${month[1]}-${(month[2] ?? '').padStart(2, '0')}-01`
    return { from, to: addDays(addMonths(from, 1), -1) }
  }
  const [from, to = from] = daysIn(text)
  return from === undefined || to === undefined ? undefined : inOrder(from, to)
}

/** The days that the lines above a table speak of: a line with both, or one for each end. */
export function periodAbove(lines: readonly string[]): ImportPeriod | undefined {
  for (const line of lines) {
    const [from, to] = daysIn(line)
    if (from !== undefined && to !== undefined) return inOrder(from, to)
  }
  const day = (pattern: RegExp) =>
    lines.filter((line) => pattern.test(line)).flatMap((line) => daysIn(line))[0]
  const [from, to] = [day(STARTS), day(ENDS)]
  return from === undefined || to === undefined ? undefined : inOrder(from, to)
}

/** A period from two days in either order. */
export function inOrder(a: IsoDate, b: IsoDate): ImportPeriod {
  return compareDays(a, b) <= 0 ? { from: a, to: b } : { from: b, to: a }
}

/** Whether two periods share a day. */
export function overlap(a: ImportPeriod, b: ImportPeriod): boolean {
  return compareDays(a.from, b.to) <= 0 && compareDays(b.from, a.to) <= 0
}
