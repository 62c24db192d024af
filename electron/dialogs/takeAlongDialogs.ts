import { app, type BrowserWindow, dialog } from 'electron'
import type { Translate } from '#shared/i18n/translator'

/** The two questions about the folder with everything; the answers never leave the main process. */
export interface TakeAlongDialogs {
  /** The folder in which the new one is to be made, null when the person thinks better of it. */
  choosePlace(): Promise<string | null>
  /** The folder to read back, null as above. */
  chooseFolder(): Promise<string | null>
}

/** Makes the dialogs of a window. Both begin where the last one ended, else in the documents. */
export function createTakeAlongDialogs(window: () => BrowserWindow, text: () => Translate): TakeAlongDialogs {
  let lastFolder: string | undefined
  const ask = async (title: string, mayCreate: boolean) => {
    const chosen = await dialog.showOpenDialog(window(), {
      title,
      defaultPath: lastFolder ?? app.getPath('documents'),
      properties: ['openDirectory', ...(mayCreate ? (['createDirectory'] as const) : [])],
    })
    if (chosen.canceled || chosen.filePaths[0] === undefined) return null
    lastFolder = chosen.filePaths[0]
    return lastFolder
  }
  return {
    choosePlace: () => ask(text()('dialog.takeAlongPlace'), true),
    chooseFolder: () => ask(text()('dialog.takeAlongReadBack'), false),
  }
}
