import path from 'node:path'
import { err, ok, type Result } from '#shared/result'
import type { FsPort } from '../files/fsPort'

/** What this run has saved where the person wanted it. The window names none of it by a path. */
export interface SavedFiles {
  /** Remembers a file, or a folder that was filled, once it is there, whole. */
  remember(place: string): void
  /** Where the one lies that was saved last under this name; undefined for any that this run has not saved. */
  find(name: string): string | undefined
  /** Shows it where it lies, in the system's own window of files. Error: `export.gone`. */
  show(name: string): Promise<Result<null>>
}

/** More than any list of files shows. */
const REMEMBERED = 200

/** Makes the memory; `showInFolder` is the system's, which says nothing of how it went. */
export function createSavedFiles(parts: {
  readonly fs: Pick<FsPort, 'stat'>
  readonly showInFolder: (place: string) => void
}): SavedFiles {
  const savedAs = new Map<string, string>()
  return {
    remember: (place) => {
      const name = path.basename(place)
      savedAs.delete(name)
      savedAs.set(name, place)
      const [oldest] = savedAs.keys()
      if (savedAs.size > REMEMBERED && oldest !== undefined) savedAs.delete(oldest)
    },
    find: (name) => savedAs.get(name),
    show: async (name) => {
      const place = savedAs.get(name)
      if (place === undefined) return err('export.gone')
      // Of what somebody has moved or thrown away the system would show nothing, without a word.
      const found = await parts.fs.stat(place).catch(() => null)
      if (found === null) return err('export.gone')
      parts.showInFolder(place)
      return ok(null)
    },
  }
}
