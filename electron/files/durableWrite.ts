import { createHash, type Hash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { err, ok, type Result } from '#shared/result'
import { type FsFile, type FsPort, fsFailure, writeFully } from './fsPort'

/** What was written. */
interface WrittenFile {
  readonly sizeBytes: number
  /** SHA-256, lower-case hex, computed while writing and again from what was read back. */
  readonly sha256: string
}

/** How to write. */
export interface DurableWriteOptions {
  /** `refuse` (the default) answers `file.exists` when the name is taken; `replace` swaps it in one step. */
  readonly onExisting?: 'refuse' | 'replace'
  /**
   * Reads the finished temporary file once more in its own way (a snapshot parses and counts it). A failure keeps
   * the file from ever getting its name.
   */
  readonly verify?: (readBack: AsyncIterable<Uint8Array>) => Promise<Result<unknown>>
  /** The name to give instead of `name`, for content whose name is known when all of it was written and verified. */
  readonly finalName?: () => string
}

const READ_BYTES = 256 * 1024
/** For instance backup.orchard.tmp-0f3a8c1d2b4e5f60 */
const TEMP_NAME = /\.tmp-[0-9a-f]{16}$/

/**
 * Writes a file that is either whole, verified and durable under its name, or not there: temporary file in the same
 * folder, loop on short writes, fsync, read back and compare, rename, fsync of the folder. Content comes as bytes or
 * as a stream of chunks. On any failure the temporary file is removed and what had the name before is untouched,
 * except that with `replace` a failed sync of the folder may leave the new, whole content.
 * Errors: `file.exists`, `file.diskFull`, `file.readOnly`, `file.missing` (the folder), `file.tooManyFiles`,
 * `file.ioFailed`, `file.verifyFailed`, `file.sourceFailed` (the stream), or what `verify` answered.
 */
export async function durableWrite(
  fs: FsPort,
  folder: string,
  name: string,
  content: Uint8Array | AsyncIterable<Uint8Array>,
  options: DurableWriteOptions = {},
): Promise<Result<WrittenFile>> {
  let target = join(folder, name)
  const temp = `${target}.tmp-${randomBytes(8).toString('hex')}`
  const mayReplace = options.onExisting === 'replace'
  let named = false
  try {
    if (!mayReplace && (await fs.stat(target))) return err('file.exists')
    const written = await writeTemp(fs, temp, content)
    const verified = written.ok ? await verifyTemp(fs, temp, written.value, options.verify) : written
    if (!verified.ok) return await discard(fs, temp, verified)
    if (options.finalName !== undefined) {
      target = join(folder, options.finalName())
      if (!mayReplace && (await fs.stat(target))) return await discard(fs, temp, err('file.exists'))
    }
    await fs.rename(temp, target)
    named = true
    await fs.syncFolder(folder)
    return written
  } catch (error) {
    const leftover = named ? (mayReplace ? undefined : target) : temp
    return leftover ? await discard(fs, leftover, fsFailure('file', error)) : fsFailure('file', error)
  }
}

/**
 * Removes temporary files that a kill left in a folder; call it before anything is written there. Returns how many
 * were removed; what cannot be removed stays for the next start.
 */
export async function removeLeftovers(fs: FsPort, folder: string): Promise<number> {
  const leftovers = (await fs.list(folder).catch(() => [])).filter((name) => TEMP_NAME.test(name))
  const removals = await Promise.allSettled(leftovers.map((name) => fs.unlink(join(folder, name))))
  return removals.filter((removal) => removal.status === 'fulfilled').length
}

/** Streams a file in chunks of at most 256 KiB; rejects with an errno. Every chunk is its own buffer. */
export async function* readChunks(fs: FsPort, path: string): AsyncGenerator<Uint8Array> {
  const file = await fs.open(path, 'read')
  try {
    for (let offset = 0; ; ) {
      const chunk = new Uint8Array(READ_BYTES)
      const length = await file.read(chunk, offset)
      if (length === 0) return
      yield chunk.subarray(0, length)
      offset += length
    }
  } finally {
    await file.close()
  }
}

/** All of a file that is known to be small enough for the memory; rejects with an errno. */
export async function readWhole(fs: FsPort, path: string): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of readChunks(fs, path)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function writeTemp(
  fs: FsPort,
  temp: string,
  content: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<Result<WrittenFile>> {
  const file = await fs.open(temp, 'createNew')
  try {
    const hash = createHash('sha256')
    const sizeBytes = await writeContent(file, content, hash)
    if (sizeBytes === undefined) return err('file.sourceFailed')
    await file.sync()
    return ok({ sizeBytes, sha256: hash.digest('hex') })
  } finally {
    await file.close()
  }
}

/** Writes and hashes everything; undefined when the stream itself fails, which is not the disk's doing. */
async function writeContent(
  file: FsFile,
  content: Uint8Array | AsyncIterable<Uint8Array>,
  hash: Hash,
): Promise<number | undefined> {
  if (content instanceof Uint8Array) {
    hash.update(content)
    await writeFully(file, content, 0)
    return content.length
  }
  const chunks = content[Symbol.asyncIterator]()
  let offset = 0
  try {
    for (;;) {
      const next = await chunks.next().catch(() => undefined)
      if (next === undefined) return undefined
      if (next.done) return offset
      hash.update(next.value)
      await writeFully(file, next.value, offset)
      offset += next.value.length
    }
  } catch (error) {
    await chunks.return?.().catch(() => undefined)
    throw error
  }
}

async function verifyTemp(
  fs: FsPort,
  temp: string,
  written: WrittenFile,
  verify: DurableWriteOptions['verify'],
): Promise<Result<unknown>> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  for await (const chunk of readChunks(fs, temp)) {
    hash.update(chunk)
    sizeBytes += chunk.length
  }
  if (sizeBytes !== written.sizeBytes || hash.digest('hex') !== written.sha256)
    return err('file.verifyFailed')
  return verify ? await verify(readChunks(fs, temp)) : ok(undefined)
}

async function discard<E extends { readonly ok: false }>(fs: FsPort, path: string, failure: E): Promise<E> {
  await fs.unlink(path).catch(() => undefined)
  return failure
}
