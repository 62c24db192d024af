import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { HolidayLibrary } from '../../../renderer/workers/holidayLibrary'
import { HOLIDAY_DATA_VERSION } from '../../../shared/holidays/corrections'

/** Days off by the official calendars, written down from the sources that each file names, not from the library. */
const FOLDER = path.join(import.meta.dirname, '../../fixtures/holidays')
const official = z.strictObject({
  country: z.string(),
  source: z.string().min(20),
  note: z.string().optional(),
  years: z.record(z.string(), z.array(z.iso.date())),
  workdays: z.array(z.iso.date()).optional(),
})
const files = readdirSync(FOLDER).map((name) => ({
  name,
  ...official.parse(JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8'))),
}))
/** Here the fixture names all days off; elsewhere those that no decree and no sighting of the moon may change. */
const COMPLETE = ['CN', 'DE', 'IL', 'SE', 'US']
const SPAN = { fromYear: 2025, toYear: 2028 }

async function holidaysOf(country: string) {
  const answer = (await new HolidayLibrary().holidaysOf([country], SPAN)).get(country)
  if (answer === undefined) throw new Error('no answer')
  return answer
}

test.each(files)('$name stands in our calendar as its sources have it, 2025 to 2028', async (file) => {
  const found = await holidaysOf(file.country)
  const expected = Object.values(file.years).flat().sort()
  const days = found.daysOff.map(({ day }) => day)
  if (COMPLETE.includes(file.country)) expect(days).toEqual(expected)
  else expect(expected.filter((day) => !days.includes(day))).toEqual([])
  expect(Object.keys(file.years)).toEqual(['2025', '2026', '2027', '2028'])
  expect(found.workdays).toEqual(file.workdays ?? [])
  expect(found.isKnown).toBe(true)
})

test('a country without data is said to have none, and one that does not exist as well', async () => {
  for (const country of ['QA', 'KW', 'XX']) {
    expect(await holidaysOf(country)).toEqual({
      country,
      version: `${HOLIDAY_DATA_VERSION}+1`,
      ...SPAN,
      isKnown: false,
      daysOff: [],
      workdays: [],
    })
  }
})

test('the version that is told is the version that is installed', () => {
  const manifest = path.join(import.meta.dirname, '../../../node_modules/date-holidays/package.json')
  expect(JSON.parse(readFileSync(manifest, 'utf8'))).toMatchObject({ version: HOLIDAY_DATA_VERSION })
})
