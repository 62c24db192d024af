import { createHash, randomBytes } from 'node:crypto'
import path from 'node:path'
import type { FolderFile } from '#shared/takeAlong/manifest'
import { readChunks } from '../files/durableWrite'
import { numberedName } from '../files/fileName'
import { type FsPort, writeFully } from '../files/fsPort'

/** A file of the folder that is being written. */
export interface GrowingFile {
  write(bytes: Uint8Array): Promise<void>
  /** Makes it durable. What it holds then stands in the manifest. */
  close(): Promise<FolderFile>
}

/** Something was to be written into a folder that has been given up. */
export class GivenUpError extends Error {
  override readonly name = 'GivenUpError'
}

/** More folders of one name and day nobody has. */
const MOST_OF_A_NAME = 1_000
/** Temporary while it is being written: `Orchard 2026-11-28.unfinished-0f3a8c1d2b4e5f60` */
const UNFINISHED = '.unfinished-'

/**
 * A folder that has its name only when it is whole: it is filled under a temporary one, every file is synced and
 * hashed as it is written, and all of it goes away when something fails. Methods reject with an errno.
 */
export class FolderWriter {
  private readonly written = new Map<string, FolderFile>()
  private readonly open = new Set<{ close(): Promise<void> }>()
  private stopped = false

  private constructor(
    private readonly fs: FsPort,
    private readonly place: string,
    private readonly title: string,
    private readonly folder: string,
  ) {}

  /** Makes the folder in `place`; `title` is the name that it will have, or that with a number. */
  static async begin(
    fs: FsPort,
    place: string,
    title: string,
    folders: readonly string[],
  ): Promise<FolderWriter> {
    const folder = path.join(place, `${title}${UNFINISHED}${randomBytes(8).toString('hex')}`)
    const writer = new FolderWriter(fs, place, title, folder)
    try {
      await fs.makeFolder(folder)
      for (const name of folders) await fs.makeFolder(path.join(folder, name))
    } catch (fault) {
      await writer.remove()
      throw fault
    }
    return writer
  }

  /** Every finished file by its path. */
  files(): FolderFile[] {
    return [...this.written.values()]
  }

  /** From here on nothing is written any more: whoever tries gets a `GivenUpError`. */
  stop(): void {
    this.stopped = true
  }

  isStopped(): boolean {
    return this.stopped
  }

  /** Begins a file; `name` is its path below the folder, with forward slashes. */
  async create(name: string): Promise<GrowingFile> {
    this.goOn()
    const file = await this.fs.open(path.join(this.folder, name), 'createNew')
    this.open.add(file)
    const hash = createHash('sha256')
    let sizeBytes = 0
    return {
      write: async (bytes) => {
        this.goOn()
        hash.update(bytes)
        await writeFully(file, bytes, sizeBytes)
        sizeBytes += bytes.length
      },
      close: async () => {
        await file.sync()
        this.open.delete(file)
        await file.close()
        const entry = { path: name, sizeBytes, sha256: hash.digest('hex') }
        this.written.set(name, entry)
        return entry
      },
    }
  }

  /** Writes a whole file. */
  async add(name: string, content: Uint8Array | AsyncIterable<Uint8Array>): Promise<FolderFile> {
    const file = await this.create(name)
    if (content instanceof Uint8Array) await file.write(content)
    else for await (const bytes of content) await file.write(bytes)
    return file.close()
  }

  /** Puts new content in the place of a finished file, for which the old one may still be read. */
  async replace(name: string, content: AsyncIterable<Uint8Array>): Promise<void> {
    const fresh = await this.add(`${name}.new`, content)
    this.written.delete(fresh.path)
    await this.fs.unlink(path.join(this.folder, name))
    await this.fs.rename(path.join(this.folder, fresh.path), path.join(this.folder, name))
    this.written.set(name, { ...fresh, path: name })
  }

  /** The bytes of a finished file. */
  read(name: string): AsyncGenerator<Uint8Array> {
    return readChunks(this.fs, path.join(this.folder, name))
  }

  /** The folder as it lies there now, for reading it back before it gets its name. */
  get path(): string {
    return this.folder
  }

  /** Gives the folder its name, or the first one with a number that is free, and answers where it lies. */
  async finish(folders: readonly string[]): Promise<string> {
    for (const name of folders) await this.fs.syncFolder(path.join(this.folder, name))
    await this.fs.syncFolder(this.folder)
    const name = await this.freeName()
    this.goOn()
    const finished = path.join(this.place, name)
    await this.fs.rename(this.folder, finished)
    await this.fs.syncFolder(this.place)
    return finished
  }

  /** Removes everything that was written, when nobody writes any more; what can't be removed stays under the temporary name. */
  async remove(): Promise<void> {
    await Promise.allSettled([...this.open].map((file) => file.close()))
    this.open.clear()
    await removeTree(this.fs, this.folder).catch(() => undefined)
  }

  private goOn(): void {
    if (this.stopped) throw new GivenUpError()
  }

  private async freeName(): Promise<string> {
    for (let number = 1; number <= MOST_OF_A_NAME; number += 1) {
      const name = number === 1 ? this.title : `${this.title} (${number})`
      if ((await this.fs.stat(path.join(this.place, name))) === null) return name
    }
    throw Object.assign(new Error('no free name'), { code: 'EEXIST' })
  }
}

/** Gives each file of a folder a name of its own, whatever case or composition the system tells apart. */
export class OwnNames {
  private readonly taken = new Map<string, number>()

  /** `name.ending`, or the next one with a number; half a character, which no system can write, becomes a mark. */
  take(title: string, ending: string): string {
    const name = title.replace(/\p{Surrogate}/gu, '\ufffd')
    const plain = keyOf(numberedName(name, 1, ending))
    for (let number = (this.taken.get(plain) ?? 0) + 1; ; number += 1) {
      const own = numberedName(name, number, ending)
      this.taken.set(plain, number)
      // "Ana (2)" may be somebody's name as well.
      if (number > 1 && this.taken.has(keyOf(own))) continue
      if (number > 1) this.taken.set(keyOf(own), 1)
      return own
    }
  }
}

function keyOf(name: string): string {
  return name.normalize('NFKC').toLowerCase().normalize('NFC')
}

/** A folder of folders of files, as this writer makes them, is removed from the inside out. */
async function removeTree(fs: FsPort, folder: string): Promise<void> {
  for (const name of await fs.list(folder)) {
    const inside = path.join(folder, name)
    if ((await fs.stat(inside))?.kind === 'folder') await removeTree(fs, inside)
    else await fs.unlink(inside)
  }
  await fs.removeFolder(folder)
}
