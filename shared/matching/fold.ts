/** Letters that Unicode does not decompose, and what a person without that key types instead. */
const PLAIN: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ς: 'σ',
  // Arabic and Persian keyboards write the same words with different letters.
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
}

/** First code point (the zero) of each block of ten decimal digits that people write numbers with. */
const ZEROS = [
  0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50, 0x0ed0,
  0x0f20, 0x1040, 0x17e0,
]

// biome-ignore lint/suspicious/noControlCharactersInRegex: the point is to recognise plain ASCII
const ASCII = /^[\x00-\x7f]*$/
/**
 * Marks that can be left out without making another word: accents of Latin, Greek and Cyrillic, Hebrew
 * points, Arabic vowel signs and tatweel, invisible joiners. Vowel signs of Thai or Hindi are letters in
 * all but name, and the kana voicing marks (U+3099, U+309A) make another syllable: both stay.
 */
const DROPPED =
  /(?![\u3099\u309a])\p{Script=Inherited}|[\u0591-\u05c7\u0640\u00ad\u200b-\u200f\u2060\ufeff]/gu
const SPECIAL = /[đðþßæœøłħıŋςىیکة]/gu
const FOREIGN_DIGIT = /(?![0-9])\p{Nd}/gu

/**
 * The form in which texts of any script are compared: lower case, full-width made plain, accents dropped
 * (`Đồ Gỗ` -> `do go`, `Åkerlund` -> `akerlund`, `ß` -> `ss`), every decimal digit as 0-9.
 * Punctuation and spaces stay. Folding twice changes nothing.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(DROPPED, '')
    .replace(SPECIAL, (letter) => PLAIN[letter] ?? letter)
    .replace(FOREIGN_DIGIT, asciiDigit)
    .normalize('NFC')
}

/** A decimal digit of any script as 0-9; anything else comes back unchanged. */
export function asciiDigit(char: string): string {
  const code = char.codePointAt(0) ?? 0
  for (const zero of ZEROS) {
    if (code >= zero && code < zero + 10) return String(code - zero)
  }
  return char
}

/** Whether a character belongs to a script that is written without spaces between words (Han, kana). */
export function isCjkCode(code: number): boolean {
  return (
    (code >= 0x3041 && code <= 0x30ff) ||
    (code >= 0x31f0 && code <= 0x31ff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    code === 0x3005 ||
    code === 0x3007 ||
    (code >= 0x20000 && code <= 0x3ffff)
  )
}

/** Whether a text contains a Han or kana character. */
export function hasCjk(text: string): boolean {
  for (const char of text) {
    if (isCjkCode(char.codePointAt(0) ?? 0)) return true
  }
  return false
}
