import type { Weekday } from './calendarDay'

/** What engines know of the weeks of a place: newer ones by a method, older ones by a field. */
interface LocaleWithWeeks extends Intl.Locale {
  readonly getWeekInfo?: () => { readonly firstDay: number }
  readonly weekInfo?: { readonly firstDay: number }
}

/** The day that a week begins with where a locale is at home (Unicode's CLDR); Monday, as in ISO 8601, where none is known. */
export function firstWeekday(locale: string): Weekday {
  const home: LocaleWithWeeks = new Intl.Locale(locale).maximize()
  const week = home.getWeekInfo?.() ?? home.weekInfo
  return (week?.firstDay ?? 1) as Weekday
}
