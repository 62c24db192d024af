import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  compareDays,
  dayIn,
  dayNumber,
  dayOfNumber,
  daysBetween,
  monthStart,
  startOfDay,
  weekday,
} from '../../../shared/time/calendarDay'
import { isKnownZone } from '../../../shared/time/zoneOffset'

const anyDay = fc.integer({ min: -719_528, max: 2_932_896 })
const at = (text: string): number => Temporal.Instant.from(text).epochMilliseconds

describe('calendar days', () => {
  test('cross month ends, leap days and year ends', () => {
    expect([
      addDays('2027-02-28', 1),
      addDays('2028-02-28', 1),
      addDays('2026-12-31', 1),
      addDays('2027-01-01', -1),
      addMonths('2027-01-31', 1),
      addMonths('2026-12-15', 1),
      addMonths('2027-03-31', -13),
      monthStart('2027-02-17'),
    ]).toEqual([
      '2027-03-01',
      '2028-02-29',
      '2027-01-01',
      '2026-12-31',
      '2027-02-28',
      '2027-01-15',
      '2026-02-28',
      '2027-02-01',
    ])
  })

  test('agree with Temporal on every day of the calendar', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -500, max: 500 }), (count, months) => {
        const day = dayOfNumber(count)
        const plain = Temporal.PlainDate.from(day)
        expect(dayNumber(day)).toBe(count)
        expect(weekday(day)).toBe(plain.dayOfWeek)
        expect(Temporal.PlainDate.from('1970-01-01').until(plain).days).toBe(count)
        const moved = plain.add({ months })
        if (moved.year >= 0 && moved.year <= 9999) expect(addMonths(day, months)).toBe(moved.toString())
      }),
    )
  })

  test('sort and count in the same direction', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const [from, to] = [dayOfNumber(a), dayOfNumber(b)]
        expect(daysBetween(from, to)).toBe(b - a)
        expect(Math.sign(compareDays(to, from))).toBe(Math.sign(b - a))
      }),
    )
  })

  test('refuse what is not a day', () => {
    for (const text of ['2027-02-29', '2027-13-01', '2027-1-1', 'tomorrow', '']) {
      expect(() => dayNumber(text)).toThrow(RangeError)
    }
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
  })
})

describe('days in a zone', () => {
  test('differ around the world at one instant', () => {
    const newYear = at('2026-12-31T16:30:00Z')
    expect([
      dayIn('Asia/Shanghai', newYear),
      dayIn('Europe/Berlin', newYear),
      dayIn('America/Santiago', newYear),
    ]).toEqual(['2027-01-01', '2026-12-31', '2026-12-31'])
  })

  test('are right to the minute on the days when clocks change', () => {
    expect([
      dayIn('America/New_York', at('2027-03-14T04:59:59Z')),
      dayIn('America/New_York', at('2027-03-14T05:00:00Z')),
      dayIn('America/New_York', at('2027-03-15T03:59:59Z')),
      dayIn('America/New_York', at('2027-03-15T04:00:00Z')),
    ]).toEqual(['2027-03-13', '2027-03-14', '2027-03-14', '2027-03-15'])
  })

  test('are right where summer time lasted a week', () => {
    // Recife, October 2000: an hour forward on the 8th, back on the 15th.
    fc.assert(
      fc.property(fc.integer({ min: at('2000-10-01T00:00Z'), max: at('2000-10-25T00:00Z') }), (instant) => {
        const there = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO('America/Recife')
        expect(dayIn('America/Recife', instant)).toBe(there.toPlainDate().toString())
      }),
    )
  })

  test('begin after midnight where the clocks are put forward at midnight', () => {
    // Beirut skips 00:00 to 01:00 on the last Sunday of March.
    expect(startOfDay('2026-03-29', 'Asia/Beirut')).toBe(at('2026-03-28T22:00:00Z'))
    expect(startOfDay('2027-01-01', 'Asia/Shanghai')).toBe(at('2026-12-31T16:00:00Z'))
  })

  test('give the first instant of the day they name, in any zone and season', () => {
    const zones = [
      'America/New_York',
      'Europe/Stockholm',
      'Asia/Jerusalem',
      'Asia/Kolkata',
      'Australia/Sydney',
      'Africa/Cairo',
    ]
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 25_000 }), (zone, count) => {
        const day = dayOfNumber(count)
        const start = startOfDay(day, zone)
        expect([dayIn(zone, start), dayIn(zone, start - 1)]).toEqual([day, addDays(day, -1)])
      }),
    )
  })

  test('answer for a zone nobody knows with an error, never a wrong day', () => {
    expect(isKnownZone('Mars/Olympus')).toBe(false)
    expect(isKnownZone('Europe/Stockholm')).toBe(true)
    expect(() => dayIn('Mars/Olympus', 0)).toThrow(RangeError)
  })
})
