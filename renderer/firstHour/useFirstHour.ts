import { useMemo } from 'react'
import { useBackupState } from '../backup/BackupsContext'
import { usePreferences } from '../settings/PreferencesContext'
import { newestBackup } from '../store/backupState'
import { useRead } from '../store/NotebookContext'
import { firstHourRecords } from '../store/queries/firstHour'
import { type FirstHourStep, stepsDone } from './firstHourSteps'

/** How far the first hour is; `undefined` before it has begun, until the index has answered, and once it is over. */
export function useFirstHour(): readonly FirstHourStep[] | undefined {
  const { preferences } = usePreferences()
  const isRunning = preferences.firstHour === 'begun'
  const records = useRead(async (db) => (isRunning ? firstHourRecords(db) : undefined), [isRunning])
  const hasBackup = useBackupState(({ list }) => newestBackup(list) !== undefined)
  return useMemo(
    () => (isRunning && records !== undefined ? stepsDone(records, hasBackup) : undefined),
    [isRunning, records, hasBackup],
  )
}
