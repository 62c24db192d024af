import { ok, type Result } from '#shared/result'
import type { AttachmentStore } from '../attachments/attachmentStore'
import type { Backups } from '../backup/backups'
import type { TakeAlongDialogs } from '../dialogs/takeAlongDialogs'
import type { FsPort } from '../files/fsPort'
import { readFolderBack } from '../takeAlong/readFolderBack'
import type { TakeAlongSession } from '../takeAlong/takeAlongSession'
import type { Handlers } from './handle'

/** What the channels of the way out as a whole, and back, are made of. */
export interface TakeAlongHandlerParts {
  readonly fs: FsPort
  readonly takeAlong: TakeAlongSession
  readonly takeAlongDialogs: TakeAlongDialogs
  readonly backups: Result<Backups>
  readonly attachments: Result<AttachmentStore>
}

type TakeAlongChannel = Extract<keyof Handlers, `folder:${string}`>

/** The channels, each a line over the session or the reading back. */
export function createTakeAlongHandlers(parts: TakeAlongHandlerParts): Pick<Handlers, TakeAlongChannel> {
  const { fs, takeAlong, takeAlongDialogs, backups, attachments } = parts
  return {
    'folder:begin': (moment) => takeAlong.begin(moment),
    'folder:open': (token, section) => takeAlong.open(token, section),
    'folder:write': (token, content) => takeAlong.write(token, content),
    'folder:finish': (token, summary) => takeAlong.finish(token, summary),
    'folder:cancel': async (token) => {
      await takeAlong.cancel(token)
      return ok(null)
    },
    'folder:readBack': async () => {
      if (!backups.ok) return backups
      if (!attachments.ok) return attachments
      const folder = await takeAlongDialogs.chooseFolder()
      if (folder === null) return ok(null)
      return readFolderBack({ fs, backups: backups.value, attachments: attachments.value }, folder)
    },
  }
}
