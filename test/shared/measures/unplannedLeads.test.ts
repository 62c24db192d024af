import { expect, test } from 'vitest'
import { unplannedLeads } from '#shared/measures/unplannedLeads'

const met = (customerId: string, at: number) => ({
  customerId,
  kind: 'met' as const,
  direction: 'both' as const,
  at,
})
const said = (customerId: string, at: number, direction: 'in' | 'out') => ({
  customerId,
  kind: 'message' as const,
  direction,
  at,
})

test('whoever was met and is on no plan, once each, in the order of the meetings', () => {
  expect(unplannedLeads([met('b', 2), met('a', 1), met('b', 3)], [])).toEqual(['a', 'b'])
})

test('a plan that runs or pauses is one, a plan that has ended is none', () => {
  const plans = [{ customerId: 'a' }, { customerId: 'b', pausedAt: 4 }, { customerId: 'c', endedAt: 1 }]
  expect(unplannedLeads([met('a', 1), met('b', 2), met('c', 3)], plans)).toEqual(['c'])
})

test('who was answered waits for nothing; what they wrote, a note, and a word before the meeting are no answer', () => {
  const note = { customerId: 'c', kind: 'note' as const, direction: 'out' as const, at: 5 }
  const talks = [
    met('a', 1),
    said('a', 2, 'out'),
    met('b', 1),
    said('b', 2, 'in'),
    met('c', 1),
    note,
    said('d', 0, 'out'),
    met('d', 1),
  ]
  expect(unplannedLeads(talks, [])).toEqual(['b', 'c', 'd'])
})

test('a talk without a meeting makes no lead', () => {
  expect(unplannedLeads([said('a', 1, 'in')], [])).toEqual([])
})
