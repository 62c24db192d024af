import { normaliseHeader } from './aliases'
import type { ImportRecord } from './importRecord'

/**
 * 106-bit hash of a text as 26 hex digits (two cyrb53 rounds with different seeds). Not for security:
 * it tells rows and headers apart, in pure code that has no crypto.
 */
function textHash(text: string): string {
  return cyrb53(text, 0x0c4a) + cyrb53(text, 0x7e11)
}

/** Same set of columns, same fingerprint, whatever their order, case or width. */
export function headerFingerprint(headers: readonly string[]): string {
  return textHash(JSON.stringify(headers.map(normaliseHeader).sort()))
}

/**
 * Identity of what a row says, independent of where it stands: the same row imported again hashes alike.
 * `source` separates rows of different formats.
 */
export function rowHash(source: string, record: ImportRecord): string {
  const { row: _row, ...content } = record
  return textHash(`${source}\n${canonical(content)}`)
}

/** Identity of a part of a row, for what must not be added twice although the rest of the row has changed. */
export function contentHash(content: unknown): string {
  return textHash(canonical(content))
}

/** JSON with sorted keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`
}

// cyrb53 by bryc (public domain): https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js
function cyrb53(text: string, seed: number): string {
  let a = 0xdeadbeef ^ seed
  let b = 0x41c6ce57 ^ seed
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(16).padStart(13, '0')
}
