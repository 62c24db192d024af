import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isHeld, type RetentionTrace, retentionWord } from '#shared/erasing/retention'
import { addDays, addMonths } from '#shared/time/calendarDay'

const TODAY = '2026-11-29'
const page = { begunOn: '2020-01-01' }

function word(trace: Partial<RetentionTrace>, of: Parameters<typeof retentionWord>[1] = page, months = 36) {
  return retentionWord({ last: {}, isAwaited: false, ...trace }, of, TODAY, months)
}

test.each([
  ['the last day of the term is within it', { talk: '2023-11-29' }, undefined],
  ['the day after it is due', { talk: '2023-11-28' }, { kind: 'talk', on: '2023-11-28' }],
  [
    'a later order stands for the earlier talk',
    { talk: '2019-02-01', order: '2022-05-03' },
    { kind: 'order', on: '2022-05-03' },
  ],
  ['a quote of last year holds', { talk: '2019-02-01', quote: '2025-11-01' }, undefined],
  [
    'of one day the talk is named',
    { payment: '2021-03-04', talk: '2021-03-04' },
    { kind: 'talk', on: '2021-03-04' },
  ],
])('%s', (_title, last, expected) => {
  expect(word({ last })?.last).toEqual(expected)
})

test('a page on which nothing ever happened counts from its beginning', () => {
  expect(word({})).toEqual({ state: 'due', last: { kind: 'begun', on: '2020-01-01' } })
  expect(word({}, { begunOn: '2026-01-01' })).toBeUndefined()
})

test('a page that was taken in lately counts from what it says, not from that day', () => {
  expect(word({ last: { order: '2016-05-01' } }, { begunOn: '2026-11-01' })).toEqual({
    state: 'due',
    last: { kind: 'order', on: '2016-05-01' },
  })
})

test('whoever is awaited is not looked at, however long ago they wrote', () => {
  expect(word({ last: { talk: '2010-01-01' }, isAwaited: true })).toBeUndefined()
})

test('who is kept is kept through the last day, and looked at again after it', () => {
  const last = { talk: '2020-06-01' }
  const sign = { kind: 'talk', on: '2020-06-01' }
  expect(word({ last }, { ...page, keptUntil: TODAY })).toEqual({ state: 'kept', last: sign, until: TODAY })
  expect(word({ last }, { ...page, keptUntil: '2026-11-28' })).toEqual({ state: 'due', last: sign })
})

test('what an erasure left is nobody to look at', () => {
  expect(word({ last: { talk: '2020-06-01' } }, { ...page, isShell: true })).toBeUndefined()
})

test('a shorter term looks at more', () => {
  expect(word({ last: { talk: '2025-10-01' } }, page, 12)?.state).toBe('due')
  expect(word({ last: { talk: '2025-10-01' } }, page, 36)).toBeUndefined()
})

test('what holds holds whatever the page says, and what is due stays due as days pass', () => {
  const day = fc.integer({ min: -6000, max: 30 }).map((days) => addDays(TODAY, days))
  const trace = fc.record({
    last: fc.record({ talk: day, order: day, quote: day }, { requiredKeys: [] }),
    isAwaited: fc.boolean(),
  })
  fc.assert(
    fc.property(trace, day, fc.integer({ min: 1, max: 120 }), (drawn, begunOn, months) => {
      const now = retentionWord(drawn, { begunOn }, TODAY, months)
      if (isHeld(drawn, TODAY, months)) expect(now).toBeUndefined()
      const later = retentionWord(drawn, { begunOn }, addMonths(TODAY, 1), months)
      if (now !== undefined) expect(later).toEqual(now)
    }),
  )
})
