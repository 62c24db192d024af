/** Numbers below 2^30 lie in a table themselves; a larger one, or a text, is an object beside it. */
const BITS = 30
const MASK = 2 ** BITS - 1

/**
 * A text as a number from 0 to 2^30 - 1: FNV-1a over its UTF-16 code units, its upper bits folded into the lower ones
 * (http://www.isthe.com/chongo/tech/comp/fnv/). Equal texts have one number, and so do two different ones in a thousand
 * million: whoever finds something by it has to look whether it is what was meant.
 */
export function keyNumber(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return ((hash >>> BITS) ^ hash) & MASK
}
