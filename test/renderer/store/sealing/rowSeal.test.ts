import { createDecipheriv } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRowSeal, SealedRowError } from '../../../../renderer/store/sealing/rowSeal'

const KEY = Uint8Array.from({ length: 32 }, (_, index) => index)

/** What OpenSSL makes of a sealed body. */
function openedByOpenSsl(key: Uint8Array, sealed: Uint8Array, boundTo: string): string {
  const decipher = createDecipheriv('chacha20-poly1305', key, sealed.subarray(0, 12), { authTagLength: 16 })
  const body = sealed.subarray(12, sealed.length - 16)
  decipher.setAAD(Buffer.from(boundTo), { plaintextLength: body.length })
  decipher.setAuthTag(sealed.subarray(sealed.length - 16))
  return Buffer.concat([decipher.update(body), decipher.final()]).toString()
}

test('whatever is sealed opens by itself and by OpenSSL, byte for byte', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.jsonValue(),
      fc.string(),
      (key, value, boundTo) => {
        const seal = createRowSeal(key)
        const sealed = seal.seal(value, boundTo)
        expect(JSON.stringify(seal.open(sealed, boundTo))).toBe(JSON.stringify(value))
        expect(openedByOpenSsl(key, sealed, boundTo)).toBe(JSON.stringify(value))
      },
    ),
    { numRuns: 500 },
  )
})

test('long texts are sealed as OpenSSL seals them', () => {
  for (const length of [15, 16, 63, 64, 65, 1_000, 70_001]) {
    const value = 'ø'.repeat(length)
    const sealed = createRowSeal(KEY).seal(value, 'customers')
    expect(openedByOpenSsl(KEY, sealed, 'customers')).toBe(JSON.stringify(value))
  }
})

test('one bit changed anywhere, another row, another key: nothing opens', () => {
  const seal = createRowSeal(KEY)
  const sealed = seal.seal({ name: 'Casa Ferraris' }, 'customers/1')
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Uint8Array.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(() => seal.open(changed, 'customers/1')).toThrow(SealedRowError)
  }
  expect(() => seal.open(sealed, 'customers/2')).toThrow(SealedRowError)
  expect(() => createRowSeal(KEY.map((byte) => byte ^ 1)).open(sealed, 'customers/1')).toThrow(SealedRowError)
  expect(() => seal.open(sealed.subarray(0, 20), 'customers/1')).toThrow(SealedRowError)
})
