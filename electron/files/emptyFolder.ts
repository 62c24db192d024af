import { join } from 'node:path'
import type { FsPort } from './fsPort'

/** Takes a folder of ours away with the files in it. What another program holds on to stays; nothing there is no fault. */
export async function emptyFolder(fs: FsPort, folder: string): Promise<void> {
  const names = await fs.list(folder).catch(() => [])
  for (const name of names) await fs.unlink(join(folder, name)).catch(() => undefined)
  await fs.removeFolder(folder).catch(() => undefined)
}
