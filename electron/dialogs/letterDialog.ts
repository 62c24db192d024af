import path from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import type { Translate } from '#shared/i18n/translator'

/** Where to put a letter; null when the person thinks better of it. */
export type ChooseLetterPlace = (fileName: string) => Promise<string | null>

/** Makes the save dialog for letters. It starts in the folder chosen last, else in the downloads. */
export function createLetterDialog(window: () => BrowserWindow, text: () => Translate): ChooseLetterPlace {
  let lastFolder: string | undefined
  return async (fileName) => {
    const folder = lastFolder ?? app.getPath('downloads')
    const chosen = await dialog.showSaveDialog(window(), {
      defaultPath: path.join(folder, fileName),
      filters: [{ name: text()('dialog.letters'), extensions: ['eml'] }],
    })
    if (chosen.canceled || chosen.filePath === '') return null
    lastFolder = path.dirname(chosen.filePath)
    return chosen.filePath
  }
}
