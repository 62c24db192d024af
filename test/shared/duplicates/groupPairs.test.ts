import { expect, test } from 'vitest'
import type { DuplicatePair } from '#shared/duplicates/duplicatePair'
import { groupPairs } from '#shared/duplicates/groupPairs'

function pair(aId: string, bId: string): DuplicatePair {
  return { aId, bId, score: 0.9, strength: 'sure', reasons: [] }
}

test('pairs that share a page stand together, where the first of them stands', () => {
  const [ab, xy, cd, bc] = [pair('a', 'b'), pair('x', 'y'), pair('c', 'd'), pair('b', 'c')]
  expect(groupPairs([ab, xy, cd, bc])).toEqual([
    { pairs: [ab, cd, bc], pages: 4 },
    { pairs: [xy], pages: 2 },
  ])
})
