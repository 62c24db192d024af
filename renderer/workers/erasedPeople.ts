import type { NotebookDatabase } from '../store/database'
import { liveRecords } from '../store/rows'
import { hex } from './hex'

/** What one key has hashed. */
interface KeyedHashes {
  readonly key: CryptoKey
  readonly hashes: Set<string>
}

/** Knows those again who were erased on request, by keyed hashes; nothing of what it holds can be read. */
export class ErasedPeople {
  private constructor(private readonly keyed: readonly KeyedHashes[]) {}

  /** Reads the notes that erasures have left. */
  static async read(db: NotebookDatabase): Promise<ErasedPeople> {
    const bySalt = new Map<string, Set<string>>()
    for (const { salt, hashes } of liveRecords('erasures', await db.rows('erasures').toArray())) {
      const known = bySalt.get(salt) ?? new Set()
      for (const hash of hashes) known.add(hash)
      bySalt.set(salt, known)
    }
    const keyed = [...bySalt].map(async ([salt, hashes]) => ({ key: await keyOf(salt), hashes }))
    return new ErasedPeople(await Promise.all(keyed))
  }

  /** Whether nobody was ever erased: then nothing need be hashed. */
  get isEmpty(): boolean {
    return this.keyed.length === 0
  }

  /** Whether one of the traces is an erased person's. */
  async knows(traces: readonly string[]): Promise<boolean> {
    for (const { key, hashes } of this.keyed) {
      for (const trace of traces) if (hashes.has(await hashOf(key, trace))) return true
    }
    return false
  }
}

async function keyOf(salt: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(salt.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
}

/** HMAC-SHA256 as lower-case hex. */
async function hashOf(key: CryptoKey, trace: string): Promise<string> {
  const signed = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(trace))
  return hex(signed)
}
