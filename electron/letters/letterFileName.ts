/** Latin letters and digits; everything else becomes a blank. An allow-list: no system's forbidden sign gets through. */
const ALLOWED = /[^A-Za-z0-9]+/g
/** Names that Windows keeps for devices, whatever comes after the dot. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i
const MAX_CHARS = 60

/**
 * A file name for a letter to somebody: `Valentina Ibanez 2027-11-22.eml`. Accents are taken off; a name in another
 * script leaves nothing that every disk and zip tool can carry, and the letter is then named `Letter`.
 * @example letterFileName('陈伟', '2027-11-22') === 'Letter 2027-11-22.eml'
 */
export function letterFileName(name: string, day: string): string {
  const plain = name
    .normalize('NFKD')
    // Combining marks, which NFKD has split off: é is e and a mark.
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(ALLOWED, ' ')
    .trim()
    .slice(0, MAX_CHARS)
    .trim()
  const usable = plain === '' || DEVICE.test(plain) ? 'Letter' : plain
  return `${usable} ${day.replace(/[^0-9-]/g, '')}.eml`
}
