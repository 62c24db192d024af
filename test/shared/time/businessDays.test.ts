import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addBusinessDays,
  isBusinessDay,
  isWeekend,
  nextBusinessDay,
  weekendOf,
  workRuleOf,
} from '../../../shared/time/businessDays'
import { addDays, dayOfNumber } from '../../../shared/time/calendarDay'

describe('weekends', () => {
  test('follow the country', () => {
    // 2027-01-01 is a Friday.
    expect(
      ['IL', 'SA', 'AE', 'DE', 'IR', 'NP', undefined, '__proto__'].map((country) =>
        ['2027-01-01', '2027-01-02', '2027-01-03'].map((day) => isWeekend(day, country)),
      ),
    ).toEqual([
      [true, true, false],
      [true, true, false],
      [false, true, true],
      [false, true, true],
      [true, false, false],
      [false, true, false],
      [false, true, true],
      [false, true, true],
    ])
    expect(weekendOf('EG')).toEqual([5, 6])
  })
})

describe('business days', () => {
  const china = workRuleOf('CN')
  const israel = workRuleOf('IL')

  test('skip a weekend on either side', () => {
    expect([
      nextBusinessDay('2027-01-01', china),
      nextBusinessDay('2027-01-01', israel),
      nextBusinessDay('2027-01-01', china, israel),
      addBusinessDays('2026-12-31', 1, china),
      addBusinessDays('2026-12-31', 2, china, israel),
      addBusinessDays('2027-01-02', 0, china),
    ]).toEqual(['2027-01-01', '2027-01-03', '2027-01-04', '2027-01-01', '2027-01-05', '2027-01-04'])
  })

  test('skip holidays', () => {
    const closed = workRuleOf('CN', new Set(['2027-01-01', '2027-01-04']))
    expect(nextBusinessDay('2027-01-01', closed)).toBe('2027-01-05')
  })

  test('say so when there is none', () => {
    expect(
      nextBusinessDay('2027-01-01', { workingDays: [6] }, { workingDays: [1, 2, 3, 4, 5] }),
    ).toBeUndefined()
    expect(addBusinessDays('2027-01-01', 3, { workingDays: [] })).toBeUndefined()
  })

  test('are never earlier than asked for, and exactly as many as counted', () => {
    const countries = fc.constantFrom('CN', 'IL', 'IR', 'NP', 'BN')
    fc.assert(
      fc.property(
        countries,
        fc.integer({ min: 10_000, max: 30_000 }),
        fc.integer({ min: 1, max: 40 }),
        (country, start, count) => {
          const rule = workRuleOf(country)
          const from = dayOfNumber(start)
          const to = addBusinessDays(from, count, rule)
          expect(to).toBeDefined()
          let counted = 0
          for (let day = from; day !== to; ) {
            day = addDays(day, 1)
            if (isBusinessDay(day, rule)) counted += 1
          }
          expect(counted).toBe(count)
        },
      ),
    )
  })
})
