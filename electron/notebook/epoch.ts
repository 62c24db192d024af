import * as z from 'zod'
import { sha256Schema } from '#shared/records/sha256'
import { ok, type Result } from '#shared/result'
import { parseSafeJson } from '#shared/snapshot/safeJson'
import { EntryKind, type Journal } from '../journal/journal'

const epochSchema = z.strictObject({
  /** The backup whose content the generation begins with. */
  base: z.string().max(100),
  sha256: sha256Schema,
  takenAt: z.int(),
  /** The backup of what was there before, null when there was nothing. */
  wayBack: z.string().max(100).nullable(),
  at: z.int(),
  /**
   * What an erasure takes away once its entry stands; only in an `erase` entry. Names of files, nothing of anybody:
   * backups that were written anew and wait in their folder, such as could not be read, attachments by hash, drafts.
   */
  forgets: z
    .strictObject({
      cleaned: z.array(z.string().max(100)),
      removed: z.array(z.string().max(100)),
      attachments: z.array(sha256Schema),
      drafts: z.array(z.string().max(64)),
    })
    .optional(),
})

/** What a restore or an erasure journals: where the new generation begins. */
export type Epoch = z.infer<typeof epochSchema>
export type Forgotten = NonNullable<Epoch['forgets']>

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

/**
 * The newest epoch of a journal that can be read, undefined when it has none. Error: `journal.ioFailed`.
 */
export async function readEpoch(journal: Journal): Promise<Result<PlacedEpoch | undefined>> {
  const epochs = journal.marks.filter(({ kind }) => kind === EntryKind.epoch || kind === EntryKind.erase)
  for (const { seq } of epochs.reverse()) {
    for await (const read of journal.read(seq, { acrossGaps: true })) {
      if (!read.ok && read.error.code !== 'journal.gap') return read
      if (read.ok && read.value.seq === seq) return ok({ seq, epoch: decodeEpoch(read.value.payload) })
      // It can't be read; the one before may say something.
      if (read.ok && read.value.seq > seq) break
    }
  }
  return ok(undefined)
}

function decodeEpoch(payload: Uint8Array): Epoch | undefined {
  try {
    const parsed = epochSchema.safeParse(parseSafeJson(new TextDecoder().decode(payload)))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
