import path from 'node:path'
import type { LetterFile } from '#shared/ipc/letters'
import { err, ok, type Result } from '#shared/result'
import type { AttachmentStore } from '../attachments/attachmentStore'
import type { ChooseLetterPlace } from '../dialogs/letterDialog'
import { durableWrite } from '../files/durableWrite'
import type { FsPort } from '../files/fsPort'
import { buildEml, type EmlAttachment } from '../letters/buildEml'
import { letterFileName } from '../letters/letterFileName'
import type { SavedFiles } from '../savedFiles/savedFiles'
import type { OpenLetter } from '../security/letterLinks'
import type { Handlers } from './handle'

/** What saving and opening letters needs. */
export interface LetterHandlerParts {
  readonly fs: FsPort
  readonly attachments: Result<Pick<AttachmentStore, 'get'>>
  readonly chooseLetterPlace: ChooseLetterPlace
  readonly openLetter: OpenLetter
  readonly savedFiles: SavedFiles
}

type LetterChannels = 'letter:saveEml' | 'letter:open'

/** The calls by which letters leave the notebook. */
export function createLetterHandlers(parts: LetterHandlerParts): Pick<Handlers, LetterChannels> {
  return {
    'letter:saveEml': async (letter) => {
      // Before the person is asked for a place: a letter that says "attached" never leaves without its file.
      const attached = await attachedTo(letter, parts.attachments)
      if (!attached.ok) return attached
      const place = await parts.chooseLetterPlace(letterFileName(letter))
      if (place === null) return ok(null)
      const [folder, fileName] = [path.dirname(place), path.basename(place)]
      // The dialog has asked before it let a name be taken again.
      const written = await durableWrite(parts.fs, folder, fileName, await buildEml(letter, attached.value), {
        onExisting: 'replace',
      })
      if (!written.ok) return err(letterCode(written.error.code))
      parts.savedFiles.remember(place)
      return ok({ fileName })
    },
    'letter:open': (target, text) => parts.openLetter(target, text),
  }
}

/** The files of a letter. Error: `letter.attachmentLost` when one is not there any more or damaged. */
async function attachedTo(
  letter: LetterFile,
  store: LetterHandlerParts['attachments'],
): Promise<Result<EmlAttachment[]>> {
  const attached: EmlAttachment[] = []
  for (const { hash, fileName, mediaType } of letter.attachments ?? []) {
    if (!store.ok) return store
    const bytes = await store.value.get(hash)
    if (!bytes.ok) return err('letter.attachmentLost')
    attached.push({ fileName, mediaType, bytes: bytes.value })
  }
  return ok(attached)
}

function letterCode(code: string): string {
  return code === 'file.diskFull' ? 'letter.diskFull' : 'letter.notWritten'
}
