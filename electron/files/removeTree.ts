import { join } from 'node:path'
import type { FsPort } from './fsPort'

/** Removes a folder with all that is in it; an absent one is fine. Rejects as the port does, and then some is left. */
export async function removeTree(fs: FsPort, folder: string): Promise<void> {
  if ((await fs.stat(folder)) === null) return
  for (const name of await fs.list(folder)) {
    const path = join(folder, name)
    if ((await fs.stat(path))?.kind === 'folder') await removeTree(fs, path)
    else await fs.unlink(path)
  }
  await fs.removeFolder(folder)
}
