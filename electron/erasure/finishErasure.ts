import { dirname, join } from 'node:path'
import { ok, type Result } from '#shared/result'
import type { SnapshotFolder } from '../backup/snapshotFolder'
import { type FsPort, fsFailure } from '../files/fsPort'
import type { Seal } from '../lock/sealBox'
import type { Forgotten } from '../notebook/epoch'
import type { NotebookLog } from '../notebook/notebookLog'

/** What the end of an erasure works with. */
export interface FinishParts {
  readonly fs: FsPort
  readonly notebookFolder: string
  readonly notebook: NotebookLog
  readonly folder: SnapshotFolder
  /** What the list of the erased is sealed with; undefined for a notebook without a lock. */
  readonly lists?: Seal | undefined
  /** The name that an attachment is kept under: its hash, but under a lock. */
  readonly nameOf?: ((hash: string) => string) | undefined
}

/**
 * Removes what an erasure has promised to remove: the journal's old files, the backups that hold the erased, their
 * attachments and drafts, and what was kept for the first picture. Whatever a kill has left undone is done by the next
 * call, which every start makes; what an erasure had prepared and never begun is thrown away. Answers how many of the
 * journal's files went. Errors: the journal's and the backups'; then it is tried again at the next start.
 */
export async function finishErasure(parts: FinishParts): Promise<Result<number>> {
  try {
    return await finish(parts)
  } catch (error) {
    return fsFailure('erasure', error)
  }
}

async function finish(parts: FinishParts): Promise<Result<number>> {
  const { fs, notebookFolder, notebook, folder, nameOf = (hash: string) => hash } = parts
  const forgotten = notebook.toForget()
  if (forgotten === undefined) {
    await folder.dropCleaned()
    return ok(0)
  }
  const segments = await notebook.forgetJournal()
  if (!segments.ok) return segments
  const replaced = await folder.takeCleaned(forgotten.cleaned)
  if (!replaced.ok) return replaced
  await folder.remove(forgotten.removed)
  await removeFiles(fs, notebookFolder, forgotten, nameOf)
  await folder.dropCleaned()
  const noted = await notebook.noteForgotten()
  return noted.ok ? segments : noted
}

async function removeFiles(
  fs: FsPort,
  notebookFolder: string,
  forgotten: Forgotten,
  nameOf: (hash: string) => string,
): Promise<void> {
  const paths = [
    join(notebookFolder, 'boot', 'first-rows'),
    ...forgotten.attachments
      .map(nameOf)
      .map((name) => join(notebookFolder, 'attachments', name.slice(0, 2), name)),
    ...forgotten.drafts.flatMap((name) =>
      ['a', 'b'].map((slot) => join(notebookFolder, 'drafts', `draft-${name}.${slot}`)),
    ),
  ]
  for (const path of paths) await removeFile(fs, path)
  // What is noted as gone must not come back with a power cut.
  for (const folder of new Set(paths.map((path) => dirname(path))))
    if ((await fs.stat(folder).catch(() => null)) !== null) await fs.syncFolder(folder)
}

async function removeFile(fs: FsPort, path: string): Promise<void> {
  if ((await fs.stat(path).catch(() => null)) !== null) await fs.unlink(path)
}
