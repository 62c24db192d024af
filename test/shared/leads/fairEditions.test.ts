import { expect, test } from 'vitest'
import { earlierEditions, nearFair } from '#shared/leads/fairEditions'
import type { Touchpoint } from '#shared/records/touchpoint'
import { testId } from '../changes/memoryNotebook'

function fair(number: number, startsOn: string | undefined, more: Partial<Touchpoint> = {}): Touchpoint {
  return {
    id: testId(number),
    schema: 1,
    rev: 1,
    createdAt: 0,
    updatedAt: 0,
    origin: 'person',
    kind: 'fair',
    name: `Fair ${number}`,
    ...(startsOn === undefined ? {} : { startsOn, endsOn: startsOn }),
    ...more,
  }
}

const ids = (fairs: readonly Touchpoint[]) => fairs.map(({ id }) => id)

test.each([
  ['on', fair(1, '2026-11-20', { endsOn: '2026-11-25' }), true],
  ['over since yesterday', fair(1, '2026-11-20', { endsOn: '2026-11-23' }), false],
  ['the last day that is near', fair(1, '2027-01-08'), true],
  ['one day further', fair(1, '2027-01-09'), false],
  ['without days', fair(1, undefined), false],
])('a fair is near: %s', (_, one, expected) => {
  expect(nearFair([one], '2026-11-24') !== undefined).toBe(expected)
})

test('of several near ones the one that begins first', () => {
  const fairs = [fair(1, '2026-12-10'), fair(2, '2026-12-01'), fair(3, '2026-11-01')]
  expect(nearFair(fairs, '2026-11-24')?.id).toBe(testId(2))
})

test('editions share a series, whatever its capitals, and begin before it', () => {
  const next = fair(9, '2026-12-01', { series: 'Tavola', channelId: testId(50) })
  const fairs = [
    next,
    fair(1, '2024-12-01', { series: 'TAVOLA ' }),
    fair(2, '2025-12-01', { series: 'Tavola' }),
    fair(3, '2027-12-01', { series: 'Tavola' }),
    fair(4, '2025-10-01', { series: 'Casa', channelId: testId(50) }),
    fair(5, undefined, { series: 'Tavola' }),
  ]
  expect(ids(earlierEditions(next, fairs))).toEqual([testId(2), testId(1)])
})

test('without a series the channel tells; without either there are none', () => {
  const others = [fair(1, '2025-12-01', { channelId: testId(50) }), fair(2, '2025-11-01')]
  expect(ids(earlierEditions(fair(9, '2026-12-01', { channelId: testId(50) }), others))).toEqual([testId(1)])
  expect(earlierEditions(fair(9, '2026-12-01'), others)).toEqual([])
})
