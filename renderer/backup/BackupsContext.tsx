import { createContext, type ReactNode, useContext } from 'react'
import { type BackupState, useBackupStore } from '../store/backupState'
import type { Backups } from './backups'

const Context = createContext<Backups | undefined>(undefined)

/** Gives the backups to every view. */
export function BackupsProvider({ backups, children }: { backups: Backups; children: ReactNode }) {
  return <Context.Provider value={backups}>{children}</Context.Provider>
}

/** The backups. */
export function useBackups(): Backups {
  const backups = useContext(Context)
  if (backups === undefined) throw new Error('no backups around this view')
  return backups
}

/** A part of what is known of the backups. */
export function useBackupState<T>(select: (state: BackupState) => T): T {
  return useBackupStore(useBackups().state, select)
}
