import fc from 'fast-check'
import { expect, test } from 'vitest'
import { durationText, formOfHours, hoursFromForm, minutesFromTyped } from '#shared/costs/hoursForm'
import type { Hours } from '#shared/records/hours'
import { type HoursLog, hoursWorkbook } from '#shared/reporting/hoursWorkbook'
import { reportWords } from '#shared/reporting/words'
import { workbookSchema } from '#shared/reporting/workbook'

test.each([
  ['1:30', 90],
  ['0:05', 5],
  ['1.5', 90],
  ['0,25', 15],
  [' 2 ', 120],
  ['1:75', undefined],
  ['', undefined],
  ['0', undefined],
  ['-1', undefined],
  ['1h', undefined],
  ['9999', undefined],
])('%j is %j minutes', (typed, minutes) => {
  expect(minutesFromTyped(typed)).toBe(minutes)
})

test('what is shown of a time is read back as the same time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (minutes) => {
      expect(minutesFromTyped(durationText(minutes))).toBe(minutes)
    }),
  )
})

const line: Hours = {
  id: 'h',
  rev: 1,
  createdAt: 1,
  updatedAt: 1,
  schema: 2,
  origin: 'person',
  on: '2026-11-02',
  minutes: 95,
  kind: 'sample',
  channelId: 'fairs',
  note: '=1+1',
}

test('a line comes out of its form as it went in, and moving it takes the old place off', () => {
  const form = formOfHours(line)
  expect(hoursFromForm(form)).toMatchObject({
    ok: true,
    value: { minutes: 95, channelId: 'fairs', kind: 'sample' },
  })
  const moved = hoursFromForm({ ...form, place: 'touchpoint:canton' })
  expect(moved).toMatchObject({ ok: true, value: { touchpointId: 'canton', channelId: undefined } })
})

test('what can’t be read is refused with its field', () => {
  const form = formOfHours(line)
  expect(hoursFromForm({ ...form, duration: 'long' })).toEqual({
    ok: false,
    error: { code: 'hours.badDuration', params: { field: 'duration' } },
  })
  expect(hoursFromForm({ ...form, on: '' })).toMatchObject({ error: { code: 'hours.dayMissing' } })
})

const log: HoursLog = {
  lines: [
    line,
    { ...line, id: 'h2', minutes: 25, on: '2026-11-01' },
    { ...line, id: 'h3', kind: 'fair', minutes: 60 },
  ],
  nameOf: () => ({ place: 'Fairs' }),
  base: 'USD',
  hourMinor: 4_000,
  today: '2026-11-15',
}

test('the spreadsheet adds up the log by kind and prices it', () => {
  const workbook = hoursWorkbook(log, reportWords('en'))
  expect(workbookSchema.safeParse(workbook).error).toBeUndefined()
  const values = workbook.sheets[1]?.rows
    .slice(0, 3)
    .map((row) => row.map((cell) => (cell === null || typeof cell === 'string' ? cell : cell.value)))
  expect(values).toEqual([
    ['Sample', 120, 40, 80],
    ['Fair', 60, 40, 40],
    ['total', 180, 40, 120],
  ])
  expect(workbook.sheets[0]?.rows[0]?.at(-1)).toBe('=1+1')
})

test('without a price of an hour the log tells time alone and says why', () => {
  const rows = hoursWorkbook({ ...log, hourMinor: undefined }, reportWords('en')).sheets[1]?.rows
  expect(rows?.[0]?.slice(2)).toEqual([null, null])
  expect(rows?.at(-1)?.[0]).toContain('what an hour of ours costs')
})
