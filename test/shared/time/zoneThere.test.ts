import { describe, expect, test } from 'vitest'
import { addDays, dayIn } from '../../../shared/time/calendarDay'
import { chineseNewYear } from '../../../shared/time/chineseNewYear'
import { instantOf } from '../../../shared/time/zoneOffset'
import { officeHoursOn, zoneThere } from '../../../shared/time/zoneThere'

const iso = (at: number) => new Date(at).toISOString()

/**
 * The days on which clocks change, with nine o'clock in UTC on the day before and on the day itself.
 * Source: IANA time zone database 2025b.
 */
const CHANGES = [
  ['Europe/Berlin', '2027-03-28', '08:00', '07:00'],
  ['Europe/Berlin', '2027-10-31', '07:00', '08:00'],
  ['America/New_York', '2027-03-14', '14:00', '13:00'],
  ['America/New_York', '2027-11-07', '13:00', '14:00'],
  ['America/Santiago', '2027-04-04', '12:00', '13:00'],
  ['America/Santiago', '2027-09-05', '13:00', '12:00'],
  ['Asia/Jerusalem', '2027-03-26', '07:00', '06:00'],
  ['Asia/Jerusalem', '2027-10-31', '06:00', '07:00'],
  ['Australia/Sydney', '2027-04-04', '22:00', '23:00'],
  ['Australia/Sydney', '2027-10-03', '23:00', '22:00'],
] as const

describe('office hours', () => {
  test.each(CHANGES)(
    'open at nine by the wall in %s, before and after the clocks change on %s',
    (zone, day, before, after) => {
      const opens = (on: string) => iso(officeHoursOn(on, zone).opensAt).slice(11, 16)
      expect([opens(addDays(day, -1)), opens(day)]).toEqual([before, after])
      for (const on of [addDays(day, -1), day, addDays(day, 1)]) {
        const { opensAt, closesAt } = officeHoursOn(on, zone)
        expect([dayIn(zone, opensAt), dayIn(zone, closesAt), closesAt - opensAt]).toEqual([
          on,
          on,
          9 * 3_600_000,
        ])
      }
    },
  )

  test('stand on the turn of the year and on a leap day', () => {
    expect(iso(officeHoursOn('2027-12-31', 'Pacific/Auckland').opensAt)).toBe('2027-12-30T20:00:00.000Z')
    expect(iso(officeHoursOn('2028-02-29', 'America/Santiago').opensAt)).toBe('2028-02-29T12:00:00.000Z')
  })

  test('an hour that clocks skip is the one after it, of one that comes twice the first counts', () => {
    expect(iso(instantOf('2027-03-28', 2, 'Europe/Berlin'))).toBe('2027-03-28T01:00:00.000Z')
    expect(iso(instantOf('2027-10-31', 2, 'Europe/Berlin'))).toBe('2027-10-31T00:00:00.000Z')
    // Santiago skips midnight itself.
    expect(iso(instantOf('2027-09-05', 0, 'America/Santiago'))).toBe('2027-09-05T04:00:00.000Z')
  })
})

test('a zone that nobody knows is named beside the one that stands in for it', () => {
  expect(zoneThere({ zone: 'Europe/Stockholm', country: 'SE' }, 'Asia/Shanghai')).toEqual({
    zone: 'Europe/Stockholm',
  })
  expect(zoneThere({ zone: 'Europe/Atlantis', country: 'SE' }, 'Asia/Shanghai')).toEqual({
    zone: 'Europe/Stockholm',
    insteadOf: 'Europe/Atlantis',
  })
  expect(zoneThere({ zone: 'Europe/Atlantis', country: 'XX' }, 'Asia/Shanghai')).toEqual({
    zone: 'Asia/Shanghai',
    insteadOf: 'Europe/Atlantis',
  })
  expect(zoneThere({}, 'Europe/Atlantis')).toEqual({ zone: 'UTC' })
})

test('Chinese New Year is the day that the observatory has, which engines miss', () => {
  expect([2025, 2026, 2027, 2028].map(chineseNewYear)).toEqual([
    '2025-01-29',
    '2026-02-17',
    '2027-02-06',
    '2028-01-26',
  ])
  expect(chineseNewYear(2041)).toBeUndefined()
})
