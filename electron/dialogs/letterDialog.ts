import path from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import type { Translate } from '#shared/i18n/translator'
import { freeFileName } from '../files/freeFileName'
import type { FsPort } from '../files/fsPort'

/** Where to put a letter of this name (without its ending); null when the person thinks better of it. */
export type ChooseLetterPlace = (name: string) => Promise<string | null>

/**
 * Makes the save dialog for letters. It starts in the folder chosen last, else in the downloads, and proposes a name
 * that is free there: two letters to one person on one day are two files.
 */
export function createLetterDialog(
  fs: Pick<FsPort, 'stat'>,
  window: () => BrowserWindow,
  text: () => Translate,
): ChooseLetterPlace {
  let lastFolder: string | undefined
  return async (name) => {
    const folder = lastFolder ?? app.getPath('downloads')
    const chosen = await dialog.showSaveDialog(window(), {
      defaultPath: path.join(folder, await freeFileName(fs, folder, name, 'eml')),
      filters: [{ name: text()('dialog.letters'), extensions: ['eml'] }],
    })
    if (chosen.canceled || chosen.filePath === '') return null
    lastFolder = path.dirname(chosen.filePath)
    return chosen.filePath
  }
}
