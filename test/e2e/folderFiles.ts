import { type Dirent, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A file below a folder, with what it held when it was read. */
interface FoundFile {
  /** From the folder on. */
  readonly name: string
  readonly bytes: Buffer
}

/**
 * Every file below a folder, one after another. Other programs may be at work there, the browser engine with its own
 * files first of all: what goes while one looks is passed over.
 */
export function* filesBelow(folder: string, within = ''): Generator<FoundFile> {
  for (const entry of unlessGone(() => readdirSync(path.join(folder, within), { withFileTypes: true })) ?? [])
    yield* entry.isDirectory() ? filesBelow(folder, path.join(within, entry.name)) : read(entry)

  function* read(entry: Dirent): Generator<FoundFile> {
    const name = path.join(within, entry.name)
    if (!entry.isFile()) return
    const bytes = unlessGone(() => readFileSync(path.join(folder, name)))
    if (bytes !== undefined) yield { name, bytes }
  }
}

function unlessGone<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw fault
  }
}
