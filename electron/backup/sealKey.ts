import {
  createCipheriv,
  createDecipheriv,
  createHash,
  randomBytes,
  type ScryptOptions,
  scrypt,
} from 'node:crypto'
import { CHAIN_BYTES, PREAMBLE_BYTES } from '#shared/snapshot/format'
import { normalPassphrase } from '#shared/snapshot/passphrase'
import {
  decodeSealHeader,
  encodeSealHeader,
  MAX_SEAL_HEADER_BYTES,
  SEAL_FORMAT,
  SEAL_KEY_BYTES,
  SEAL_MAGIC,
  SEAL_NONCE_BYTES,
  SEAL_TAG_BYTES,
  type SealCost,
  type SealHeader,
  sealMemoryBytes,
  wrappedFor,
} from '#shared/snapshot/sealFormat'
import type { ByteSource } from './byteSource'
import { firstChain } from './frameChain'
import { orThrow, refuse, textOf } from './snapshotFault'

/** Both the way a key is wrapped and the way chunks are sealed. */
export const SEAL_CIPHER = 'aes-256-gcm'

/** What stands before the first chunk of a sealed copy. */
export interface SealBeginning {
  readonly header: SealHeader
  /** SHA-256 of its bytes; every chunk is bound to it. */
  readonly sha256: Uint8Array
}

/** A new file's beginning and its key. The passphrase is neither kept nor written. */
export async function newSeal(
  passphrase: string,
  cost: SealCost,
): Promise<{ readonly bytes: Uint8Array; readonly sha256: Uint8Array; readonly key: Uint8Array }> {
  const key = randomBytes(SEAL_KEY_BYTES)
  const open: SealHeader = {
    kdf: 'scrypt',
    ...cost,
    salt: randomBytes(32).toString('hex'),
    nonce: randomBytes(SEAL_NONCE_BYTES).toString('hex'),
    wrapped: '',
  }
  const cipher = createCipheriv(
    SEAL_CIPHER,
    await deriveKey(passphrase, open),
    Buffer.from(open.nonce, 'hex'),
  )
  cipher.setAAD(Buffer.from(wrappedFor(open)))
  const wrapped = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]).toString('hex')
  const json = Buffer.from(encodeSealHeader({ ...open, wrapped }))
  const beginning = Buffer.alloc(PREAMBLE_BYTES + json.length)
  beginning.set(SEAL_MAGIC, 0)
  beginning.writeUInt16LE(SEAL_FORMAT, 8)
  beginning.writeUInt32LE(json.length, 10)
  beginning.set(json, PREAMBLE_BYTES)
  const bytes = Buffer.concat([beginning, firstChain(beginning)])
  return { bytes, sha256: sha256(bytes), key }
}

/**
 * Reads what stands before the first chunk. Throws `backup.notOurs`, `backup.newerFormat`, `backup.truncated`,
 * `backup.tampered`, `backup.tooLarge`.
 */
export async function readSealBeginning(source: ByteSource): Promise<SealBeginning> {
  const preamble = await source.take(PREAMBLE_BYTES)
  const magic = preamble.subarray(0, SEAL_MAGIC.length)
  if (Buffer.compare(magic, SEAL_MAGIC.subarray(0, magic.length)) !== 0) refuse('backup.notOurs')
  if (preamble.length < PREAMBLE_BYTES) refuse('backup.truncated')
  const view = new DataView(preamble.buffer, preamble.byteOffset, preamble.length)
  const format = view.getUint16(8, true)
  if (format > SEAL_FORMAT) refuse('backup.newerFormat')
  if (format < SEAL_FORMAT) refuse('backup.tampered')
  const length = view.getUint32(10, true)
  if (length > MAX_SEAL_HEADER_BYTES) refuse('backup.tooLarge')
  const json = await source.take(length)
  const checksum = await source.take(CHAIN_BYTES)
  if (json.length < length || checksum.length < CHAIN_BYTES) refuse('backup.truncated')
  const beginning = Buffer.concat([preamble, json])
  if (Buffer.compare(firstChain(beginning), checksum) !== 0) refuse('backup.tampered')
  return {
    header: orThrow(decodeSealHeader(textOf(json))),
    sha256: sha256(Buffer.concat([beginning, checksum])),
  }
}

/** The file's key. Throws `backup.wrongPassphrase`. */
export async function unwrapKey({ header }: SealBeginning, passphrase: string): Promise<Uint8Array> {
  const wrapped = Buffer.from(header.wrapped, 'hex')
  const decipher = createDecipheriv(
    SEAL_CIPHER,
    await deriveKey(passphrase, header),
    Buffer.from(header.nonce, 'hex'),
    { authTagLength: SEAL_TAG_BYTES },
  )
  decipher.setAAD(Buffer.from(wrappedFor(header)))
  decipher.setAuthTag(wrapped.subarray(SEAL_KEY_BYTES))
  const key = decipher.update(wrapped.subarray(0, SEAL_KEY_BYTES))
  try {
    decipher.final()
  } catch {
    return refuse('backup.wrongPassphrase')
  }
  return key
}

/** Off the main thread: node runs it among its file operations. */
function deriveKey(passphrase: string, header: SealHeader): Promise<Buffer> {
  const { cost, blockSize, parallel } = header
  const options: ScryptOptions = {
    cost,
    blockSize,
    parallelization: parallel,
    // Node refuses what takes more than this, and counts a little more than the formula.
    maxmem: sealMemoryBytes(header) + 1024 * 1024,
  }
  return new Promise((resolve, reject) => {
    const salt = Buffer.from(header.salt, 'hex')
    scrypt(normalPassphrase(passphrase), salt, SEAL_KEY_BYTES, options, (fault, key) =>
      fault === null ? resolve(key) : reject(fault),
    )
  })
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest()
}
