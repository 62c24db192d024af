import { readdirSync } from 'node:fs'
import path from 'node:path'

/** Lists the built window once at start: URL path to file. Only what is in this list can ever be served. */
export function listRendererFiles(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    files.set(`/${path.relative(folder, file).split(path.sep).join('/')}`, file)
  }
  return files
}
