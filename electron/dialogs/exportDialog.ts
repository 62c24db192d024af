import path from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import type { Translate } from '#shared/i18n/translator'

/** Where to put an export; null when the person thinks better of it. */
export type ChooseExportPlace = (fileName: string, ending: string) => Promise<string | null>

/** Makes the save dialog for exports. It starts in the folder chosen last, else in the documents. */
export function createExportDialog(window: () => BrowserWindow, text: () => Translate): ChooseExportPlace {
  let lastFolder: string | undefined
  return async (fileName, ending) => {
    const folder = lastFolder ?? app.getPath('documents')
    const chosen = await dialog.showSaveDialog(window(), {
      defaultPath: path.join(folder, fileName),
      filters: [{ name: text()('dialog.exports'), extensions: [ending] }],
    })
    if (chosen.canceled || chosen.filePath === '') return null
    lastFolder = path.dirname(chosen.filePath)
    return chosen.filePath
  }
}
