import { join } from 'node:path'
import { err, ok, type Result } from '#shared/result'
import { checkRoom } from '../files/checkRoom'
import { type FsPort, fsFailure } from '../files/fsPort'
import { removeTree } from '../files/removeTree'

/** Where Chromium keeps the databases of a session, below the session's folder. */
const INDEX_FOLDER = 'IndexedDB'
/** What such a folder is called once it was set aside; a number follows. */
const ASIDE_PREFIX = 'IndexedDB-aside-'
/** An empty file that asks the next start to do what this one could not. */
const WANTED = 'IndexedDB-set-aside'
/** A store that won't open on a full disk is not broken; a new one needs this much to begin with. */
const NEEDED_BYTES = 8 * 1024 * 1024

/**
 * The files behind the index. Where Chromium's store can't be opened at all, no database can be made under any name
 * before they are out of its way.
 */
export interface IndexFolder {
  /** Sets aside what the last start wanted to and could not. Call it before the page is loaded. */
  prepare(): Promise<Result<null>>
  /**
   * Moves the store out of the way, whole, so that Chromium begins a new one. Where somebody holds its files, the next
   * start does it. Errors: `index.diskFull`, then nothing was moved, `index.missing` without a folder, `index.ioFailed` ...
   */
  setAside(): Promise<Result<null>>
  /** Removes what earlier starts have set aside. What this one has stays until another start went well. */
  forgetAside(): Promise<Result<null>>
}

/** @param sessionFolder the session's folder, null for a session in memory */
export function createIndexFolder(fs: FsPort, sessionFolder: string | null): IndexFolder {
  const ofThisStart = new Set<string>()

  async function move(folder: string): Promise<void> {
    const taken = new Set(await fs.list(folder))
    if (!taken.has(INDEX_FOLDER)) return
    let number = 1
    while (taken.has(`${ASIDE_PREFIX}${number}`)) number += 1
    const name = `${ASIDE_PREFIX}${number}`
    await fs.rename(join(folder, INDEX_FOLDER), join(folder, name))
    ofThisStart.add(name)
    await fs.syncFolder(folder)
  }

  /** That the next start is asked is no more than a help: what the disk refuses here is not said. */
  async function want(folder: string): Promise<void> {
    const file = await fs.open(join(folder, WANTED), 'createNew').catch(() => undefined)
    await file?.close()
  }

  return {
    prepare: async () => {
      if (sessionFolder === null) return ok(null)
      try {
        const wanted = join(sessionFolder, WANTED)
        if ((await fs.stat(wanted)) === null) return ok(null)
        await move(sessionFolder)
        await fs.unlink(wanted)
        return ok(null)
      } catch (error) {
        return fsFailure('index', error)
      }
    },
    setAside: async () => {
      if (sessionFolder === null) return err('index.missing')
      const room = await checkRoom(fs, 'index', sessionFolder, NEEDED_BYTES)
      if (!room.ok) return room
      try {
        await move(sessionFolder)
        return ok(null)
      } catch (error) {
        await want(sessionFolder)
        return fsFailure('index', error)
      }
    },
    forgetAside: async () => {
      if (sessionFolder === null) return ok(null)
      try {
        const names = await fs.list(sessionFolder)
        for (const name of names.filter((name) => name.startsWith(ASIDE_PREFIX) && !ofThisStart.has(name)))
          await removeTree(fs, join(sessionFolder, name))
        return ok(null)
      } catch (error) {
        return fsFailure('index', error)
      }
    },
  }
}

/**
 * Removes the store's files and all that was set aside of them. Only before the page is loaded, when nobody has them
 * open. Rejects as the port does.
 */
export async function removeIndexFiles(fs: FsPort, sessionFolder: string): Promise<void> {
  for (const name of await fs.list(sessionFolder))
    if (name === INDEX_FOLDER || name.startsWith(ASIDE_PREFIX))
      await removeTree(fs, join(sessionFolder, name))
  await fs.syncFolder(sessionFolder)
}
