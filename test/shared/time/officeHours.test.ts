import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { localTime } from '../../../shared/time/officeHours'
import { countriesWithZone, zoneOf } from '../../../shared/time/zoneOf'
import { isKnownZone } from '../../../shared/time/zoneOffset'

const at = (text: string): number => Temporal.Instant.from(text).epochMilliseconds

test('shows the clock on the wall in Santiago, summer and winter', () => {
  expect(localTime('America/Santiago', at('2026-12-15T12:10:00Z'), 'CL')).toEqual({
    day: '2026-12-15',
    hour: 9,
    minute: 10,
    weekday: 2,
    open: true,
  })
  expect(localTime('America/Santiago', at('2027-06-15T12:10:00Z'), 'CL')).toEqual({
    day: '2027-06-15',
    hour: 8,
    minute: 10,
    weekday: 2,
    open: false,
  })
})

test('knows half-hour zones and that Friday is free in Riyadh but not in Dubai', () => {
  const friday = at('2027-01-01T07:45:00Z')
  expect([
    localTime('Asia/Kolkata', friday, 'IN')?.minute,
    localTime('Asia/Riyadh', friday, 'SA')?.open,
    localTime('Asia/Dubai', friday, 'AE')?.open,
  ]).toEqual([15, false, true])
})

test('closes at six, on the minute', () => {
  expect(localTime('Asia/Shanghai', at('2027-01-04T09:59:59Z'), 'CN')?.open).toBe(true)
  expect(localTime('Asia/Shanghai', at('2027-01-04T10:00:00Z'), 'CN')?.open).toBe(false)
})

test('answers nothing for a mistyped zone', () => {
  expect(localTime('Asia/Ningbo', 0)).toBeUndefined()
})

test('knows a zone for every country that trades, and the machine knows the zone', () => {
  const countries = countriesWithZone()
  expect(countries.length).toBeGreaterThanOrEqual(245)
  expect(countries.filter((country) => !isKnownZone(zoneOf(country)?.zone ?? ''))).toEqual([])
})

test('admits where one country has several times', () => {
  expect(['CN', 'VN', 'IL', 'SE', 'US', 'BR', 'ES', 'XX'].map((country) => zoneOf(country))).toEqual([
    { zone: 'Asia/Shanghai', sure: true },
    { zone: 'Asia/Ho_Chi_Minh', sure: true },
    { zone: 'Asia/Jerusalem', sure: true },
    { zone: 'Europe/Stockholm', sure: true },
    { zone: 'America/New_York', sure: false },
    { zone: 'America/Sao_Paulo', sure: false },
    { zone: 'Europe/Madrid', sure: false },
    undefined,
  ])
})
