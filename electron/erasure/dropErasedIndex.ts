import { ok, type Result } from '#shared/result'
import { type FsPort, fsFailure } from '../files/fsPort'
import type { NotebookLog } from '../notebook/notebookLog'
import { removeIndexFiles } from '../storage/indexFolder'

/**
 * Removes the files of the index at the first start after an erasure: the store only marks as deleted what it deletes,
 * and their bytes would stay readable. So would those of a store that was set aside. The index is built anew from the
 * cleaned backup. Call it before the page is loaded, when nobody has the files open. Error: `erasure.ioFailed` ...; then
 * the next start tries again.
 */
export async function dropErasedIndex(
  fs: FsPort,
  sessionFolder: string | null,
  notebook: Pick<NotebookLog, 'hasErasedIndex' | 'noteIndexDropped'>,
): Promise<Result<null>> {
  if (sessionFolder === null || !notebook.hasErasedIndex()) return ok(null)
  try {
    await removeIndexFiles(fs, sessionFolder)
  } catch (error) {
    return fsFailure('erasure', error)
  }
  return notebook.noteIndexDropped()
}
