import fc from 'fast-check'
import { expect, test } from 'vitest'
import { periodName, REVIEW_UNITS, reviewPeriods } from '#shared/reporting/review/reviewPeriod'
import { REVIEW_KINDS } from '#shared/reporting/review/reviewRequest'
import { choiceOfSaved, newChoice, savedOptions } from '#shared/reporting/review/savedReview'
import { addDays, compareDays, dayOfNumber } from '#shared/time/calendarDay'

test('the last whole month is compared with the one before it', () => {
  expect(reviewPeriods('month', 1, '2026-03-31')).toEqual({
    period: { from: '2026-02-01', to: '2026-02-28' },
    before: { from: '2026-01-01', to: '2026-01-31' },
    isRunning: false,
  })
})

test('a month that runs is compared with as much of the month before', () => {
  expect(reviewPeriods('month', 0, '2026-03-31')).toEqual({
    period: { from: '2026-03-01', to: '2026-03-31' },
    before: { from: '2026-02-01', to: '2026-02-28' },
    isRunning: false,
  })
  expect(reviewPeriods('quarter', 0, '2026-05-10')).toEqual({
    period: { from: '2026-04-01', to: '2026-05-10' },
    before: { from: '2026-01-01', to: '2026-02-10' },
    isRunning: true,
  })
  expect(periodName('quarter', '2026-04-01')).toBe('2026 Q2')
})

test('periods follow on one another without a gap, whatever the day', () => {
  const day = fc.integer({ min: 18_000, max: 30_000 }).map(dayOfNumber)
  fc.assert(
    fc.property(
      day,
      fc.constantFrom(...REVIEW_UNITS),
      fc.integer({ min: 1, max: 36 }),
      (today, unit, back) => {
        const { period, before, isRunning } = reviewPeriods(unit, back, today)
        expect(isRunning).toBe(false)
        expect(addDays(before.to, 1)).toBe(period.from)
        expect(compareDays(period.to, today)).toBeLessThan(0)
        expect(reviewPeriods(unit, back + 1, today).period).toEqual(before)
      },
    ),
  )
})

test('a choice that is kept comes back as it was; what this version does not know does not', () => {
  for (const kind of REVIEW_KINDS) {
    const choice = { ...newChoice(kind), scopeId: 'x', currency: 'CNY' }
    expect(choiceOfSaved({ kind, options: savedOptions(choice) })).toEqual(choice)
  }
  const options = savedOptions(newChoice('asset'))
  expect(choiceOfSaved({ kind: 'forecast', options })).toBeUndefined()
  expect(choiceOfSaved({ kind: 'asset', options: { ...options, unit: 'decade' } })).toBeUndefined()
  expect(choiceOfSaved({ kind: 'asset', options: { ...options, currency: 'dollars' } })).toBeUndefined()
  expect(choiceOfSaved({ kind: 'asset', options: { ...options, scopeKind: 'channel' } })).toBeUndefined()
})
