import { join } from 'node:path'
import { err, ok, type Result } from '#shared/result'
import { durableWrite } from '../files/durableWrite'
import { emptyFolder } from '../files/emptyFolder'
import type { FsPort } from '../files/fsPort'
import type { AttachmentStore } from './attachmentStore'
import { receiptTypeOf } from './receiptType'

/** Kept files as the system's own viewer shows them. */
export interface ShownFiles {
  /**
   * Lays a copy of a photo or PDF into a folder of its own and has it shown. Errors: those of the store,
   * `attachment.notAReceipt` for content that no viewer may be handed, `attachment.notShown`.
   */
  show(hash: string): Promise<Result<null>>
  /** Takes the copies away again; one that a viewer holds on to goes at the next start. */
  clear(): Promise<void>
}

/** The only endings that a copy can have: what the system would run instead of show is never among them. */
const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
}

/** Shows kept files through `openPath`, which answers what went wrong and an empty text when nothing did. */
export function createShownFiles(parts: {
  readonly fs: FsPort
  readonly folder: string
  readonly store: Result<Pick<AttachmentStore, 'get'>>
  readonly openPath: (path: string) => Promise<string>
}): ShownFiles {
  const { fs, folder, store, openPath } = parts
  return {
    show: async (hash) => {
      if (!store.ok) return store
      const bytes = await store.value.get(hash)
      if (!bytes.ok) return bytes
      const ending = ENDINGS[receiptTypeOf(bytes.value) ?? '']
      if (ending === undefined) return err('attachment.notAReceipt')
      const fileName = `${hash.slice(0, 16)}.${ending}`
      try {
        await fs.makeFolder(folder)
        const written = await durableWrite(fs, folder, fileName, bytes.value, { onExisting: 'replace' })
        if (!written.ok) return err('attachment.notShown')
        return (await openPath(join(folder, fileName))) === '' ? ok(null) : err('attachment.notShown')
      } catch {
        return err('attachment.notShown')
      }
    },
    clear: () => emptyFolder(fs, folder),
  }
}
