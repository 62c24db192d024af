import { bytesCodec } from '../structuredValues'

/**
 * From this length on a message travels as base64: DevTools wraps every message into JSON text, whose escapes for quotes
 * and for everything beyond ASCII would make a long one several times longer and slower.
 */
const LONG_CHARACTERS = 16_384

/**
 * Writes a message as text: a head that says what it is, then a body (text of encodeValue, or nothing). The lines below
 * the body's first are bytes in base64 already and stay as they are.
 */
export function pack(head: object, body: string): string {
  const [first, bytes] = parted(body)
  const text = `${JSON.stringify(head)}\n${first}`
  if (text.length < LONG_CHARACTERS) return `=${text}${bytes}`
  return `#${bytesCodec().encode(new TextEncoder().encode(text))}${bytes}`
}

/** Reads what `pack` wrote in the other process. */
export function unpack<Head>(packed: string): { head: Head; body: string } {
  const rest = packed.slice(1)
  const text = packed.startsWith('=') ? rest : unfolded(rest)
  const end = text.indexOf('\n')
  return { head: JSON.parse(text.slice(0, end)) as Head, body: text.slice(end + 1) }
}

function unfolded(rest: string): string {
  const [folded, bytes] = parted(rest)
  return `${new TextDecoder().decode(bytesCodec().decode(folded))}${bytes}`
}

/** The first line, and all below it with the line end before it. */
function parted(text: string): [first: string, below: string] {
  const end = text.indexOf('\n')
  return end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end)]
}
