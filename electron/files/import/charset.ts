import { isUtf8 } from 'node:buffer'
import { detect as guess } from 'jschardet'
import { lookup } from '#shared/importing/lookup'

/** A decoded file and how its encoding was found. */
export interface Decoded {
  readonly text: string
  /** Our name: utf8, utf16le, utf16be, utf32le, utf32be, gb18030, big5, shift_jis, cp949, euc-jp, windows-1252 ... */
  readonly encoding: string
  readonly bom: boolean
  readonly why:
    | 'import.why.bom'
    | 'import.why.nulPattern'
    | 'import.why.validUtf8'
    | 'import.why.statistics'
    | 'import.why.fallback'
    | 'import.why.chosen'
    | 'import.why.declared'
  /** Bytes that mean nothing in this encoding. */
  readonly badBytes: number
}

// Our names by what detectors and people say; each is the WHATWG superset of what it names.
const NAMES: Readonly<Record<string, string>> = {
  'utf-8': 'utf8',
  utf8: 'utf8',
  ascii: 'utf8',
  'us-ascii': 'utf8',
  'utf-16le': 'utf16le',
  utf16le: 'utf16le',
  'utf-16be': 'utf16be',
  utf16be: 'utf16be',
  'utf-32le': 'utf32le',
  utf32le: 'utf32le',
  'utf-32be': 'utf32be',
  utf32be: 'utf32be',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  'hz-gb-2312': 'gb18030',
  cp936: 'gb18030',
  'x-gbk': 'gb18030',
  big5: 'big5',
  'big5-hkscs': 'big5',
  cp950: 'big5',
  'euc-tw': 'big5',
  shift_jis: 'shift_jis',
  'shift-jis': 'shift_jis',
  sjis: 'shift_jis',
  cp932: 'shift_jis',
  'windows-31j': 'shift_jis',
  'euc-jp': 'euc-jp',
  'iso-2022-jp': 'iso-2022-jp',
  'euc-kr': 'cp949',
  cp949: 'cp949',
  uhc: 'cp949',
  'ks_c_5601-1987': 'cp949',
  'iso-2022-kr': 'cp949',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-8': 'windows-1255',
  'iso-8859-8-i': 'windows-1255',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
  'windows-874': 'windows-874',
  cp874: 'windows-874',
  maccyrillic: 'x-mac-cyrillic',
  'x-mac-cyrillic': 'x-mac-cyrillic',
  ibm866: 'ibm866',
  ibm855: 'ibm866',
  'koi8-r': 'koi8-r',
  'koi8-u': 'koi8-u',
  'iso-8859-2': 'iso-8859-2',
  'iso-8859-3': 'iso-8859-3',
  'iso-8859-4': 'iso-8859-4',
  'iso-8859-5': 'iso-8859-5',
  'iso-8859-6': 'iso-8859-6',
  'iso-8859-7': 'iso-8859-7',
  'iso-8859-10': 'iso-8859-10',
  'iso-8859-13': 'iso-8859-13',
  'iso-8859-14': 'iso-8859-14',
  'iso-8859-15': 'iso-8859-15',
  'iso-8859-16': 'iso-8859-16',
  ...Object.fromEntries(
    ['1250', '1251', '1252', '1253', '1254', '1255', '1256', '1257', '1258'].flatMap((page) => [
      [`windows-${page}`, `windows-${page}`],
      [`cp${page}`, `windows-${page}`],
    ]),
  ),
}
const DECODERS: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  cp949: 'euc-kr',
}

/** Encodings to offer in the preview, likeliest for this trade first. */
export const ENCODING_CHOICES = [
  'utf8',
  'gb18030',
  'big5',
  'shift_jis',
  'cp949',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'utf16le',
  'utf16be',
] as const

/** Our name of an encoding, undefined when it is unknown. `GB2312` -> `gb18030`. */
export function encodingName(label: string): string | undefined {
  return lookup(NAMES, label.trim().toLowerCase())
}

/** How a file's text is stored, and how that was found. */
export interface FoundEncoding extends Pick<Decoded, 'encoding' | 'why'> {
  /** Bytes of the mark at its beginning, which are no text; 0 without one. */
  readonly markBytes: number
}

/** Finds the encoding: mark, NUL pattern, strict UTF-8, statistics. A chosen encoding wins. Holds no text. */
export function findEncoding(bytes: Uint8Array, chosen?: string): FoundEncoding {
  const mark = byteOrderMark(bytes)
  const markBytes = mark?.length ?? 0
  const forced = chosen === undefined ? undefined : encodingName(chosen)
  if (forced) return { encoding: forced, markBytes, why: 'import.why.chosen' }
  if (mark) return { encoding: mark.encoding, markBytes, why: 'import.why.bom' }
  const wide = nulPattern(bytes)
  if (wide) return { encoding: wide, markBytes, why: 'import.why.nulPattern' }
  if (isUtf8(bytes)) return { encoding: 'utf8', markBytes, why: 'import.why.validUtf8' }
  const guessed = guessEncoding(bytes)
  return {
    encoding: guessed ?? 'windows-1252',
    markBytes,
    why: guessed ? 'import.why.statistics' : 'import.why.fallback',
  }
}

/** Finds the encoding and decodes. */
export function decode(bytes: Uint8Array, chosen?: string): Decoded {
  const { markBytes, ...found } = findEncoding(bytes, chosen)
  const { text, badBytes } = decodeAs(bytes.subarray(markBytes), found.encoding)
  // Valid UTF-8 may hold the sign for bad bytes as a letter of its own.
  return { ...found, text, bom: markBytes > 0, badBytes: found.why === 'import.why.validUtf8' ? 0 : badBytes }
}

/** UTF-16 or UTF-32, of which ASCII signs take more than a byte. */
export function isWide(encoding: string): boolean {
  return encoding.startsWith('utf16') || encoding.startsWith('utf32')
}

/** The text of wide bytes, some at a time: joined it is what `decodeAs` gives. `chunkBytes` is a multiple of four. */
export function* decodeWide(bytes: Uint8Array, encoding: string, chunkBytes: number): Generator<string> {
  const decoder = encoding.startsWith('utf32') ? undefined : new TextDecoder(DECODERS[encoding] ?? encoding)
  for (let from = 0; from < bytes.length; from += chunkBytes) {
    const chunk = bytes.subarray(from, from + chunkBytes)
    yield decoder?.decode(chunk, { stream: true }) ?? decodeUtf32(chunk, encoding === 'utf32le')
  }
  if (decoder !== undefined) yield decoder.decode()
}

/** Decodes with one encoding of ours; bad bytes become U+FFFD and are counted. NFC, since CP1258 has combining marks. */
export function decodeAs(
  bytes: Uint8Array,
  encoding: string,
): { text: string; encoding: string; badBytes: number } {
  const raw = encoding.startsWith('utf32')
    ? decodeUtf32(bytes, encoding === 'utf32le')
    : new TextDecoder(DECODERS[encoding] ?? encoding).decode(bytes)
  const text = encoding === 'windows-1258' ? raw.normalize('NFC') : raw
  const badBytes = encoding === 'utf8' || encoding.startsWith('utf') ? countChar(text, '\ufffd') : 0
  return { text, encoding, badBytes }
}

function byteOrderMark(bytes: Uint8Array): { encoding: string; length: number } | undefined {
  const [a, b, c, d] = bytes
  if (a === 0xff && b === 0xfe && c === 0 && d === 0 && bytes.length > 4)
    return { encoding: 'utf32le', length: 4 }
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: 'utf32be', length: 4 }
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf8', length: 3 }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf16le', length: 2 }
  return a === 0xfe && b === 0xff ? { encoding: 'utf16be', length: 2 } : undefined
}

/** UTF-16 or UTF-32 without a mark: NULs stand at one position of each unit. Stray NULs in 8-bit text do not. */
function nulPattern(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, Math.min(bytes.length - (bytes.length % 4), 8192))
  if (sample.length < 4) return undefined
  const nulls = [0, 0, 0, 0]
  for (let index = 0; index < sample.length; index += 1)
    if (sample[index] === 0) nulls[index % 4] = (nulls[index % 4] ?? 0) + 1
  const quarter = sample.length / 4
  const [n0 = 0, n1 = 0, n2 = 0, n3 = 0] = nulls.map((count) => count / quarter)
  if (n3 > 0.9 && n2 > 0.9 && n1 > 0.5 && n0 < 0.1) return 'utf32le'
  if (n0 > 0.9 && n1 > 0.9 && n2 > 0.5 && n3 < 0.1) return 'utf32be'
  const even = (n0 + n2) / 2
  const odd = (n1 + n3) / 2
  // Chinese text has NULs only beside its delimiters and digits, hence the low share.
  if (odd > 0.15 && even < odd / 8) return 'utf16le'
  if (even > 0.15 && odd < even / 8) return 'utf16be'
  return ['utf-16le', 'utf-16be'].find((label) => readsAsHan(sample, label))?.replace('-', '')
}

/** Pure Chinese in UTF-16 has hardly a NUL; double-byte code pages read as UTF-16 leave this range at once. */
function readsAsHan(sample: Uint8Array, label: string): boolean {
  const text = new TextDecoder(label).decode(sample)
  const usual =
    text.match(/[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\u2010-\u2027\t\n\r\x20-\x7e]/g)?.length ?? 0
  return /[\u4e00-\u9fff]/.test(text) && /[\n\u3001\u3002\uff0c,]/.test(text) && usual >= text.length * 0.98
}

/** The text when every byte is valid UTF-8, or nearly: one broken sequence per 20 good ones is damage, not another encoding. */
function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const SAMPLE = 64 * 1024

function guessEncoding(bytes: Uint8Array): string | undefined {
  const damaged = mostlyUtf8(bytes)
  if (damaged) return 'utf8'
  const guessed = guess(Buffer.from(telling(bytes)))
  const name = guessed.encoding === null ? undefined : encodingName(guessed.encoding)
  if (name === 'utf8') return undefined
  return name !== undefined && OTHER_SCRIPTS.test(name) && isLatin(bytes) ? 'windows-1252' : name
}

const OTHER_SCRIPTS = /^(windows-125[1356]|koi8|iso-8859-[5-8]|ibm866|x-mac-cyrillic)/

/** Letters above 127 inside ASCII words ("premi\xe8re") are accents; the guess for a short text may be anything. */
function isLatin(bytes: Uint8Array): boolean {
  let high = 0
  let inWords = 0
  for (let index = 0; index < Math.min(bytes.length, SAMPLE); index += 1) {
    if ((bytes[index] ?? 0) < 0xc0) continue
    high += 1
    if (isAsciiLetter(bytes[index - 1]) || isAsciiLetter(bytes[index + 1])) inWords += 1
  }
  // One or two such bytes are too few for words of another script.
  return high > 0 && (high <= 2 || inWords / high > 0.8)
}

function isAsciiLetter(byte: number | undefined): boolean {
  return byte !== undefined && /[A-Za-z]/.test(String.fromCharCode(byte))
}

function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, SAMPLE))
  const bad = countChar(text, '\ufffd')
  const good = text.replace(/[\p{ASCII}\ufffd]/gu, '').length
  return good >= 20 * bad && bad > 0
}

/** Only lines with bytes above 127 tell encodings apart; a long file is judged by its first 64 KiB of those. */
function telling(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE) return bytes
  const picked: Uint8Array[] = []
  let size = 0
  let start = 0
  let high = false
  for (let index = 0; index < bytes.length && size < SAMPLE; index += 1) {
    const byte = bytes[index] ?? 0
    if (byte > 127) high = true
    if (byte !== 10 && index - start < 4096) continue
    if (high) {
      picked.push(bytes.subarray(start, index + 1))
      size += index + 1 - start
    }
    start = index + 1
    high = false
  }
  return picked.length > 0 ? Buffer.concat(picked) : bytes.subarray(0, SAMPLE)
}

function decodeUtf32(bytes: Uint8Array, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const parts: string[] = []
  for (let index = 0; index + 4 <= bytes.length; index += 4) {
    const code = view.getUint32(index, little)
    parts.push(code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd')
  }
  return parts.join('')
}

function countChar(text: string, char: string): number {
  let count = 0
  for (let index = text.indexOf(char); index >= 0; index = text.indexOf(char, index + 1)) count += 1
  return count
}

// Pairs that UTF-8 read as Latin-1 leaves: Ã©, â€™, Ð¸, å\x8c.
const MOJIBAKE =
  /[ÃÂ][\u0080-\u00bf]|â€|[ÐÑ][\u0080-\u00bf]|[åäæçèé][\u0080-\u00bf\u2018-\u2022\u0152-\u0178]/g
const CP1252_HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * Undoes a double encoding (UTF-8 bytes that somebody read as Latin-1 and saved as UTF-8).
 * Undefined when the text shows no sign of one or the bytes would not be valid UTF-8.
 */
export function repairMojibake(text: string): string | undefined {
  if ((text.slice(0, 200_000).match(MOJIBAKE)?.length ?? 0) < 3) return undefined
  const bytes = new Uint8Array(text.length)
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    const high = code > 255 ? CP1252_HIGH.indexOf(text[index] ?? '') : -1
    if (code > 255 && high < 0) return undefined
    bytes[index] = high >= 0 ? 0x80 + high : code
  }
  return strictUtf8(bytes)
}
