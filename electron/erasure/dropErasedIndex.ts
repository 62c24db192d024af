import { join } from 'node:path'
import { ok, type Result } from '#shared/result'
import { type FsPort, fsFailure } from '../files/fsPort'
import type { NotebookLog } from '../notebook/notebookLog'

/** Where Chromium keeps the databases of a session, below the session's folder. */
const INDEX_FOLDER = 'IndexedDB'

/**
 * Removes the files of the index at the first start after an erasure: the store only marks as deleted what it deletes,
 * and their bytes would stay readable. The index is built anew from the cleaned backup. Call it before the page is
 * loaded, when nobody has the files open. Error: `erasure.ioFailed` ...; then the next start tries again.
 */
export async function dropErasedIndex(
  fs: FsPort,
  sessionFolder: string | null,
  notebook: Pick<NotebookLog, 'hasErasedIndex' | 'noteIndexDropped'>,
): Promise<Result<null>> {
  if (sessionFolder === null || !notebook.hasErasedIndex()) return ok(null)
  try {
    const folder = join(sessionFolder, INDEX_FOLDER)
    if ((await fs.stat(folder)) !== null) await removeAll(fs, folder)
    await fs.syncFolder(sessionFolder)
  } catch (error) {
    return fsFailure('erasure', error)
  }
  return notebook.noteIndexDropped()
}

async function removeAll(fs: FsPort, folder: string): Promise<void> {
  for (const name of await fs.list(folder)) {
    const path = join(folder, name)
    if ((await fs.stat(path))?.kind === 'folder') await removeAll(fs, path)
    else await fs.unlink(path)
  }
  await fs.removeFolder(folder)
}
