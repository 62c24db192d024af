import { type BrowserWindow, dialog } from 'electron'
import type { Translate } from '#shared/i18n/translator'

/** Asks for the second place of the backups; null when the person thinks better of it. Its path stays here. */
export function createSecondPlaceDialog(
  window: () => BrowserWindow,
  text: () => Translate,
): () => Promise<string | null> {
  return async () => {
    const chosen = await dialog.showOpenDialog(window(), {
      title: text()('dialog.secondPlace'),
      properties: ['openDirectory', 'createDirectory'],
    })
    return chosen.canceled ? null : (chosen.filePaths[0] ?? null)
  }
}
