import type { RebuildPlan } from './backup'
import type { LostEntries } from './journal'

/** What a look at every header, payload and link of the journal found. It writes nothing. */
export interface JournalInspection {
  /** Number of the newest entry. */
  readonly lastSeq: number
  /** Entries that can't be read any more. */
  readonly lost: readonly LostEntries[]
  /** Places where no entry is missing but the chain does not prove the order. */
  readonly unproven: number
  /** From what the index could be built now, which is also what it can be compared with. */
  readonly rebuild: RebuildPlan
}

/** Which of some attachments are not what their records name, by their hash. */
export interface FileInspection {
  readonly missing: readonly string[]
  readonly damaged: readonly string[]
}

/** As many attachments as are looked at in one call, so that the check can be given up in between. */
export const INSPECTED_FILES = 20

/** What a programmer asks first, and nothing that anybody wrote into the notebook. */
export interface SupportFacts {
  readonly orchard: string
  readonly electron: string
  readonly chromium: string
  readonly node: string
  readonly platform: string
  readonly osRelease: string
  readonly arch: string
  readonly memoryBytes: number
  readonly freeBytes: number
  /** The newest lines of the log that have the form of our own, oldest first. */
  readonly log: readonly string[]
}
