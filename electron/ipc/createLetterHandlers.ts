import path from 'node:path'
import { err, ok } from '#shared/result'
import type { ChooseLetterPlace } from '../dialogs/letterDialog'
import { durableWrite } from '../files/durableWrite'
import type { FsPort } from '../files/fsPort'
import { buildEml } from '../letters/buildEml'
import { letterFileName } from '../letters/letterFileName'
import type { OpenLetter } from '../security/letterLinks'
import type { Handlers } from './handle'

/** What saving and opening letters needs. */
export interface LetterHandlerParts {
  readonly fs: FsPort
  readonly chooseLetterPlace: ChooseLetterPlace
  readonly openLetter: OpenLetter
}

type LetterChannels = 'letter:saveEml' | 'letter:open'

/** The calls by which letters leave the notebook. */
export function createLetterHandlers(parts: LetterHandlerParts): Pick<Handlers, LetterChannels> {
  return {
    'letter:saveEml': async (letter) => {
      const place = await parts.chooseLetterPlace(letterFileName(letter))
      if (place === null) return ok(null)
      const [folder, fileName] = [path.dirname(place), path.basename(place)]
      // The dialog has asked before it let a name be taken again.
      const written = await durableWrite(parts.fs, folder, fileName, await buildEml(letter), {
        onExisting: 'replace',
      })
      return written.ok ? ok({ fileName }) : err(letterCode(written.error.code))
    },
    'letter:open': (target, text) => parts.openLetter(target, text),
  }
}

function letterCode(code: string): string {
  return code === 'file.diskFull' ? 'letter.diskFull' : 'letter.notWritten'
}
