import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import type { Translate } from '#shared/i18n/translator'
import type { PickedImage } from '#shared/ipc/contract'
import { err, ok, type Result } from '#shared/result'
import { imageTypeOf } from '../protocol/appProtocol'

export type PickImage = () => Promise<Result<PickedImage | null>>

const EXTENSIONS = ['jpg', 'jpeg', 'png', 'webp', 'gif']

/**
 * Asks for a photo and reads it. `null` when the person thinks better of it. Error: `attachment.notAnImage` for
 * a file whose bytes are no picture, whatever its name; `attachment.unreadable` when the disk refuses.
 */
export function createImagePicker(window: () => BrowserWindow, text: () => Translate): PickImage {
  return async () => {
    const chosen = await dialog.showOpenDialog(window(), {
      properties: ['openFile'],
      filters: [{ name: text()('dialog.images'), extensions: EXTENSIONS }],
    })
    const file = chosen.filePaths[0]
    if (chosen.canceled || file === undefined) return ok(null)
    try {
      const bytes = new Uint8Array(await readFile(file))
      const mediaType = imageTypeOf(bytes)
      if (mediaType === undefined) return err('attachment.notAnImage')
      return ok({ fileName: path.basename(file), mediaType, bytes })
    } catch {
      return err('attachment.unreadable')
    }
  }
}
