import { expect, test } from 'vitest'
import { loadPinyin } from '../../../renderer/workers/pinyinSpelling'

test.each([
  ['王思远', 'person', ['wang', 'si', 'yuan']],
  ['曾国藩', 'person', ['zeng', 'guo', 'fan']],
  ['吕布', 'person', ['lu', 'bu']],
  ['重庆小面', 'company', ['chong', 'qing', 'xiao', 'mian']],
  ['Nordlund', 'company', undefined],
  ['がま', 'person', undefined],
] as const)('%s (%s) sounds %s', async (text, kind, expected) => {
  const spell = await loadPinyin()
  expect(spell(text, kind)).toEqual(expected)
})
