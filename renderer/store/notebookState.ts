import { createStore, type StoreApi } from 'zustand/vanilla'
import type { BadRow, RestoreNote } from '#shared/ipc/backup'
import type { RebuildReason } from '../workers/notebookProtocol'

/**
 * Where the notebook stands, for the status line and for every view that waits for the index:
 * `opening` until the index is open, `catchingUp` while journal entries are applied, `ready`, or
 * `repairing`: everything is saved in the journal, but the index can't be written until the next start.
 */
export type NotebookPhase = 'opening' | 'catchingUp' | 'ready' | 'repairing' | 'failed'

export interface NotebookState {
  readonly phase: NotebookPhase
  /** Entries applied and to apply while catching up. */
  readonly progress: { readonly done: number; readonly total: number }
  /** Set when the index was built anew at this start, until the person has seen it. */
  readonly rebuilt?: RebuildReason | undefined
  /** Set when the notebook has just been taken back to a backup, until the person has seen it. */
  readonly restored?: RestoreNote | undefined
  /** Records of the backup that could not be read and are not in the index. */
  readonly leftOut?: { readonly badRows: number; readonly badList: readonly BadRow[] } | undefined
  /**
   * Set when a part of the journal can't be read: how many changes are not in the index for it. With none, the index
   * holds everything, and no backup does yet.
   */
  readonly journalDamage?: { readonly lost: number } | undefined
  readonly saving: boolean
  /** Set while an import, or taking one back, is being written: to the journal, then into the index. */
  readonly bulk?: { readonly phase: 'journal' | 'index'; readonly done: number } | undefined
  /** When the journal last acknowledged a change, epoch ms. */
  readonly savedAt?: number | undefined
  /** The code of the last change that could not be saved; cleared by the next one that could. */
  readonly saveError?: string | undefined
  readonly failure?: string | undefined
  /** Whether everybody can be found by words; `failed` where not everybody ever will be until the next start. */
  readonly search: 'opening' | 'whole' | 'failed'
  /** Whether everybody is known to "met before?". */
  readonly isMatchable: boolean
  /** Grows with every change that reached the index: what to re-read is Dexie's business, that something changed is ours. */
  readonly appliedSeq: number
}

/** The state's store. Only the notebook writes to it. */
export function createNotebookState(): StoreApi<NotebookState> {
  return createStore<NotebookState>(() => ({
    phase: 'opening',
    progress: { done: 0, total: 0 },
    saving: false,
    search: 'opening',
    isMatchable: false,
    appliedSeq: 0,
  }))
}

/**
 * What damage to the journal means for an index, told at the start that finds it: how many entries it has to do without
 * beyond the `before` that were known, or none where the index holds what the journal has lost.
 */
export function damageToTell(
  before: number,
  lost: number,
  isOnlyInIndex: boolean,
): NotebookState['journalDamage'] {
  if (lost > before) return { lost: lost - before }
  return lost === 0 && isOnlyInIndex ? { lost: 0 } : undefined
}
