const ACCENTED: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
  n: 'ñ',
  c: 'ç',
}

/** About what German or Vietnamese need beyond English. */
const LENGTHENING = 0.3

/**
 * A message with accents and extra length around its literal text; arguments, tags and plural keywords stay as
 * they are, so that the result formats like the original.
 */
export function pseudoMessage(message: string): string {
  let depth = 0
  let letters = 0
  let out = ''
  for (const char of message) {
    if (char === '{') depth += 1
    if (depth === 0) {
      out += ACCENTED[char] ?? char
      letters += 1
    } else out += char
    if (char === '}') depth -= 1
  }
  return `${out}${'·'.repeat(Math.ceil(letters * LENGTHENING))}`
}
