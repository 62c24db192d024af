import { SEAL_CHUNK_BYTES, SEAL_CHUNK_HEAD_BYTES, SEAL_TAG_BYTES } from '#shared/snapshot/sealFormat'
import { type FsFile, readFully } from '../files/fsPort'
import { ByteSource } from './byteSource'
import { openChunk } from './sealBytes'
import { type FileSeal, readSealBeginning, unwrapWith } from './sealKey'
import { refuse } from './snapshotFault'

/** The part of a file that reading at a place takes. */
export type ReadableFile = Pick<FsFile, 'read' | 'sizeBytes'>

const EXTRA_BYTES = SEAL_CHUNK_HEAD_BYTES + SEAL_TAG_BYTES
const SEALED_CHUNK_BYTES = SEAL_CHUNK_BYTES + EXTRA_BYTES
/** More than the beginning ever takes. */
const BEGINNING_BYTES = 8 * 1024

/**
 * A sealed copy as the file that is inside, read at any place; only the chunks are opened that are asked for. Every chunk
 * but the last holds the same number of bytes, and the last says that it is. Throws what `readSealBeginning` and
 * `unwrapWith` throw; reading throws `backup.truncated` and `backup.tampered`.
 */
export async function openSealedFile(file: ReadableFile, seal: FileSeal): Promise<ReadableFile> {
  const sizeBytes = await file.sizeBytes()
  const bytes = Buffer.alloc(Math.min(sizeBytes, BEGINNING_BYTES))
  await readAll(file, bytes, 0)
  const beginning = await readSealBeginning(once(bytes))
  const key = unwrapWith(beginning, seal.key)
  const { sha256, sizeBytes: first } = beginning
  const chunks = Math.ceil((sizeBytes - first) / SEALED_CHUNK_BYTES)
  const plainBytes = sizeBytes - first - chunks * EXTRA_BYTES
  if (chunks < 1 || plainBytes < 0) refuse('backup.truncated')

  async function chunkAt(number: number): Promise<Uint8Array> {
    const isLast = number === chunks - 1
    const length = isLast ? plainBytes - number * SEAL_CHUNK_BYTES : SEAL_CHUNK_BYTES
    if (length < 0) refuse('backup.truncated')
    const sealed = Buffer.alloc(length + SEAL_TAG_BYTES)
    await readAll(file, sealed, first + number * SEALED_CHUNK_BYTES + SEAL_CHUNK_HEAD_BYTES)
    return openChunk(key, { sha256, number, isLast, length }, sealed)
  }

  return {
    sizeBytes: async () => plainBytes,
    read: async (target, position) => {
      const number = Math.floor(position / SEAL_CHUNK_BYTES)
      if (position >= plainBytes) return 0
      const part = (await chunkAt(number)).subarray(position - number * SEAL_CHUNK_BYTES)
      const given = part.subarray(0, target.length)
      target.set(given)
      return given.length
    },
  }
}

async function readAll(file: ReadableFile, target: Uint8Array, position: number): Promise<void> {
  if ((await readFully(file, target, position)) < target.length) refuse('backup.truncated')
}

function once(bytes: Uint8Array): ByteSource {
  async function* chunks() {
    yield bytes
  }
  return new ByteSource(chunks())
}
