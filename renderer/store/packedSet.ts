import type { Change, ChangeSet } from '#shared/changes/changeSet'
import { jsonPieces } from './jsonPieces'

/**
 * Some changes of a change-set as bytes: the UTF-8 of their JSON with a comma between. Threads and processes hand bytes
 * on, where objects would be taken apart and copied each time.
 */
export interface PackedChanges {
  readonly count: number
  readonly bytes: Uint8Array
}

const PIECE = { items: 100, chars: 256 * 1024 }

/** Changes in pieces small enough to be put together to entries of about the same size. */
export function packChanges(changes: readonly Change[]): PackedChanges[] {
  const encoder = new TextEncoder()
  return Array.from(jsonPieces(changes, PIECE), (lines) => ({
    count: lines.length,
    bytes: encoder.encode(lines.join(',')),
  }))
}

/** A change-set as the UTF-8 of its JSON, of what `packChanges` gave. */
export function packSet(head: Omit<ChangeSet, 'changes'>, pieces: readonly PackedChanges[]): Uint8Array {
  const encoder = new TextEncoder()
  const comma = encoder.encode(',')
  const start = encoder.encode(`${JSON.stringify(head).slice(0, -1)},"changes":[`)
  const middle = pieces.flatMap(({ bytes }, at) => (at === 0 ? [bytes] : [comma, bytes]))
  return joined([start, ...middle, encoder.encode(']}')])
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
