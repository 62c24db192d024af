import type { LetterFile } from '#shared/ipc/letters'

/** Everything but letters with their marks and digits of any script: no system's forbidden sign gets through. */
const SEPARATORS = /[^\p{L}\p{M}\p{N}]+/gu
const MAX_LETTERS = 60
/** Common file systems allow 255 bytes for day, number, ending and a temporary suffix as well. */
const MAX_BYTES = 150

/**
 * What a letter's file is called, without its ending: `Valentina Ibáñez 2027-11-22`. Named after the first of the
 * letter's names that has a letter or digit in any script, else after the part of the address before the `@`, else
 * `Letter`.
 * @example letterFileName({ about: ['陈伟'], to: { name: '陈伟', address: 'wei@chen.example' }, on: '2027-11-22' })
 * // '陈伟 2027-11-22'
 */
export function letterFileName({ about, to, on }: Pick<LetterFile, 'about' | 'to' | 'on'>): string {
  const mailbox = to.address.split('@', 1)[0] ?? ''
  const [name = 'Letter'] = [...about, mailbox].map(plainName).filter((plain) => plain !== '')
  return `${name} ${on.replace(/[^0-9-]/g, '')}`
}

/** Cut between letters, never within one. */
function plainName(name: string): string {
  const letters = [...name.normalize('NFC').replace(SEPARATORS, ' ').trim()].slice(0, MAX_LETTERS)
  while (Buffer.byteLength(letters.join('')) > MAX_BYTES) letters.pop()
  const plain = letters.join('').trim()
  // Marks alone are no name.
  return /[\p{L}\p{N}]/u.test(plain) ? plain : ''
}
