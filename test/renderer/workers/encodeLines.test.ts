import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeLines } from '../../../renderer/workers/encodeLines'

test('lines become the same bytes as their one text', () => {
  expect([...encodeLines(['a\n', '', '碗\n'])]).toEqual([97, 10, 0xe7, 0xa2, 0x97, 10])
  expect(encodeLines([])).toEqual(new Uint8Array())
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
      const lines = texts.map((text) => `${text}\n`)
      expect(encodeLines(lines)).toEqual(new TextEncoder().encode(lines.join('')))
    }),
  )
})
