import { dirname, join } from 'node:path'
import type { UnreadableBackup } from '#shared/ipc/backup'
import { ok, type Result } from '#shared/result'
import { isSnapshotId, snapshotFileName, snapshotIdOf } from '#shared/snapshot/snapshotName'
import { type DurableWriteOptions, durableWrite, readChunks, removeLeftovers } from '../files/durableWrite'
import { type FsPort, fsFailure } from '../files/fsPort'
import { openedWithSeal } from './openSealed'
import { type QuickLook, quickLook, quickLookSealed } from './quickLook'
import { sealedBytes } from './sealBytes'
import type { FileSeal } from './sealKey'

/** A file of the folder that could be looked at. */
export interface StoredSnapshot extends QuickLook {
  readonly id: string
}

/** What is in the folder. */
export interface FolderContent {
  readonly snapshots: readonly StoredSnapshot[]
  readonly unreadable: readonly UnreadableBackup[]
}

/**
 * The folder of the snapshots. Every file in it was verified before it got its name, and is never written
 * again, but for an erasure, which puts a cleaned one in its place.
 */
export interface SnapshotFolder {
  readonly path: string
  /**
   * Writes a file into it as `durableWrite` does, sealed where the folder is; `verify` reads what is inside again.
   */
  write(
    name: string,
    content: AsyncIterable<Uint8Array>,
    options: DurableWriteOptions,
  ): ReturnType<typeof durableWrite>
  /** Everything in it, in no order. Errors: `backup.ioFailed` ... */
  list(): Promise<Result<FolderContent>>
  /** One snapshot, undefined when there is no readable one of this id. */
  find(id: string): Promise<StoredSnapshot | undefined>
  /** The bytes of the snapshot, unsealed where the folder is sealed; rejects with an errno. */
  stream(id: string): AsyncIterable<Uint8Array>
  /** Puts what waits under `cleanedFileName` in the place of the snapshot of that id. Errors: `backup.ioFailed` ... */
  takeCleaned(ids: readonly string[]): Promise<Result<null>>
  /** Removes whatever waits. Rejects with an errno. */
  dropCleaned(): Promise<void>
  /** Removes snapshots; one that cannot be removed stays for the next time. */
  remove(ids: readonly string[]): Promise<void>
}

/** Not one of the names that a snapshot can have: nobody takes it for one. */
const CLEANED_SUFFIX = '.cleaned'

/** Under this name a snapshot that an erasure has written anew waits for its place. */
export function cleanedFileName(id: string): string {
  return `${snapshotFileName(id)}${CLEANED_SUFFIX}`
}

/**
 * Opens the folder, creating it below an existing parent, and removes what a kill left in it. In a sealed one, files that
 * don't open with `seal` are not readable.
 */
export async function openSnapshotFolder(
  fs: FsPort,
  path: string,
  seal?: FileSeal | undefined,
): Promise<Result<SnapshotFolder>> {
  const lookAt = (file: string) =>
    seal === undefined ? quickLook(fs, file) : quickLookSealed(fs, file, seal)
  try {
    if (!(await fs.stat(path))) await fs.makeFolder(path)
    await fs.syncFolder(dirname(path))
    await removeLeftovers(fs, path)
  } catch (error) {
    return fsFailure('backup', error)
  }
  // Files never change under their name, so that a look lasts as long as the size.
  const looks = new Map<string, StoredSnapshot>()

  async function look(id: string): Promise<Result<StoredSnapshot> & { readonly sizeBytes: number }> {
    const file = join(path, snapshotFileName(id))
    const sizeBytes = (await fs.stat(file).catch(() => null))?.sizeBytes ?? 0
    const known = looks.get(id)
    if (known?.sizeBytes === sizeBytes) return { ...ok(known), sizeBytes }
    const looked = await lookAt(file)
    if (!looked.ok) return { ...looked, sizeBytes }
    const stored = { id, ...looked.value }
    looks.set(id, stored)
    return { ...ok(stored), sizeBytes }
  }

  return ok({
    path,
    write: (name, content, options) => {
      if (seal === undefined) return durableWrite(fs, path, name, content, options)
      const { verify } = options
      return durableWrite(fs, path, name, sealedBytes(content, seal), {
        ...options,
        ...(verify && { verify: (readBack) => verify(openedWithSeal(readBack, seal)) }),
      })
    },
    list: async () => {
      const snapshots: StoredSnapshot[] = []
      const unreadable: UnreadableBackup[] = []
      try {
        for (const name of await fs.list(path)) {
          const id = snapshotIdOf(name)
          if (id === undefined) continue
          const looked = await look(id)
          if (looked.ok) snapshots.push(looked.value)
          else unreadable.push({ id, sizeBytes: looked.sizeBytes, problem: looked.error.code })
        }
      } catch (error) {
        return fsFailure('backup', error)
      }
      return ok({ snapshots, unreadable })
    },
    find: async (id) => {
      if (!isSnapshotId(id)) return undefined
      const looked = await look(id)
      return looked.ok ? looked.value : undefined
    },
    stream: (id) => {
      const stream = readChunks(fs, join(path, snapshotFileName(id)))
      return seal === undefined ? stream : openedWithSeal(stream, seal)
    },
    takeCleaned: async (ids) => {
      try {
        for (const id of ids) {
          const waiting = join(path, cleanedFileName(id))
          // Where an earlier try was cut short, the first ones are in their place already.
          if ((await fs.stat(waiting)) === null) continue
          looks.delete(id)
          await fs.rename(waiting, join(path, snapshotFileName(id)))
        }
        await fs.syncFolder(path)
        return ok(null)
      } catch (error) {
        return fsFailure('backup', error)
      }
    },
    dropCleaned: async () => {
      for (const name of await fs.list(path))
        if (name.endsWith(CLEANED_SUFFIX)) await fs.unlink(join(path, name))
    },
    remove: async (ids) => {
      const removals = ids.filter(isSnapshotId).map(async (id) => {
        await fs.unlink(join(path, snapshotFileName(id)))
        looks.delete(id)
      })
      await Promise.allSettled(removals)
      if (ids.length > 0) await fs.syncFolder(path).catch(() => undefined)
    },
  })
}
