import { bytesCodec } from '../structuredValues'

/**
 * From this length on a message travels as base64: DevTools wraps every message into JSON text, whose escapes for quotes
 * and for everything beyond ASCII would make a long one several times longer and slower.
 */
const LONG_CHARACTERS = 16_384

/** Writes a message as one line: a head that says what it is, then a body (text of encodeValue, or nothing). */
export function pack(head: object, body: string): string {
  const text = `${JSON.stringify(head)}\n${body}`
  if (text.length < LONG_CHARACTERS) return `=${text}`
  return `#${bytesCodec().encode(new TextEncoder().encode(text))}`
}

/** Reads what `pack` wrote in the other process. */
export function unpack<Head>(packed: string): { head: Head; body: string } {
  const rest = packed.slice(1)
  const text = packed.startsWith('=') ? rest : new TextDecoder().decode(bytesCodec().decode(rest))
  const end = text.indexOf('\n')
  return { head: JSON.parse(text.slice(0, end)) as Head, body: text.slice(end + 1) }
}
