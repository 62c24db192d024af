import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import type { MessageKey } from '#shared/i18n/catalogues'
import type { Translate } from '#shared/i18n/translator'
import type { PickedFile } from '#shared/ipc/contract'
import { err, ok, type Result } from '#shared/result'
import { receiptTypeOf } from '../attachments/receiptType'
import { imageTypeOf } from '../protocol/appProtocol'

export type PickFile = () => Promise<Result<PickedFile | null>>

const IMAGES = ['jpg', 'jpeg', 'png', 'webp', 'gif']

/** What may be chosen: how the dialog names it, its endings, its type by its bytes, and what anything else is called. */
interface Wanted {
  readonly name: MessageKey
  readonly extensions: string[]
  readonly typeOf: (bytes: Uint8Array) => string | undefined
  readonly otherwise: string
}

/**
 * Asks for a photo and reads it. `null` when the person thinks better of it. Error: `attachment.notAnImage` for
 * a file whose bytes are no picture, whatever its name; `attachment.unreadable` when the disk refuses.
 */
export function createImagePicker(window: () => BrowserWindow, text: () => Translate): PickFile {
  return createPicker(window, text, {
    name: 'dialog.images',
    extensions: IMAGES,
    typeOf: imageTypeOf,
    otherwise: 'attachment.notAnImage',
  })
}

/** Asks for a photo or a PDF. Errors: `attachment.notAReceipt` for anything else, `attachment.unreadable`. */
export function createReceiptPicker(window: () => BrowserWindow, text: () => Translate): PickFile {
  return createPicker(window, text, {
    name: 'dialog.receipts',
    extensions: ['pdf', ...IMAGES],
    typeOf: receiptTypeOf,
    otherwise: 'attachment.notAReceipt',
  })
}

function createPicker(window: () => BrowserWindow, text: () => Translate, wanted: Wanted): PickFile {
  return async () => {
    const chosen = await dialog.showOpenDialog(window(), {
      properties: ['openFile'],
      filters: [{ name: text()(wanted.name), extensions: wanted.extensions }],
    })
    const file = chosen.filePaths[0]
    if (chosen.canceled || file === undefined) return ok(null)
    try {
      const bytes = new Uint8Array(await readFile(file))
      const mediaType = wanted.typeOf(bytes)
      if (mediaType === undefined) return err(wanted.otherwise)
      return ok({ fileName: path.basename(file), mediaType, bytes })
    } catch {
      return err('attachment.unreadable')
    }
  }
}
