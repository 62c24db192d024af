import { addDays, addMonths, monthStart, weekday } from '../time/calendarDay'
import { type IsoDate, isoDateSchema } from '../time/values'

/** A day named in a text and where the words for it stand. */
export interface DueWords {
  readonly start: number
  readonly end: number
  readonly dueOn: IsoDate
}

type Rule = readonly [RegExp, (groups: readonly string[], today: IsoDate) => IsoDate | undefined]

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const DAY =
  '(mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs?|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)'
const CHINESE_DIGITS = '一二三四五六日天'
const CHINESE_COUNT: Readonly<Record<string, number>> = {
  一: 1,
  两: 2,
  兩: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
}
const COUNT = '([0-9]{1,3}|[一两兩二三四五六七八九十])'
const NTH = '([0-3]?[0-9])(?:st|nd|rd|th)?'

/** Words stand alone; Chinese needs no space around it. The last rule that fits the latest words wins. */
const RULES: readonly Rule[] = [
  word('([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})', ([y, m, d]) => day(Number(y), Number(m), Number(d))),
  word('\\+([0-9]{1,3})([dwm])', ([count, unit], today) => later(today, Number(count), unit)),
  word('in ([0-9]{1,3}) (d|w|m)(?:ays?|eeks?|onths?)', ([count, unit], today) =>
    later(today, Number(count), unit),
  ),
  word('(?:today|tonight)', (_, today) => today),
  word('day after tomorrow', (_, today) => addDays(today, 2)),
  word('(?:tomorrow|tmrw?|tmr)', (_, today) => addDays(today, 1)),
  word('next week', (_, today) => addDays(today, 8 - weekday(today))),
  word('(?:end of (?:the )?month|eom)', (_, today) => addDays(addMonths(monthStart(today), 1), -1)),
  word(`next ${DAY}`, ([name], today) => addDays(today, 7 - weekday(today) + dayNumberOf(name))),
  word(`(?:this )?${DAY}`, ([name], today) => comingWeekday(today, dayNumberOf(name))),
  word(`${NTH} (?:of )?${MONTH}\\.?,? ([0-9]{4})`, ([d, m, y]) => day(Number(y), monthOf(m), Number(d))),
  word(`${MONTH}\\.? ${NTH},? ([0-9]{4})`, ([m, d, y]) => day(Number(y), monthOf(m), Number(d))),
  word(`${NTH} (?:of )?${MONTH}`, ([d, m], today) => coming(today, monthOf(m), Number(d))),
  word(`${MONTH}\\.? ${NTH}`, ([m, d], today) => coming(today, monthOf(m), Number(d))),
  word('([0-3]?[0-9])\\.([01]?[0-9])\\.([0-9]{4})', ([d, m, y]) => day(Number(y), Number(m), Number(d))),
  word('([0-3]?[0-9])\\.([01]?[0-9])\\.', ([d, m], today) => coming(today, Number(m), Number(d))),
  word('([0-3]?[0-9])/([0-3]?[0-9])/([0-9]{4})', ([a, b, y]) =>
    slashed(Number(a), Number(b), (m, d) => day(Number(y), m, d)),
  ),
  word('([0-3]?[0-9])/([0-3]?[0-9])', ([a, b], today) =>
    slashed(Number(a), Number(b), (m, d) => coming(today, m, d)),
  ),
  chinese('([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})[日号號]?', ([y, m, d]) =>
    day(Number(y), Number(m), Number(d)),
  ),
  chinese('([0-9]{1,2})月([0-9]{1,2})[日号號]?', ([m, d], today) => coming(today, Number(m), Number(d))),
  chinese('(?<![0-9月])([0-9]{1,2})[号號]', ([d], today) => comingDay(today, Number(d))),
  chinese('(?:今天|今日|今晚)', (_, today) => today),
  chinese('(?:明天|明日)', (_, today) => addDays(today, 1)),
  chinese('(?<!大)(?:后天|後天)', (_, today) => addDays(today, 2)),
  chinese('大(?:后天|後天)', (_, today) => addDays(today, 3)),
  chinese(`${COUNT}天[内內之]?[后後]?`, ([count], today) => addDays(today, countOf(count))),
  chinese(`${COUNT}(?:周|週|星期|个星期|個星期)[内內之]?[后後]`, ([count], today) =>
    addDays(today, countOf(count) * 7),
  ),
  chinese(`${COUNT}[个個]月[内內之]?[后後]`, ([count], today) => addMonths(today, countOf(count))),
  chinese('下(?:周|週|星期|礼拜|禮拜)([一二三四五六日天])', ([name], today) =>
    addDays(today, 7 - weekday(today) + chineseWeekday(name)),
  ),
  chinese('(?<!下)[这這本]?(?:周|週|星期|礼拜|禮拜)([一二三四五六日天])', ([name], today) =>
    comingWeekday(today, chineseWeekday(name)),
  ),
  chinese('下(?:周|週|星期|礼拜|禮拜)(?![一二三四五六日天])', (_, today) =>
    addDays(today, 8 - weekday(today)),
  ),
  chinese('月底', (_, today) => addDays(addMonths(monthStart(today), 1), -1)),
]

/** A due day far beyond anybody's calendar is a price or an article number. */
const MAX_CHARS = 2000

/**
 * The last day that a text names, in English or Chinese words, ISO or the usual short forms (`27 Nov`,
 * `27/11`, `27.11.`, `11月27日`, `friday`, `+3d`, `tomorrow`). Days without a year are the next such day, today
 * included; a weekday is the next one after today; `27/11` is day and month unless only the other way fits.
 * Undefined if there is none, or if the day does not exist (31 Feb).
 */
export function findDueWords(text: string, today: IsoDate): DueWords | undefined {
  // Same length as the text, so that places stay true: full-width digits and letters only.
  const plain = text
    .slice(0, MAX_CHARS)
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
  let best: DueWords | undefined
  for (const [pattern, resolve] of RULES) {
    for (const match of plain.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (best && (end < best.end || (end === best.end && start >= best.start))) continue
      const dueOn = resolve(match.slice(1), today)
      if (dueOn !== undefined) best = { start, end, dueOn }
    }
  }
  return best
}

function word(pattern: string, resolve: Rule[1]): Rule {
  return [new RegExp(`(?<![\\p{L}\\p{N}.,/+-])${pattern}(?![\\p{L}\\p{N}]|[.,/-][0-9])`, 'giu'), resolve]
}

function chinese(pattern: string, resolve: Rule[1]): Rule {
  return [new RegExp(pattern, 'gu'), resolve]
}

/** A day that exists, or undefined. */
function day(year: number, month: number, date: number): IsoDate | undefined {
  const two = (value: number): string => String(value).padStart(2, '0')
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`
  return isoDateSchema.safeParse(text).success ? text : undefined
}

/** The next such day of a year; 29 Feb may be up to eight years away. */
function coming(today: IsoDate, month: number, date: number): IsoDate | undefined {
  const year = Number(today.slice(0, 4))
  for (let next = year; next <= year + 8; next++) {
    const candidate = day(next, month, date)
    if (candidate !== undefined && candidate >= today) return candidate
  }
  return undefined
}

/** The next such day of a month. */
function comingDay(today: IsoDate, date: number): IsoDate | undefined {
  for (let ahead = 0; ahead < 12; ahead++) {
    const start = addMonths(monthStart(today), ahead)
    const candidate = day(Number(start.slice(0, 4)), Number(start.slice(5, 7)), date)
    if (candidate !== undefined && candidate >= today) return candidate
  }
  return undefined
}

/** Said on a Friday, "Friday" is in a week: today would have been called today. */
function comingWeekday(today: IsoDate, wanted: number): IsoDate {
  return addDays(today, ((wanted - weekday(today) + 6) % 7) + 1)
}

function slashed(
  first: number,
  second: number,
  resolve: (month: number, date: number) => IsoDate | undefined,
): IsoDate | undefined {
  return second <= 12 ? resolve(second, first) : resolve(first, second)
}

function later(today: IsoDate, count: number, unit: string | undefined): IsoDate {
  if (unit?.toLowerCase() === 'm') return addMonths(today, count)
  return addDays(today, unit?.toLowerCase() === 'w' ? count * 7 : count)
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1
}

function dayNumberOf(name: string | undefined): number {
  return DAYS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1
}

function chineseWeekday(name: string | undefined): number {
  return Math.min(7, CHINESE_DIGITS.indexOf(name ?? '') + 1)
}

function countOf(count: string | undefined): number {
  return CHINESE_COUNT[count ?? ''] ?? Number(count)
}
