import path from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import type { Translate } from '#shared/i18n/translator'
import { BACKUP_SUFFIX } from '#shared/identity'

/** The two questions about places that only the main process may ask; the answers never leave it. */
export interface BackupDialogs {
  /** The backup file to open, null when the person thinks better of it. */
  chooseFile(): Promise<string | null>
  /** Where to put a copy of a backup taken at `takenAt` (epoch ms), null as above. A sealed one is called so. */
  choosePlace(takenAt: number, isSealed: boolean): Promise<string | null>
}

/** Makes the dialogs of a window. */
export function createBackupDialogs(window: () => BrowserWindow, text: () => Translate): BackupDialogs {
  const filters = () => [{ name: text()('dialog.backups'), extensions: [BACKUP_SUFFIX.slice(1)] }]
  return {
    chooseFile: async () => {
      const chosen = await dialog.showOpenDialog(window(), { properties: ['openFile'], filters: filters() })
      return chosen.canceled ? null : (chosen.filePaths[0] ?? null)
    },
    choosePlace: async (takenAt, isSealed) => {
      // A day in the name tells copies apart; a file name is no place for a locale's slashes.
      const fileName = `Orchard ${localDay(takenAt)}${isSealed ? ' sealed' : ''}${BACKUP_SUFFIX}`
      const defaultPath = path.join(app.getPath('documents'), fileName)
      const chosen = await dialog.showSaveDialog(window(), { defaultPath, filters: filters() })
      return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath
    },
  }
}

function localDay(at: number): string {
  const day = new Date(at)
  const twoDigits = (value: number) => String(value).padStart(2, '0')
  return `${day.getFullYear()}-${twoDigits(day.getMonth() + 1)}-${twoDigits(day.getDate())}`
}
