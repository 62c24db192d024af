/*
 * The recovery code: 160 random bits, written as eight groups of four signs and one that checks the group. The alphabet
 * is Crockford's: no I, L, O or U, so that nothing on a printed sheet is taken for something else. The sign that checks
 * is a number modulo 31, in which each place counts differently: one sign wrong, or two neighbours swapped, is seen in
 * its own group.
 */

/** Bytes of the secret behind a code. */
export const RECOVERY_BYTES = 20
/** Groups of a code as it is written. */
export const RECOVERY_GROUPS = 8
const GROUP_SIGNS = 4
const SIGN_BITS = 5
const CHECK_MODULUS = 31
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** What hands write for signs that are none of the alphabet's. */
const READ_AS: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' }

/** The code of a secret of `RECOVERY_BYTES`, for instance "4T0KW-…": groups with hyphens between them. */
export function recoveryCodeOf(secret: Uint8Array): string {
  const signs = signsOf(secret)
  const groups: string[] = []
  for (let from = 0; from < signs.length; from += GROUP_SIGNS) {
    const group = signs.slice(from, from + GROUP_SIGNS)
    groups.push([...group, checkOf(group)].map((sign) => ALPHABET[sign]).join(''))
  }
  return groups.join('-')
}

/** The groups of a code whose sign of checking is wrong, counted from 1; all signs are read as a hand may write them. */
export function wrongGroups(code: string): readonly number[] {
  const groups = groupsOf(code)
  if (groups === undefined) return []
  return groups.flatMap((group, index) => (isSound(group) ? [] : [index + 1]))
}

/** The secret behind a code, or undefined where it is none: too short, too long, or with a group that is wrong. */
export function secretOfCode(code: string): Uint8Array | undefined {
  const groups = groupsOf(code)
  if (groups === undefined || !groups.every(isSound)) return undefined
  const bytes = new Uint8Array(RECOVERY_BYTES)
  let bits = 0
  let held = 0
  let at = 0
  for (const sign of groups.flatMap((group) => group.slice(0, GROUP_SIGNS))) {
    held = (held << SIGN_BITS) | sign
    bits += SIGN_BITS
    if (bits < 8) continue
    bits -= 8
    bytes[at] = held >> bits
    held &= (1 << bits) - 1
    at += 1
  }
  return bytes
}

/** Whether a text is as long as a code: then it was meant as one. */
export function looksLikeCode(text: string): boolean {
  return groupsOf(text) !== undefined
}

function groupsOf(code: string): number[][] | undefined {
  const plain = [
    ...code
      .normalize('NFKC')
      .toUpperCase()
      .replaceAll(/[\s\-–—]/g, ''),
  ]
  if (plain.length !== RECOVERY_GROUPS * (GROUP_SIGNS + 1)) return undefined
  const signs = plain.map((sign) => ALPHABET.indexOf(READ_AS[sign] ?? sign))
  if (signs.includes(-1)) return undefined
  return Array.from({ length: RECOVERY_GROUPS }, (_, index) =>
    signs.slice(index * (GROUP_SIGNS + 1), (index + 1) * (GROUP_SIGNS + 1)),
  )
}

function isSound(group: readonly number[]): boolean {
  return checkOf(group.slice(0, GROUP_SIGNS)) === group[GROUP_SIGNS]
}

function checkOf(group: readonly number[]): number {
  return group.reduce((sum, sign, place) => (sum + sign * (place + 1)) % CHECK_MODULUS, 0)
}

function signsOf(secret: Uint8Array): number[] {
  const signs: number[] = []
  let bits = 0
  let held = 0
  for (const byte of secret) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= SIGN_BITS) {
      bits -= SIGN_BITS
      signs.push((held >> bits) & 31)
    }
    held &= (1 << bits) - 1
  }
  return signs
}
