import { type BrowserWindow, dialog } from 'electron'
import type { Translate } from '#shared/i18n/translator'
import { IMPORT_ENDINGS } from '../import/importEndings'

/** Asks for files to take in; the answers are paths and stay with the main process. */
export type PickTables = () => Promise<readonly string[]>

/** The dialog of a window. None chosen is an empty list. */
export function createTablePicker(window: () => BrowserWindow, text: () => Translate): PickTables {
  return async () => {
    const chosen = await dialog.showOpenDialog(window(), {
      properties: ['openFile', 'multiSelections'],
      filters: [
        { name: text()('dialog.tables'), extensions: [...IMPORT_ENDINGS] },
        { name: text()('dialog.allFiles'), extensions: ['*'] },
      ],
    })
    return chosen.canceled ? [] : chosen.filePaths
  }
}
