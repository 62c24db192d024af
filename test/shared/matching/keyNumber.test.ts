import { expect, test } from 'vitest'
import { keyNumber } from '#shared/matching/keyNumber'

test('a text is its published FNV-1a sum, the two upper bits folded into the lower ones', () => {
  const published = { '': 0x811c9dc5, a: 0xe40c292c, foobar: 0xbf9cf968 }
  for (const [text, sum] of Object.entries(published))
    expect(keyNumber(text)).toBe((sum % 2 ** 30) ^ Math.floor(sum / 2 ** 30))
})
