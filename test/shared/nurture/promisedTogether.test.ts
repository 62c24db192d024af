import { expect, test } from 'vitest'
import { promisedTogether } from '#shared/nurture/letters/promisedTogether'
import type { PromiseRecord } from '#shared/records/promise'

function promise(text: string, dueOn: string, more: Partial<PromiseRecord> = {}): PromiseRecord {
  return {
    id: text,
    schema: 1,
    rev: 1,
    createdAt: 0,
    updatedAt: 0,
    origin: 'person',
    customerId: 'c',
    by: 'us',
    text,
    dueOn,
    ...more,
  }
}
const PRICES = promise('price list', '2026-12-01')

const THANKED = { personId: 'anna', today: '2026-11-30', language: 'en' }

test('two promises stand in one sentence, with the day by which both are kept', () => {
  const all = [promise('a sample', '2026-12-08'), PRICES]
  expect(promisedTogether(PRICES, all, THANKED)).toEqual({
    text: 'price list and a sample',
    dueOn: '2026-12-08',
  })
  expect(promisedTogether(PRICES, all, { ...THANKED, language: 'zh-Hans' })?.text).toBe(
    'price list和a sample',
  )
})

test('what is theirs, kept or late is not promised again, and the same words are said once', () => {
  const all = [
    PRICES,
    promise('drawings', '2026-12-03', { by: 'them' }),
    promise('photos', '2026-12-02', { doneAt: 5 }),
    promise('test report', '2026-11-29'),
    promise('price list', '2026-11-30', { id: 'again' }),
  ]
  expect(promisedTogether(PRICES, all, THANKED)).toEqual({ text: 'price list', dueOn: '2026-12-01' })
})

test('nobody is promised what was promised to a colleague, and without a promise of the plan the others still count', () => {
  const all = [
    promise('lids', '2026-12-04', { personId: 'bob' }),
    promise('bowls', '2026-12-05', { personId: 'anna' }),
  ]
  expect(promisedTogether(undefined, all, THANKED)).toEqual({ text: 'bowls', dueOn: '2026-12-05' })
  expect(promisedTogether(undefined, all.slice(0, 1), THANKED)).toBeUndefined()
})
