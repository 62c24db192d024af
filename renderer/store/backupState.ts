import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { BackupInfo, BackupList } from '#shared/ipc/backup'
import type { SecondPlace } from '#shared/ipc/secondPlace'
import type { SnapshotReason } from '#shared/snapshot/reasons'

/** What the window knows of the backups. */
export interface BackupState {
  /** Undefined until it was first read. */
  readonly list?: BackupList | undefined
  /** The backup being taken. */
  readonly running?: SnapshotReason | undefined
  /** The code of the last backup that failed; cleared by the next one that does not. */
  readonly failure?: string | undefined
  /** The second place of the backups; null when none was chosen, undefined until that was asked. */
  readonly secondPlace?: SecondPlace | null | undefined
  /** A backup was opened with Orchard from outside and waits to be looked at. */
  readonly given?: boolean | undefined
}

/** The state's store. Only `Backups` writes to it. */
export type BackupStore = StoreApi<BackupState>

/** Makes the store. */
export function createBackupState(): BackupStore {
  return createStore<BackupState>(() => ({}))
}

/** The newest verified backup of the notebook as it goes on now. */
export function newestBackup(list: BackupList | undefined): BackupInfo | undefined {
  return list?.backups.find((backup) => backup.isCurrent)
}

/** A part of what is known of the backups, again whenever it changes. */
export function useBackupStore<T>(store: BackupStore, select: (state: BackupState) => T): T {
  return useStore(store, select)
}
