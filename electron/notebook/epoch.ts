import * as z from 'zod'
import { parseSafeJson } from '#shared/snapshot/safeJson'
import { EntryKind, type JournalEntry } from '../journal/journal'

const epochSchema = z.strictObject({
  /** The backup whose content the generation begins with. */
  base: z.string().max(100),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  takenAt: z.int(),
  /** The backup of what was there before, null when there was nothing. */
  wayBack: z.string().max(100).nullable(),
  at: z.int(),
})

/** What a restore journals: where the new generation begins. */
export type Epoch = z.infer<typeof epochSchema>

/** The epoch of the current generation and its place in the journal; nothing before it belongs to the generation. */
export interface PlacedEpoch {
  readonly seq: number
  /** Undefined when the entry holds what this build does not understand. */
  readonly epoch: Epoch | undefined
}

/** An epoch's payload. */
export function encodeEpoch(epoch: Epoch): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(epoch))
}

/** Reads an entry, undefined for any but an epoch. */
export function placedEpoch(entry: JournalEntry): PlacedEpoch | undefined {
  if (entry.kind !== EntryKind.epoch) return undefined
  return { seq: entry.seq, epoch: decodeEpoch(entry.payload) }
}

function decodeEpoch(payload: Uint8Array): Epoch | undefined {
  try {
    const parsed = epochSchema.safeParse(parseSafeJson(new TextDecoder().decode(payload)))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
