import { expect, test } from 'vitest'
import { groupedBy } from '#shared/grouping/groupedBy'

test('groups and what is in them keep their order, and what has no key is in none', () => {
  const groups = groupedBy([5, 1, 4, 7, 2, 3], (number) => {
    if (number === 7) return undefined
    return number % 2 === 0 ? 'even' : 'odd'
  })
  expect([...groups]).toEqual([
    ['odd', [5, 1, 3]],
    ['even', [4, 2]],
  ])
})
