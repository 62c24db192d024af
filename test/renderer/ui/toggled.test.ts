import { expect, test } from 'vitest'
import { toggled } from '../../../renderer/ui/toggled'

test('an item goes in at the end or out, and is never in twice', () => {
  expect(toggled(['a', 'b'], 'c')).toEqual(['a', 'b', 'c'])
  expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
  expect(toggled(['a', 'b'], 'a', true)).toEqual(['b', 'a'])
  expect(toggled(['a', 'b'], 'c', false)).toEqual(['a', 'b'])
})
