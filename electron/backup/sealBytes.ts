import { createCipheriv, createDecipheriv } from 'node:crypto'
import {
  MAX_SEAL_CHUNK_BYTES,
  SEAL_CHUNK_BYTES,
  SEAL_CHUNK_HEAD_BYTES,
  SEAL_NONCE_BYTES,
  SEAL_TAG_BYTES,
} from '#shared/snapshot/sealFormat'
import { ByteSource } from './byteSource'
import { type FileSeal, newSeal, readSealBeginning, SEAL_CIPHER, type SealBeginning } from './sealKey'
import { refuse } from './snapshotFault'

/** The bytes of a sealed copy of what `plain` gives. Memory is bounded by two chunks, however long it is. */
export async function* sealedBytes(
  plain: AsyncIterable<Uint8Array>,
  seal: FileSeal,
): AsyncGenerator<Uint8Array> {
  const source = new ByteSource(plain)
  try {
    const { bytes, sha256, key } = newSeal(seal)
    yield bytes
    let chunk = await source.take(SEAL_CHUNK_BYTES)
    for (let number = 0; ; number += 1) {
      // The last chunk says so itself, so that one has to be looked for behind each.
      const following = await source.take(SEAL_CHUNK_BYTES)
      const isLast = following.length === 0
      yield sealChunk(key, { sha256, number, isLast, length: chunk.length }, chunk)
      if (isLast) return
      chunk = following
    }
  } finally {
    await source.close()
  }
}

/**
 * What is inside a sealed copy, chunk by chunk, each proven to stand where it was written. `keyOf` gives the file's key
 * and may refuse by throwing. Throws a `SnapshotFault`: those of `readSealBeginning` and `unwrapKey`,
 * `backup.truncated`, `backup.tampered`, `backup.tooLarge`; or an errno.
 */
export async function* unsealedBytes(
  stream: AsyncIterable<Uint8Array>,
  keyOf: (beginning: SealBeginning) => Promise<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const source = new ByteSource(stream)
  try {
    const beginning = await readSealBeginning(source)
    const key = await keyOf(beginning)
    for (let number = 0; ; number += 1) {
      const head = await source.take(SEAL_CHUNK_HEAD_BYTES)
      if (head.length < SEAL_CHUNK_HEAD_BYTES) refuse('backup.truncated')
      const view = new DataView(head.buffer, head.byteOffset, head.length)
      const length = view.getUint32(1, true)
      if (view.getUint8(0) > 1) refuse('backup.tampered')
      if (length > MAX_SEAL_CHUNK_BYTES) refuse('backup.tooLarge')
      const isLast = view.getUint8(0) === 1
      const sealed = await source.take(length + SEAL_TAG_BYTES)
      if (sealed.length < length + SEAL_TAG_BYTES) refuse('backup.truncated')
      yield openChunk(key, { sha256: beginning.sha256, number, isLast, length }, sealed)
      if (!isLast) continue
      if ((await source.take(1)).length > 0) refuse('backup.tampered')
      return
    }
  } finally {
    await source.close()
  }
}

/** What a chunk is bound to. */
interface ChunkPlace {
  readonly sha256: Uint8Array
  readonly number: number
  readonly isLast: boolean
  readonly length: number
}

function sealChunk(key: Uint8Array, place: ChunkPlace, plain: Uint8Array): Uint8Array {
  const cipher = createCipheriv(SEAL_CIPHER, key, nonceOf(place))
  cipher.setAAD(boundTo(place))
  const head = Buffer.alloc(SEAL_CHUNK_HEAD_BYTES)
  head.writeUInt8(place.isLast ? 1 : 0, 0)
  head.writeUInt32LE(plain.length, 1)
  return Buffer.concat([head, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** One chunk's plain bytes. Throws `backup.tampered` where it is not the one that was sealed there. */
export function openChunk(key: Uint8Array, place: ChunkPlace, sealed: Uint8Array): Uint8Array {
  const decipher = createDecipheriv(SEAL_CIPHER, key, nonceOf(place), { authTagLength: SEAL_TAG_BYTES })
  decipher.setAAD(boundTo(place))
  decipher.setAuthTag(sealed.subarray(place.length))
  const plain = decipher.update(sealed.subarray(0, place.length))
  try {
    decipher.final()
  } catch {
    return refuse('backup.tampered')
  }
  return plain
}

/** The key belongs to one file, in which no number comes twice. */
function nonceOf({ number }: ChunkPlace): Uint8Array {
  const nonce = Buffer.alloc(SEAL_NONCE_BYTES)
  nonce.writeBigUInt64LE(BigInt(number), 4)
  return nonce
}

function boundTo({ sha256, number, isLast, length }: ChunkPlace): Uint8Array {
  const place = Buffer.alloc(8 + SEAL_CHUNK_HEAD_BYTES)
  place.writeBigUInt64LE(BigInt(number), 0)
  place.writeUInt8(isLast ? 1 : 0, 8)
  place.writeUInt32LE(length, 9)
  return Buffer.concat([sha256, place])
}
