import type { Change, ChangeSet } from '#shared/changes/changeSet'

/**
 * Some changes of a change-set as bytes: the UTF-8 of their JSON with a comma between. Threads and processes hand bytes
 * on, where objects would be taken apart and copied each time.
 */
export interface PackedChanges {
  readonly count: number
  readonly bytes: Uint8Array
}

/** What one piece holds at most; a change that is longer goes alone. */
const PIECE_CHANGES = 100
const PIECE_CHARS = 256 * 1024

/** Changes in pieces small enough to be put together to entries of about the same size. */
export function packChanges(changes: readonly Change[]): PackedChanges[] {
  const pieces: PackedChanges[] = []
  let parts: string[] = []
  let chars = 0
  const close = () => {
    pieces.push({ count: parts.length, bytes: new TextEncoder().encode(parts.join(',')) })
    parts = []
    chars = 0
  }
  for (const change of changes) {
    const part = JSON.stringify(change)
    parts.push(part)
    chars += part.length
    if (parts.length === PIECE_CHANGES || chars >= PIECE_CHARS) close()
  }
  if (parts.length > 0) close()
  return pieces
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
