/** A change to a file's bytes: a write, or a new size. */
export type Edit = { readonly position: number; readonly bytes: Uint8Array } | { readonly sizeBytes: number }

/** A file: what programs see, what the disk holds, and what lies between. */
export interface Inode {
  readonly kind: 'file'
  content: Uint8Array
  durable: Uint8Array
  pending: Edit[]
}

/** Drives write whole sectors of this size and nothing smaller. */
const SECTOR_BYTES = 512

/** A file whose content is durable. */
export function newInode(content: Uint8Array = new Uint8Array(0)): Inode {
  return { kind: 'file', content, durable: content, pending: [] }
}

/** The bytes after an edit; the bytes before are left alone. */
export function applyEdit(before: Uint8Array, edit: Edit): Uint8Array {
  const size =
    'sizeBytes' in edit ? edit.sizeBytes : Math.max(before.length, edit.position + edit.bytes.length)
  const after = new Uint8Array(size)
  after.set(before.subarray(0, size))
  if ('bytes' in edit) after.set(edit.bytes, edit.position)
  return after
}

/** One of the contents that a power cut may leave: each pending edit is kept, lost, or kept in some sectors only. */
export function survivingContent(inode: Inode, rng: Rng): Uint8Array {
  let content = inode.durable
  for (const edit of inode.pending) {
    const fate = rng.below(4)
    if (fate === 0) continue
    if (fate === 1 || !('bytes' in edit)) {
      content = applyEdit(content, edit)
      continue
    }
    const end = edit.position + edit.bytes.length
    // The size may be known before the sectors are: what was never written reads as zeros.
    if (rng.below(2) === 0) content = applyEdit(content, { position: end, bytes: new Uint8Array(0) })
    for (let at = edit.position; at < end; ) {
      const next = Math.min(end, (Math.floor(at / SECTOR_BYTES) + 1) * SECTOR_BYTES)
      if (rng.below(2) === 0) {
        const bytes = edit.bytes.subarray(at - edit.position, next - edit.position)
        content = applyEdit(content, { position: at, bytes })
      }
      at = next
    }
  }
  return content
}

/** Small seeded random numbers (mulberry32), the same on every machine. */
export class Rng {
  constructor(private state: number) {}

  /** An integer from 0 to `limit` - 1. */
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }

  /** Some of the items in some order; in half of the cases the order is kept, as most file systems would. */
  shuffledSubset<T>(items: readonly T[]): T[] {
    const kept = items.filter(() => this.below(2) === 0)
    if (this.below(2) === 0) return kept
    for (let at = kept.length - 1; at > 0; at--) {
      const other = this.below(at + 1)
      const [a, b] = [kept[at] as T, kept[other] as T]
      kept[at] = b
      kept[other] = a
    }
    return kept
  }
}
