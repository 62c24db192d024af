import type { Result } from '#shared/result'

/** What an entry is; the journal itself only knows `epoch`, the rest is for those who replay it. */
export const EntryKind = {
  change: 1,
  importBegin: 2,
  importChunk: 3,
  importCommit: 4,
  erase: 5,
  epoch: 6,
  checkpoint: 7,
} as const
export type EntryKind = (typeof EntryKind)[keyof typeof EntryKind]

/** One acknowledged entry as it is read back. */
export interface JournalEntry {
  /** Grows by one from entry to entry, over all generations; the first is 1. */
  readonly seq: number
  readonly generation: number
  readonly kind: EntryKind
  /** The writer's UUID, lower case. */
  readonly id: string
  /** Empty when `blanked`. */
  readonly payload: Uint8Array
  /** The payload was erased on a person's request; the chain still proves the entry's place. */
  readonly blanked: boolean
}

/**
 * Entries that should be there and cannot be read. `toSeq` is inclusive; `fromSeq - 1` when none is missing but
 * the order is not proven. `damaged` bytes, a `missing` file, a broken `chain`, or a disk that answers EIO
 * (`unreadable`).
 */
export interface JournalGap {
  readonly fromSeq: number
  readonly toSeq: number
  /** File name of the segment where the trouble begins. */
  readonly segment: string
  readonly offset: number
  readonly reason: 'damaged' | 'missing' | 'chain' | 'unreadable'
}

/** What opening found out, for the person's status line and for the rebuild's decision. */
export interface OpenReport {
  /** Acknowledged entries that cannot be read; empty in a healthy journal. */
  readonly gaps: readonly JournalGap[]
  /** Bytes of an append that never finished, cut off; null in most starts. */
  readonly tornTail: { readonly segment: string; readonly offset: number; readonly sizeBytes: number } | null
  /** Segments whose own header was damaged and could be derived from their entries. */
  readonly repairedHeaders: readonly string[]
  /** Files found under another segment's name; used all the same. */
  readonly misnamed: readonly string[]
  /** Files that are no part of this history: doubles, foreign files, segments that were never used. */
  readonly ignored: readonly string[]
  /** The process before this one did not close the journal: it was killed, or the power failed. */
  readonly afterCrash: boolean
  /** False when the newest segment cannot be read to its end, so that nothing may be numbered after it. */
  readonly writable: boolean
}

/** Where the journal stands. */
export interface JournalHead {
  readonly generation: number
  /** Number of the newest acknowledged entry, 0 when there is none. */
  readonly lastSeq: number
  readonly segments: number
  readonly bytes: number
}

/** An entry that is no plain change, known by its header alone. */
export interface EntryMark {
  readonly seq: number
  readonly kind: EntryKind
}

/** How to read. */
export interface ReadOptions {
  /** Goes on behind a gap instead of ending there. */
  readonly acrossGaps?: boolean
}

/**
 * The truth about the notebook: an append-only, checksummed, chained list of entries that only this process
 * writes. "Saved" means that `append` has answered with a number.
 */
export interface Journal {
  readonly report: OpenReport
  /** All entries but plain changes, in order, as opening found them. */
  readonly marks: readonly EntryMark[]
  /**
   * Adds an entry. Resolves when it is durable, with its number; order of numbers = order of calls. An id that
   * the journal knows gets the number it has and is not written again, whatever the payload: then `isKnown` is set.
   * `payload` must not change until then.
   * When an append fails, those called after it and not yet answered fail too, so that nothing overtakes it.
   * Errors: `journal.diskFull`, `journal.ioFailed`, `journal.readOnly`, `journal.tooLarge`, `journal.badEntry`,
   * `journal.closed`. After an error the journal can be read, and takes appends again as soon as the disk does.
   */
  append(
    kind: EntryKind,
    id: string,
    payload: Uint8Array,
  ): Promise<Result<{ readonly seq: number; readonly isKnown?: true }>>
  /**
   * Begins generation g + 1 with an `epoch` entry (a restore does this), or with an `erase` entry: from that one on
   * nothing before it belongs to the history, and `forgetBefore` may remove it. Errors as of `append`.
   */
  startGeneration(
    id: string,
    payload: Uint8Array,
    kind?: typeof EntryKind.epoch | typeof EntryKind.erase,
  ): Promise<Result<{ readonly generation: number; readonly seq: number }>>
  /**
   * Removes the files of everything before an `erase` entry, which is the first of its segment; answers how many went.
   * Nothing to do where they are gone already. Errors: `journal.ioFailed`, `journal.readOnly` ...; what is left of them
   * is no part of the history either way, and goes with the next call.
   */
  forgetBefore(seq: number): Promise<Result<number>>
  /**
   * Gives up the numbers up to `seq`, since somebody knows entries of these numbers that the files have lost: an entry
   * that is appended after the answer gets a higher one, and every later reading names the gap. Nothing to do where
   * the journal is that far. Errors as of `append`.
   */
  skipTo(seq: number): Promise<Result<null>>
  /**
   * Streams entries from `fromSeq` to what was acknowledged when reading began, in order, every payload
   * verified, memory bounded by the largest entry. A gap arrives as `journal.gap` with `fromSeq`, `toSeq` and
   * `reason` and ends the stream, unless `acrossGaps`; `journal.ioFailed` always ends it.
   */
  read(fromSeq: number, options?: ReadOptions): AsyncIterable<Result<JournalEntry>>
  /** The number of the entry with this id, undefined when the journal has none. */
  seqOf(id: string): number | undefined
  head(): JournalHead
  /** Waits for what is under way, then gives up the lock. Later calls answer `journal.closed`. */
  close(): Promise<void>
}
