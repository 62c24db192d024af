import type { IsoDate } from '../time/values'

/** The version of the package `date-holidays` whose data these are; a test holds it against the package. */
export const HOLIDAY_DATA_VERSION = '3.37.0'

/** Raise it with every change below: touches may move, and the calendar then says by which data. */
export const CORRECTIONS_VERSION = 1

/** Where the library is known to differ from a country's own calendar, with the public source that says so. */
export interface Correction {
  readonly country: string
  readonly source: string
  /** English names in the library that are no days off for everybody. */
  readonly dropNames?: readonly string[]
  /** Spans of a year that its government decreed: they replace all that the library has for that year. */
  readonly decreed?: readonly {
    readonly year: number
    readonly daysOff: readonly { readonly name: string; readonly from: IsoDate; readonly to: IsoDate }[]
    readonly workdays: readonly IsoDate[]
  }[]
  /** Days `offsetDays` from the first day of a holiday that the library has, in years from `since` on. */
  readonly beside?: readonly {
    readonly of: string
    readonly offsetDays: number
    readonly name: string
    readonly since: number
  }[]
  /** Single days. */
  readonly added?: readonly { readonly name: string; readonly day: IsoDate }[]
  /** Days of every year from `since` on, `MM-DD`. */
  readonly yearly?: readonly { readonly name: string; readonly monthDay: string; readonly since: number }[]
}

/** All corrections, a country each. */
export const CORRECTIONS: readonly Correction[] = [
  {
    country: 'CN',
    source:
      'State Council Order 795 (10 Nov 2024), Regulation on Public Holidays for National Annual Festivals and Memorial Days, arts. 2 and 3: women, youth, children and soldiers have days of their own that nobody else has off; Spring Festival is four days, Labour Day two. General Office of the State Council, notices on the arrangement of holidays in 2025 and 2026, for spans and worked weekends.',
    dropNames: ["International Women's Day", 'Youth Day', "Children's Day", 'Army Day'],
    beside: [{ of: 'Spring Festival', offsetDays: 3, name: 'Spring Festival', since: 2025 }],
    yearly: [{ name: 'Labour Day', monthDay: '05-02', since: 2025 }],
    decreed: [
      {
        year: 2025,
        daysOff: [
          { name: "New Year's Day", from: '2025-01-01', to: '2025-01-01' },
          { name: 'Spring Festival', from: '2025-01-28', to: '2025-02-04' },
          { name: 'Qingming Festival', from: '2025-04-04', to: '2025-04-06' },
          { name: 'Labour Day', from: '2025-05-01', to: '2025-05-05' },
          { name: 'Dragon Boat Festival', from: '2025-05-31', to: '2025-06-02' },
          { name: 'National Day', from: '2025-10-01', to: '2025-10-08' },
        ],
        workdays: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
      },
      {
        year: 2026,
        daysOff: [
          { name: "New Year's Day", from: '2026-01-01', to: '2026-01-03' },
          { name: 'Spring Festival', from: '2026-02-15', to: '2026-02-23' },
          { name: 'Qingming Festival', from: '2026-04-04', to: '2026-04-06' },
          { name: 'Labour Day', from: '2026-05-01', to: '2026-05-05' },
          { name: 'Dragon Boat Festival', from: '2026-06-19', to: '2026-06-21' },
          { name: 'Mid-Autumn Festival', from: '2026-09-25', to: '2026-09-27' },
          { name: 'National Day', from: '2026-10-01', to: '2026-10-07' },
        ],
        workdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
      },
    ],
  },
  {
    country: 'DE',
    source:
      'Holiday laws of the sixteen states: Christmas Eve and New Year’s Eve are no holidays; the library counts them as whole bank holidays where they fall on a Sunday.',
    dropNames: ['Christmas Eve', "New Year's Eve"],
  },
  {
    country: 'AE',
    source:
      'UAE Cabinet Resolution 27 of 2024 on public holidays: Arafat Day is one, 3 December belongs to National Day; the first of Ramadan and Laylat al-Mi’raj are none.',
    dropNames: ['First day of Ramadan', "Laylat al-Mi'raj"],
    beside: [{ of: 'Feast of the Sacrifice (Eid al-Adha)', offsetDays: -1, name: 'Arafat Day', since: 2019 }],
    yearly: [{ name: 'National Day', monthDay: '12-03', since: 2019 }],
  },
  {
    country: 'VN',
    source:
      'Labour Code 45/2019/QH14, art. 112: National Day is two days; the second is decreed each year, as are the five days of Tết. Decreed for 2025: 27 to 31 January, 1 and 2 September; for 2026: 1 and 2 September.',
    added: [
      { name: 'Vietnamese New Year', day: '2025-01-27' },
      { name: 'National Day', day: '2025-09-01' },
      { name: 'National Day', day: '2026-09-01' },
    ],
  },
]
