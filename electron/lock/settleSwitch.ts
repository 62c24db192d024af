import { join } from 'node:path'
import { NOTEBOOK_FOLDER } from '#shared/identity'
import { ok, type Result } from '#shared/result'
import { parseSafeJson } from '#shared/snapshot/safeJson'
import { readWhole, removeLeftovers } from '../files/durableWrite'
import { type FsPort, fsFailure } from '../files/fsPort'
import { removeTree } from '../files/removeTree'
import { removeIndexFiles } from '../storage/indexFolder'

/** Says which folder shall be the notebook. While it stands, what was there before is on its way out. */
export const SWITCH_FILE = 'notebook-switch'
/** What a notebook's folder is called while it is written anew. */
export const STAGED_PREFIX = 'notebook-next-'

/**
 * Puts a notebook that was written anew in the place of the one before, if that was decided, and removes what a conversion
 * that was cut short has left. Every start calls it before anything of the notebook is opened, and a conversion at its
 * end. Answers whether it put one in place. Errors: `lock.ioFailed` ...; then the next start goes on with it, and nothing of the notebook may be opened.
 */
export async function settleFolder(fs: FsPort, userData: string): Promise<Result<boolean>> {
  try {
    await removeLeftovers(fs, userData)
    const staged = await decided(fs, userData)
    const isAnew = staged !== undefined && (await fs.stat(join(userData, staged))) !== null
    if (isAnew) {
      await removeTree(fs, join(userData, NOTEBOOK_FOLDER))
      await fs.syncFolder(userData)
      await fs.rename(join(userData, staged), join(userData, NOTEBOOK_FOLDER))
      await fs.syncFolder(userData)
    }
    for (const name of await fs.list(userData))
      if (name.startsWith(STAGED_PREFIX)) await removeTree(fs, join(userData, name))
    return ok(isAnew)
  } catch (error) {
    return fsFailure('lock', error)
  }
}

/**
 * Removes the files of the index that was made of the notebook before: Chromium's store keeps the bytes of what it has
 * deleted. Nobody may have them open. With them goes the file that decided. Errors: `lock.ioFailed` ...; then the next start tries again.
 */
export async function settleIndex(
  fs: FsPort,
  userData: string,
  sessionFolder: string | null,
): Promise<Result<null>> {
  try {
    if ((await fs.stat(join(userData, SWITCH_FILE))) === null) return ok(null)
    if (sessionFolder !== null && (await fs.stat(sessionFolder)) !== null)
      await removeIndexFiles(fs, sessionFolder)
    await fs.unlink(join(userData, SWITCH_FILE))
    await fs.syncFolder(userData)
    return ok(null)
  } catch (error) {
    return fsFailure('lock', error)
  }
}

async function decided(fs: FsPort, userData: string): Promise<string | undefined> {
  if ((await fs.stat(join(userData, SWITCH_FILE))) === null) return undefined
  const kept = await readWhole(fs, join(userData, SWITCH_FILE))
  const said = parseSafeJson(kept.toString()) as { readonly staged?: unknown } | null
  const staged = said?.staged
  return typeof staged === 'string' && /^notebook-next-[0-9a-f]{16}$/.test(staged) ? staged : undefined
}
