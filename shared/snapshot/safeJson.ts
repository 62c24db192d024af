/**
 * Parses JSON from a file that anybody may have written, without the keys that reach an object's prototype:
 * `__proto__` is dropped wherever it stands, `constructor` and `prototype` where they hold more than a plain value.
 * As the heading of an imported column ("constructor" is Spanish for builder) they are data and stay. Throws
 * `SyntaxError` for what is no JSON.
 */
export function parseSafeJson(text: string): unknown {
  return RISKY.test(text) ? JSON.parse(text, dropRisky) : JSON.parse(text)
}

/** A name that needs care, or an escape that could spell one; the rest takes the parser's fast way. */
const RISKY = /__proto__|constructor|prototype|\\u/

function dropRisky(key: string, value: unknown): unknown {
  if (key === '__proto__') return undefined
  const reachesFurther = typeof value === 'object' && value !== null
  return reachesFurther && (key === 'constructor' || key === 'prototype') ? undefined : value
}
