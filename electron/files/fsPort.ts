import { constants } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rmdir, stat, statfs, unlink } from 'node:fs/promises'
import { err, type OrchardError } from '#shared/result'

/** `read`: must exist. `write`: must exist, read and write. `createNew`: must not exist, read and write. */
export type OpenMode = 'read' | 'write' | 'createNew'

/** An open file. Every method rejects with an `Error` whose `code` is an errno name such as `ENOSPC`. */
export interface FsFile {
  /** Reads into `target` from byte `position`; returns how many bytes arrived, 0 at the end of the file. */
  read(target: Uint8Array, position: number): Promise<number>
  /** Writes at byte `position`; may write less than asked, so use `writeFully`. */
  write(bytes: Uint8Array, position: number): Promise<number>
  /** Content and metadata are on the disk when it resolves. After a failure never sync this handle again. */
  sync(): Promise<void>
  /** Like `sync` for the content and the size only. */
  dataSync(): Promise<void>
  truncate(sizeBytes: number): Promise<void>
  sizeBytes(): Promise<number>
  close(): Promise<void>
}

/**
 * All that storage code may ask of a file system, so that tests can lose power, fill the disk or fail a sync
 * at any operation. Paths are whole paths. Rejections carry an errno name in `code`.
 */
export interface FsPort {
  open(path: string, mode: OpenMode): Promise<FsFile>
  rename(from: string, to: string): Promise<void>
  unlink(path: string): Promise<void>
  /** Names in a folder, sorted; an absent folder rejects with ENOENT. */
  list(folder: string): Promise<readonly string[]>
  /** Creates one folder, private to the user; an existing one is fine. The parent must exist. */
  makeFolder(folder: string): Promise<void>
  removeFolder(folder: string): Promise<void>
  /** `null` says that nothing is there; what cannot be read rejects instead. */
  stat(path: string): Promise<FileStat | null>
  /** Makes creations, renames and removals in the folder durable. Does nothing where folders cannot be synced. */
  syncFolder(folder: string): Promise<void>
  /** Bytes that this user may still write on the volume of `path`. */
  freeBytes(path: string): Promise<number>
}

/** What `FsPort.stat` tells. */
export interface FileStat {
  readonly kind: 'file' | 'folder'
  readonly sizeBytes: number
}

const PRIVATE_FILE = 0o600
const PRIVATE_FOLDER = 0o700
/** A virus scanner keeps a fresh file open for seconds on Windows (libuv/libuv#1981): wait up to about 30 s. */
const BUSY_WAITS_MS = [10, 20, 50, 100, 200, 500, 1_000, 2_000, 4_000, 8_000, 14_000]
/** Network and FUSE volumes that know no folder sync answer with one of these. */
const FOLDER_SYNC_UNKNOWN = new Set(['EINVAL', 'ENOTSUP', 'EISDIR', 'EOPNOTSUPP'])
const OPEN_FLAGS: Readonly<Record<OpenMode, number>> = {
  read: constants.O_RDONLY,
  write: constants.O_RDWR,
  createNew: constants.O_RDWR | constants.O_CREAT | constants.O_EXCL,
}

/** The errno name of a rejection, or undefined for what is no file system error. */
export function errnoOf(error: unknown): string | undefined {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined
  return typeof code === 'string' ? code : undefined
}

/**
 * Turns a rejection of the port into a failure of a room, for instance `journal.diskFull`. Reasons: diskFull,
 * readOnly, missing, exists, tooManyFiles, ioFailed, with the errno as a parameter, never a path; `unexpected` for
 * what is no file system error at all but a fault of ours.
 */
export function fsFailure(
  room: string,
  error: unknown,
): { readonly ok: false; readonly error: OrchardError } {
  const errno = errnoOf(error)
  if (errno === undefined) return err(`${room}.unexpected`)
  return err(`${room}.${REASONS[errno] ?? 'ioFailed'}`, { errno })
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  EFBIG: 'diskFull',
  EROFS: 'readOnly',
  EACCES: 'readOnly',
  EPERM: 'readOnly',
  ENOENT: 'missing',
  EEXIST: 'exists',
  EMFILE: 'tooManyFiles',
  ENFILE: 'tooManyFiles',
}

/** Writes all of `bytes` at `position`, looping over short writes; a write of nothing counts as a full disk. */
export async function writeFully(file: FsFile, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0
  while (done < bytes.length) {
    const written = await file.write(done === 0 ? bytes : bytes.subarray(done), position + done)
    if (written <= 0) throw Object.assign(new Error('nothing written'), { code: 'ENOSPC' })
    done += written
  }
}

/** Fills `target` from `position`, looping over short reads; returns less than its length only at the end. */
export async function readFully(
  file: Pick<FsFile, 'read'>,
  target: Uint8Array,
  position: number,
): Promise<number> {
  let done = 0
  while (done < target.length) {
    const arrived = await file.read(done === 0 ? target : target.subarray(done), position + done)
    if (arrived === 0) break
    done += arrived
  }
  return done
}

/** Runs `action` again while Windows says that someone else holds the file; other systems get one try. */
export async function retryWhileBusy(
  action: () => Promise<void>,
  platform: NodeJS.Platform = process.platform,
  waitsMs: readonly number[] = BUSY_WAITS_MS,
): Promise<void> {
  for (const waitMs of platform === 'win32' ? waitsMs : []) {
    try {
      return await action()
    } catch (error) {
      if (!['EPERM', 'EACCES', 'EBUSY'].includes(errnoOf(error) ?? '')) throw error
      await new Promise((resolve) => setTimeout(resolve, waitMs))
    }
  }
  return await action()
}

function nodeFile(handle: FileHandle): FsFile {
  return {
    read: async (target, position) => (await handle.read(target, 0, target.length, position)).bytesRead,
    write: async (bytes, position) => (await handle.write(bytes, 0, bytes.length, position)).bytesWritten,
    sync: () => handle.sync(),
    dataSync: () => handle.datasync(),
    truncate: (sizeBytes) => handle.truncate(sizeBytes),
    sizeBytes: async () => (await handle.stat()).size,
    close: () => handle.close(),
  }
}

async function syncNodeFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    if (!FOLDER_SYNC_UNKNOWN.has(errnoOf(error) ?? '')) throw error
  } finally {
    await handle.close()
  }
}

/** The real file system. Files are created 0600 and folders 0700: customer data are nobody else's to read. */
export const nodeFs: FsPort = {
  open: async (path, mode) => nodeFile(await open(path, OPEN_FLAGS[mode], PRIVATE_FILE)),
  rename: (from, to) => retryWhileBusy(() => rename(from, to)),
  unlink: (path) => retryWhileBusy(() => unlink(path)),
  list: async (folder) => (await readdir(folder)).sort(),
  makeFolder: async (folder) => {
    await mkdir(folder, { mode: PRIVATE_FOLDER }).catch((error: unknown) => {
      if (errnoOf(error) !== 'EEXIST') throw error
    })
  },
  removeFolder: (folder) => rmdir(folder),
  stat: async (path) => {
    try {
      const found = await stat(path)
      return { kind: found.isDirectory() ? 'folder' : 'file', sizeBytes: found.size }
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return null
      throw error
    }
  },
  syncFolder: syncNodeFolder,
  freeBytes: async (path) => {
    const volume = await statfs(path)
    return volume.bavail * volume.bsize
  },
}
