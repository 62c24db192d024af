import type { RebuildPlan, RestoreNote } from './backup'

/** Where the truth stands when the window starts, and how the index can be built from it. */
export interface NotebookStart extends JournalHead {
  readonly rebuild: RebuildPlan
  /** Entries that the journal holds no more in readable form; empty but after damage to its files. */
  readonly lostEntries: readonly LostEntries[]
  /** The restore that the current generation began with, null before the first one. */
  readonly restored: RestoreNote | null
  /** What the index's rows are sealed with, absent for a notebook without a lock; never written, never logged. */
  readonly rowKey?: Uint8Array | undefined
  /** The notebook was written anew, sealed or open: that it has no index yet is no sign of a fault. */
  readonly isAnew?: true | undefined
}

/** Numbers of entries that can't be read any more, both ends included. */
export interface LostEntries {
  readonly fromSeq: number
  readonly toSeq: number
}

/** The journal's word for one change-set: its number, and when it was acknowledged (epoch ms). */
export interface Appended {
  readonly seq: number
  readonly savedAt: number
  /** The journal had this id already, under this number. What it has may differ from what was sent, which it dropped. */
  readonly isKnown?: true
}

/** Where the truth stands. */
export interface JournalHead {
  readonly notebookId: string
  readonly deviceId: string
  /** Grows by one with every restore; a database of another generation is never trusted. */
  readonly generation: number
  readonly lastSeq: number
  /** The IndexedDB that was last known to hold this generation; empty before the first one exists. */
  readonly databaseName: string
  /** Whether the journal has ever held a record: only when false may a first-run screen appear. */
  readonly everHadRecords: boolean
}

/**
 * One journal entry as replay sees it; `set` is its change-set as the UTF-8 of its JSON. An entry of an unfinished import arrives as `skip`, entries that can't be read
 * as one `lost` under the last one's number.
 */
export type ReplayEntry =
  | { readonly seq: number; readonly kind: 'change'; readonly set: Uint8Array }
  | { readonly seq: number; readonly kind: 'skip' }
  | { readonly seq: number; readonly kind: 'lost'; readonly fromSeq: number }

/** Some consecutive entries. `nextSeq` is where the next page begins; the end is reached when it passes `lastSeq`. */
export interface JournalPage {
  readonly entries: readonly ReplayEntry[]
  readonly nextSeq: number
  readonly lastSeq: number
}
