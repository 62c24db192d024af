import { expect, test } from 'vitest'
import { decodeValue, encodeValue } from '../../build/stand-in/structuredValues'
import { pack, unpack } from '../../build/stand-in/worlds/packing'

const HEAD = { kind: 'reply', id: 7 }

/** Bytes of every value, so that none of them may be taken for a line end. */
function bytes(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, at) => at % 256)
}

test.each([
  ['no bytes', { words: 'ün\n二' }],
  ['an empty buffer', { page: new Uint8Array(0), next: null }],
  ['several buffers', [bytes(3), { of: bytes(300).buffer }, new Float64Array([1.5, -0])]],
  ['long words beside bytes', { words: '二\n"'.repeat(20_000), page: bytes(40_000) }],
  ['bytes longer than a long message', { page: bytes(100_000), count: 1 }],
])('a message with %s comes out as it went in', (_name, value) => {
  const { head, body } = unpack(pack(HEAD, encodeValue(value)))
  expect(head).toEqual(HEAD)
  expect(decodeValue(body)).toEqual(value)
})

test('one buffer named twice is one buffer again', () => {
  const page = bytes(5)
  const [one, two] = decodeValue(encodeValue([page, page])) as [Uint8Array, Uint8Array]
  expect(one).toEqual(page)
  expect(two).toBe(one)
})
