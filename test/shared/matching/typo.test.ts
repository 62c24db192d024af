import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isTypo, typoKeys } from '#shared/matching/typo'

test.each([
  ['nordlund', 'nordlumd', true],
  ['nordlund', 'nordlundt', true],
  ['nordlund', 'ordlund', true],
  ['nordlund', 'nordlund', false],
  ['nordlund', 'nodrlund', false],
  ['alfa', 'alva', false],
  ['building6', 'building8', false],
])('%s and %s: one mistake %s', (a, b, expected) => {
  expect(isTypo(a, b)).toBe(expected)
})

test('two texts one mistake apart share a key', () => {
  const text = fc.stringMatching(/^[a-d]{6,14}$/)
  const mistake = fc.record({
    at: fc.nat(14),
    kind: fc.constantFrom('add', 'drop', 'change'),
    letter: fc.constantFrom('a', 'b', 'x'),
  })
  fc.assert(
    fc.property(text, mistake, (original, { at, kind, letter }) => {
      const place = at % original.length
      const other =
        original.slice(0, place) +
        (kind === 'drop' ? '' : letter) +
        original.slice(kind === 'add' ? place : place + 1)
      fc.pre(isTypo(original, other))
      const keys = typoKeys(original)
      expect(typoKeys(other).some((key) => keys.includes(key))).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
