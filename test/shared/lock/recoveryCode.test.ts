import fc from 'fast-check'
import { expect, test } from 'vitest'
import { looksLikeCode, recoveryCodeOf, secretOfCode, wrongGroups } from '#shared/lock/recoveryCode'

const secrets = fc.uint8Array({ minLength: 20, maxLength: 20 })

test('the code of zeros and of ones, by hand', () => {
  expect(recoveryCodeOf(new Uint8Array(20))).toBe(Array(8).fill('00000').join('-'))
  // 31 is nothing modulo 31.
  expect(recoveryCodeOf(new Uint8Array(20).fill(255))).toBe(Array(8).fill('ZZZZ0').join('-'))
})

test('every secret comes back, however its code is typed', () => {
  fc.assert(
    fc.property(secrets, (secret) => {
      const code = recoveryCodeOf(secret)
      expect(secretOfCode(code)).toEqual(secret)
      expect(wrongGroups(code)).toEqual([])
      expect(secretOfCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toEqual(secret)
      expect(secretOfCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toEqual(secret)
    }),
  )
})

test('one wrong sign, and two neighbours swapped, are seen in their own group', () => {
  fc.assert(
    fc.property(secrets, fc.nat(31), fc.nat(31), (secret, place, shift) => {
      const code = recoveryCodeOf(secret)
      const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
      const at = Math.floor(place / 4) * 6 + (place % 4)
      const sign = alphabet.indexOf(code[at] ?? '')
      const other = (sign + 1 + (shift % 31)) % 32
      // 0 and Z are the same number modulo 31: the one slip that a group can't see.
      if (Math.abs(sign - other) !== 31) {
        const wrong = code.slice(0, at) + alphabet[other] + code.slice(at + 1)
        expect(wrongGroups(wrong)).toEqual([Math.floor(place / 4) + 1])
        expect(secretOfCode(wrong)).toBeUndefined()
      }
    }),
  )
})

test('what is no code is none', () => {
  for (const text of [
    '',
    'four words nobody guesses',
    '00000-00000',
    `${Array(8).fill('00000').join('-')}0`,
    'U'.repeat(40),
  ]) {
    expect(looksLikeCode(text)).toBe(false)
    expect(secretOfCode(text)).toBeUndefined()
  }
})
