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

test('two promises stand in one sentence, with the day by which both are kept', () => {
  const all = [promise('a sample', '2026-12-08'), PRICES]
  expect(promisedTogether(PRICES, all, '2026-11-30', 'en')).toEqual({
    text: 'price list and a sample',
    dueOn: '2026-12-08',
  })
  expect(promisedTogether(PRICES, all, '2026-11-30', 'zh-Hans').text).toBe('price list和a sample')
})

test('what is theirs, kept or late is not promised again, and the same words are said once', () => {
  const all = [
    PRICES,
    promise('drawings', '2026-12-03', { by: 'them' }),
    promise('photos', '2026-12-02', { doneAt: 5 }),
    promise('test report', '2026-11-29'),
    promise('price list', '2026-11-30', { id: 'again' }),
  ]
  expect(promisedTogether(PRICES, all, '2026-11-30', 'en')).toEqual({
    text: 'price list',
    dueOn: '2026-12-01',
  })
})
