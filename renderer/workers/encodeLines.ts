/** A UTF-16 code unit becomes three bytes of UTF-8 at most. */
const MOST_BYTES = 3

/**
 * Lines as UTF-8, one behind another. Each is encoded into its place: joined to one large text first, which the engine keeps
 * apart and copies, a page of a backup takes three times as long.
 */
export function encodeLines(lines: readonly string[]): Uint8Array {
  const encoder = new TextEncoder()
  const bytes = new Uint8Array(MOST_BYTES * lines.reduce((sum, line) => sum + line.length, 0))
  let end = 0
  for (const line of lines) end += encoder.encodeInto(line, bytes.subarray(end)).written
  return bytes.slice(0, end)
}
