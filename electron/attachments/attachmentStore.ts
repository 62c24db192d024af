import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { err, ok, type Result } from '#shared/result'
import { durableWrite, readChunks, removeLeftovers } from '../files/durableWrite'
import { type FsPort, fsFailure } from '../files/fsPort'
import { SEAL_OVERHEAD_BYTES, type Seal } from '../lock/sealBox'

/** An attachment as records name it. */
interface StoredAttachment {
  /** SHA-256 of the bytes, 64 lower-case hex digits. */
  readonly hash: string
  readonly sizeBytes: number
}

/** Files that belong to records, stored once under the hash of their content. */
export interface AttachmentStore {
  /**
   * Stores bytes; durable when it answers, so that a record may name them. Content that is there already is checked
   * and, when damaged, put right. Errors: `attachment.tooLarge`, `attachment.diskFull`, `attachment.ioFailed` ...
   */
  put(bytes: Uint8Array): Promise<Result<StoredAttachment>>
  /** The bytes, checked against the hash. Errors: `attachment.badHash`, `attachment.missing`, `attachment.damaged`. */
  get(hash: string): Promise<Result<Uint8Array>>
  /** Reads and checks without keeping the bytes; returns the size. Errors as of `get`. */
  verify(hash: string): Promise<Result<{ readonly sizeBytes: number }>>
}

/** A photo of a phone is below 20 MB; more belongs into a folder of the person's own. */
export const MAX_ATTACHMENT_BYTES = 50 * 1024 * 1024
/** For instance e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855; nothing else becomes a path. */
const HASH = /^[0-9a-f]{64}$/

/** How attachments lie on the disk of a notebook under a lock: sealed, and under names that say nothing of the hash. */
export interface AttachmentSeal {
  readonly attachments: Seal
  nameOf(hash: string): string
}

/**
 * Opens the attachments of a notebook: `folder` is created below an existing parent when absent. With a `seal` they are
 * sealed.
 */
export async function openAttachmentStore(
  fs: FsPort,
  folder: string,
  seal?: AttachmentSeal | undefined,
): Promise<Result<AttachmentStore>> {
  const prepared = new Map<string, Promise<void>>()

  /** Prepares a folder once per start, and again when that failed. */
  function ensureFolder(path: string): Promise<void> {
    const known = prepared.get(path)
    if (known) return known
    const preparing = prepareFolder(fs, path)
    prepared.set(path, preparing)
    preparing.catch(() => prepared.delete(path))
    return preparing
  }

  /** Writes of the same content wait for each other. */
  const underWay = new Map<string, Promise<Result<StoredAttachment>>>()

  async function store(hash: string, bytes: Uint8Array): Promise<Result<StoredAttachment>> {
    const name = seal === undefined ? hash : seal.nameOf(hash)
    const place = join(folder, name.slice(0, 2))
    const stored = { hash, sizeBytes: bytes.length }
    try {
      await ensureFolder(place)
      const existing = await check(fs, folder, hash, seal)
      if (existing.ok) {
        // A kill may have come between renaming it and making the name durable.
        await fs.syncFolder(place)
        return ok(stored)
      }
      const kept = seal === undefined ? bytes : seal.attachments.seal(bytes, name)
      const written = await durableWrite(fs, place, name, kept, { onExisting: 'replace' })
      return written.ok ? ok(stored) : asAttachmentError(written.error)
    } catch (error) {
      return fsFailure('attachment', error)
    }
  }

  try {
    await ensureFolder(folder)
  } catch (error) {
    return fsFailure('attachment', error)
  }
  return ok({
    put: (bytes) => {
      if (bytes.length > MAX_ATTACHMENT_BYTES)
        return Promise.resolve(err('attachment.tooLarge', { limitBytes: MAX_ATTACHMENT_BYTES }))
      const hash = createHash('sha256').update(bytes).digest('hex')
      const stored = (underWay.get(hash) ?? Promise.resolve()).then(() => store(hash, bytes))
      underWay.set(hash, stored)
      return stored.finally(() => {
        if (underWay.get(hash) === stored) underWay.delete(hash)
      })
    },
    get: (hash) => readAttachment(fs, folder, hash, seal),
    verify: async (hash) => {
      if (!HASH.test(hash)) return err('attachment.badHash')
      return await check(fs, folder, hash, seal)
    },
  })
}

/** Creates a folder where there is none, makes its name durable and removes what a kill left in it. */
async function prepareFolder(fs: FsPort, path: string): Promise<void> {
  if (!(await fs.stat(path))) await fs.makeFolder(path)
  await fs.syncFolder(dirname(path))
  await removeLeftovers(fs, path)
}

async function readAttachment(
  fs: FsPort,
  folder: string,
  hash: string,
  seal: AttachmentSeal | undefined,
): Promise<Result<Uint8Array>> {
  if (!HASH.test(hash)) return err('attachment.badHash')
  const chunks: Uint8Array[] = []
  const checked = await check(fs, folder, hash, seal, (chunk) => chunks.push(chunk))
  return checked.ok ? ok(new Uint8Array(Buffer.concat(chunks))) : checked
}

async function check(
  fs: FsPort,
  folder: string,
  hash: string,
  seal: AttachmentSeal | undefined,
  onChunk: (chunk: Uint8Array) => void = () => undefined,
): Promise<Result<{ readonly sizeBytes: number }>> {
  const found = createHash('sha256')
  const name = seal === undefined ? hash : seal.nameOf(hash)
  let sizeBytes = 0
  try {
    for await (const chunk of plainChunks(fs, join(folder, name.slice(0, 2), name), hash, seal)) {
      found.update(chunk)
      sizeBytes += chunk.length
      if (sizeBytes > MAX_ATTACHMENT_BYTES) return err('attachment.damaged')
      onChunk(chunk)
    }
  } catch (error) {
    return fsFailure('attachment', error)
  }
  return found.digest('hex') === hash ? ok({ sizeBytes }) : err('attachment.damaged')
}

/** What is kept of an attachment; of a sealed one nothing at all where it does not open, and then the hash is wrong. */
async function* plainChunks(
  fs: FsPort,
  path: string,
  hash: string,
  seal: AttachmentSeal | undefined,
): AsyncGenerator<Uint8Array> {
  if (seal === undefined) {
    yield* readChunks(fs, path)
    return
  }
  const sealed: Uint8Array[] = []
  let sizeBytes = 0
  for await (const chunk of readChunks(fs, path)) {
    sizeBytes += chunk.length
    if (sizeBytes > MAX_ATTACHMENT_BYTES + SEAL_OVERHEAD_BYTES) return
    sealed.push(chunk)
  }
  const plain = seal.attachments.open(Buffer.concat(sealed), seal.nameOf(hash))
  if (plain !== undefined) yield plain
}

function asAttachmentError({ code, params }: { code: string; params?: Parameters<typeof err>[1] }) {
  return err(code.replace(/^file\./, 'attachment.'), params)
}
