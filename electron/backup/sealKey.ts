import {
  createCipheriv,
  createDecipheriv,
  createHash,
  hkdfSync,
  randomBytes,
  type ScryptOptions,
  scrypt,
} from 'node:crypto'
import { secretOfCode } from '#shared/lock/recoveryCode'
import { CHAIN_BYTES, PREAMBLE_BYTES } from '#shared/snapshot/format'
import { normalPassphrase } from '#shared/snapshot/passphrase'
import {
  decodeLockedHeader,
  decodeSealHeader,
  encodeSealHeader,
  type KeyFile,
  type LockedHeader,
  MAX_SEAL_HEADER_BYTES,
  SEAL_FORMAT,
  SEAL_FORMAT_LOCKED,
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
  readonly header: SealHeader | LockedHeader
  /** How long it is; the first chunk begins there. */
  readonly sizeBytes: number
  /** SHA-256 of its bytes; every chunk is bound to it. */
  readonly sha256: Uint8Array
}

/**
 * What a passphrase comes to under one salt: enough to seal any number of copies and to read them, and no way back to
 * the passphrase but guessing.
 */
export interface DerivedSeal extends SealCost {
  readonly salt: string
  readonly key: Uint8Array
}

/** Derives under a new salt. The passphrase is neither kept nor written. */
export async function deriveSeal(passphrase: string, cost: SealCost): Promise<DerivedSeal> {
  const salt = randomBytes(32).toString('hex')
  return { ...cost, salt, key: await deriveKey(passphrase, { ...cost, salt }) }
}

/** What the backups of a notebook under a lock are sealed with: a key made of the notebook's, and the key file. */
export interface LockSeal {
  readonly key: Uint8Array
  readonly keys: KeyFile
}

/** Whatever a copy can be sealed with. */
export type FileSeal = DerivedSeal | LockSeal

/** Wraps a key of 32 bytes with what was derived of a passphrase; `unwrapWith` gives it back. */
export function wrapKey(key: Uint8Array, { key: wrapping, ...derived }: DerivedSeal): SealHeader {
  const { cost, blockSize, parallel, salt } = derived
  const open = { kdf: 'scrypt' as const, cost, blockSize, parallel, salt, nonce: newNonce(), wrapped: '' }
  return { ...open, wrapped: wrapFor(open, key, wrapping) }
}

/** A new file's beginning and its own key, which the seal's key wraps. */
export function newSeal(seal: FileSeal): {
  readonly bytes: Uint8Array
  readonly sha256: Uint8Array
  readonly key: Uint8Array
} {
  const key = randomBytes(SEAL_KEY_BYTES)
  const header = 'keys' in seal ? lockedHeader(key, seal) : wrapKey(key, seal)
  const json = Buffer.from(encodeSealHeader(header))
  const beginning = Buffer.alloc(PREAMBLE_BYTES + json.length)
  beginning.set(SEAL_MAGIC, 0)
  beginning.writeUInt16LE(header.kdf === 'notebook' ? SEAL_FORMAT_LOCKED : SEAL_FORMAT, 8)
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
  if (format > SEAL_FORMAT_LOCKED) refuse('backup.newerFormat')
  if (format < SEAL_FORMAT) refuse('backup.tampered')
  const length = view.getUint32(10, true)
  if (length > MAX_SEAL_HEADER_BYTES) refuse('backup.tooLarge')
  const json = await source.take(length)
  const checksum = await source.take(CHAIN_BYTES)
  if (json.length < length || checksum.length < CHAIN_BYTES) refuse('backup.truncated')
  const beginning = Buffer.concat([preamble, json])
  if (Buffer.compare(firstChain(beginning), checksum) !== 0) refuse('backup.tampered')
  return {
    header:
      format === SEAL_FORMAT_LOCKED
        ? orThrow(decodeLockedHeader(textOf(json)))
        : orThrow(decodeSealHeader(textOf(json))),
    sizeBytes: beginning.length + checksum.length,
    sha256: sha256(Buffer.concat([beginning, checksum])),
  }
}

/**
 * The file's key; of a backup of a notebook under a lock also by its recovery code. Throws `backup.wrongPassphrase`.
 */
export async function unwrapKey({ header }: SealBeginning, passphrase: string): Promise<Uint8Array> {
  if (header.kdf === 'scrypt') return unwrapWith({ header }, await deriveKey(passphrase, header))
  const { passphrase: byPassphrase, recovery: byRecovery } = header.keys
  const secret = secretOfCode(passphrase)
  const wrap = secret === undefined ? byPassphrase : byRecovery
  const known = secret === undefined ? passphrase : recoveryText(secret)
  const notebookKey = unwrapWith({ header: wrap }, await deriveKey(known, wrap))
  return unwrapWith({ header }, subkeyOf(notebookKey, BACKUP_PURPOSE))
}

/** The key that the backups of a notebook are sealed with. */
export function lockSealOf(notebookKey: Uint8Array, keysNow: () => KeyFile): LockSeal {
  return {
    key: subkeyOf(notebookKey, BACKUP_PURPOSE),
    get keys() {
      return keysNow()
    },
  }
}

/** What scrypt gets of a recovery code's secret. */
export function recoveryText(secret: Uint8Array): string {
  return `recovery ${Buffer.from(secret).toString('hex')}`
}

/** A key of its own for one purpose, so that no two kinds of content are ever sealed with the same one. */
export function subkeyOf(notebookKey: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(
    hkdfSync('sha256', notebookKey, new Uint8Array(0), `orchard ${purpose}`, SEAL_KEY_BYTES),
  )
}

const BACKUP_PURPOSE = 'backups'

function newNonce(): string {
  return randomBytes(SEAL_NONCE_BYTES).toString('hex')
}

function lockedHeader(key: Uint8Array, { key: wrapping, keys }: LockSeal): LockedHeader {
  const open = { kdf: 'notebook' as const, keys, nonce: newNonce(), wrapped: '' }
  return { ...open, wrapped: wrapFor(open, key, wrapping) }
}

function wrapFor(open: SealHeader | LockedHeader, key: Uint8Array, wrapping: Uint8Array): string {
  const cipher = createCipheriv(SEAL_CIPHER, wrapping, Buffer.from(open.nonce, 'hex'))
  cipher.setAAD(Buffer.from(wrappedFor(open)))
  return Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]).toString('hex')
}

/** The same with what was derived before. Throws `backup.wrongPassphrase`, also for a file under another salt. */
export function unwrapWith({ header }: Pick<SealBeginning, 'header'>, wrapping: Uint8Array): Uint8Array {
  const wrapped = Buffer.from(header.wrapped, 'hex')
  const decipher = createDecipheriv(SEAL_CIPHER, wrapping, Buffer.from(header.nonce, 'hex'), {
    authTagLength: SEAL_TAG_BYTES,
  })
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

/** What scrypt makes of a passphrase. Off the main thread: node runs it among its file operations. */
export function deriveKey(passphrase: string, header: SealCost & Pick<SealHeader, 'salt'>): Promise<Buffer> {
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
