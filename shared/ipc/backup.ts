import type { TableCounts } from '../snapshot/format'
import type { SnapshotReason } from '../snapshot/reasons'

/** What the list of backups tells of one. `id` is a word of the main process, never a path. */
export interface BackupInfo {
  readonly id: string
  readonly reason: SnapshotReason
  readonly createdAt: number
  /** When a file from elsewhere was opened here. */
  readonly openedAt?: number | undefined
  readonly generation: number
  readonly lastSeq: number
  readonly sizeBytes: number
  readonly counts: TableCounts
  readonly sha256: string
  /** It belongs to the current generation of this notebook. */
  readonly isCurrent: boolean
}

/** A file among the backups that cannot be used, and why. It is left where it is. */
export interface UnreadableBackup {
  readonly id: string
  readonly sizeBytes: number
  readonly problem: string
}

/** Every backup there is; `backups` newest first, files from elsewhere after our own. */
export interface BackupList {
  readonly backups: readonly BackupInfo[]
  readonly unreadable: readonly UnreadableBackup[]
}

/** What a full check of a backup found: every byte and every record was read. */
export interface BackupCheck {
  readonly info: BackupInfo
  readonly badRows: number
  /** The first bad rows by table and id; ids are not personal. */
  readonly badList: readonly BadRow[]
  /** Attachments that records of the backup name and that are not in this notebook's store. */
  readonly missingFiles: number
}

export interface BadRow {
  readonly table: string
  readonly id: string
}

/** A part of a backup's content, as NDJSON, checked up to here. The last page carries the end and no `next`. */
export interface BackupPage {
  readonly lines: Uint8Array
  readonly next: number | null
}

/** What became of a file that the person chose: it stands among the backups, or it is sealed and waits. */
export type OpenedFile = { readonly kind: 'opened'; readonly info: BackupInfo } | { readonly kind: 'sealed' }

/** What became of a copy. */
export interface SavedCopy {
  readonly sizeBytes: number
  readonly files: number
  readonly missingFiles: number
}

/** A snapshot from which the index of the current generation can be built. */
export interface RebuildBase {
  readonly id: string
  /** Where the index stands after loading it; replay begins behind it. */
  readonly lastSeq: number
  /** Subtracted from the sequence numbers of its change log, for history that comes from another journal. */
  readonly logShift: number
  readonly counts: TableCounts
}

/** How the index of the current generation may be built anew. */
export interface RebuildPlan {
  /** Newest first. */
  readonly bases: readonly RebuildBase[]
  /** Whether the whole journal alone gives the index: before the first restore it does. */
  readonly fromStart: boolean
}

/** The restore, or the erasure, that the current generation began with. */
export interface RestoreNote {
  /** The backup that was restored. */
  readonly base: string
  /** When that backup had been taken. */
  readonly takenAt: number
  /** The backup of what was there before, null when there was none to take. */
  readonly wayBack: string | null
  /** Nothing was journalled since. */
  readonly isFresh: boolean
  /** Somebody was erased: the backup is the notebook as it was, without them. */
  readonly isErasure?: true
}
