import * as z from 'zod'
import { canonicalJson } from '../changes/changeLog'
import { err, ok, type Result } from '../result'
import { parseSafeJson } from './safeJson'

/*
 * A sealed copy, formats 1 and 2: a whole snapshot file (format.ts) under a passphrase. Integers are little-endian.
 *   magic 8 | format u16 | header length u32 | header JSON | checksum 16
 *   chunks: 1 for the last one, else 0, u8 | length u32 | ciphertext | tag 16
 * The checksum is the first half of sha256(everything before it). It is no secret: it tells a damaged header from a
 * wrong passphrase.
 *
 * Key: scrypt(passphrase in NFKC and UTF-8, salt, cost, blockSize, parallel) gives 32 bytes, which seal the file's own
 * random 32-byte key (`wrapped`: ciphertext 32 | tag 16) with AES-256-GCM under `nonce`, the header without `wrapped`
 * as associated data. The file's key seals each chunk with AES-256-GCM; its nonce is the chunk's number, 4 zero bytes
 * and u64, and its associated data is sha256(all before the first chunk) 32 | number u64 | last u8 | length u32. A chunk
 * that was changed, moved, doubled or taken from another file, and a file that ends before its last chunk, do not open.
 *
 * Format 2 is a backup of a notebook under a lock: the file's key is wrapped by a key that is made of the notebook's own,
 * and the header carries the notebook's key file, so that its passphrase or its recovery code opens the file anywhere.
 */

export const SEAL_MAGIC: Uint8Array = Uint8Array.of(0x89, 0x4f, 0x52, 0x53, 0x0d, 0x0a, 0x1a, 0x0a)
export const SEAL_FORMAT = 1
export const SEAL_FORMAT_LOCKED = 2
export const SEAL_KEY_BYTES = 32
export const SEAL_NONCE_BYTES = 12
export const SEAL_TAG_BYTES = 16
/** `last` and length. */
export const SEAL_CHUNK_HEAD_BYTES = 5
/** Plain bytes in every chunk but the last. */
export const SEAL_CHUNK_BYTES = 256 * 1024

/** What a reader allows, checked before anything is derived or allocated. */
export const MAX_SEAL_HEADER_BYTES = 4 * 1024
export const MAX_SEAL_CHUNK_BYTES = 1024 * 1024
const MAX_SEAL_MEMORY_BYTES = 512 * 1024 * 1024
const MAX_SEAL_PARALLEL = 4

/** What deriving a key takes: scrypt's N, r and p (RFC 7914). */
export interface SealCost {
  readonly cost: number
  readonly blockSize: number
  readonly parallel: number
}

/** 128 MiB and some tenths of a second a guess, as OWASP's storage cheat sheet asks of scrypt. */
export const SEAL_COST: SealCost = { cost: 2 ** 17, blockSize: 8, parallel: 1 }

/** The memory that scrypt takes at this cost, in bytes: 128 N r for its table, 128 r p for its blocks. */
export function sealMemoryBytes({ cost, blockSize, parallel }: SealCost): number {
  return 128 * blockSize * (cost + parallel)
}

const hexOf = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))

const sealHeaderSchema = z.strictObject({
  kdf: z.literal('scrypt'),
  cost: z.int().min(2),
  blockSize: z.int().min(1),
  parallel: z.int().min(1),
  salt: hexOf(32),
  nonce: hexOf(SEAL_NONCE_BYTES),
  wrapped: hexOf(SEAL_KEY_BYTES + SEAL_TAG_BYTES),
})
export type SealHeader = z.infer<typeof sealHeaderSchema>

/**
 * The key of a notebook under a lock, wrapped twice: by what its passphrase comes to and by what its recovery code does.
 * Whoever changes the passphrase wraps the same key anew.
 */
export const keyFileSchema = z.strictObject({
  format: z.literal(1),
  /** Tells keys apart without saying anything of them. */
  keyId: hexOf(16),
  passphrase: sealHeaderSchema,
  recovery: sealHeaderSchema,
})
export type KeyFile = z.infer<typeof keyFileSchema>

const lockedHeaderSchema = z.strictObject({
  kdf: z.literal('notebook'),
  keys: keyFileSchema,
  nonce: hexOf(SEAL_NONCE_BYTES),
  wrapped: hexOf(SEAL_KEY_BYTES + SEAL_TAG_BYTES),
})
export type LockedHeader = z.infer<typeof lockedHeaderSchema>

/** The header's text: JSON with sorted keys. */
export function encodeSealHeader(header: SealHeader | LockedHeader): string {
  return canonicalJson(header)
}

/** The part of the header that the wrapped key vouches for. */
export function wrappedFor({ wrapped: _wrapped, ...rest }: SealHeader | LockedHeader): string {
  return canonicalJson(rest)
}

/** Reads a header of format 2. Errors: `backup.tampered`, `backup.tooLarge`. */
export function decodeLockedHeader(text: string): Result<LockedHeader> {
  const parsed = lockedHeaderSchema.safeParse(decodeJson(text))
  if (!parsed.success) return err('backup.tampered')
  const { passphrase, recovery } = parsed.data.keys
  for (const wrap of [passphrase, recovery]) {
    const checked = checkedCost(wrap)
    if (!checked.ok) return checked
  }
  return ok(parsed.data)
}

/** Reads a key file's text. Errors: `lock.damaged` for what is none, also for a cost that no Orchard ever asked for. */
export function decodeKeyFile(text: string): Result<KeyFile> {
  const parsed = keyFileSchema.safeParse(decodeJson(text))
  if (!parsed.success) return err('lock.damaged')
  const { passphrase, recovery } = parsed.data
  return checkedCost(passphrase).ok && checkedCost(recovery).ok ? ok(parsed.data) : err('lock.damaged')
}

/** Reads a header's text. Errors: `backup.tampered`; `backup.tooLarge` for a cost that no Orchard ever asked for. */
export function decodeSealHeader(text: string): Result<SealHeader> {
  const parsed = sealHeaderSchema.safeParse(decodeJson(text))
  return parsed.success ? checkedCost(parsed.data) : err('backup.tampered')
}

function checkedCost(header: SealHeader): Result<SealHeader> {
  const { cost, parallel } = header
  if (!Number.isInteger(Math.log2(cost))) return err('backup.tampered')
  const isTooDear = sealMemoryBytes(header) > MAX_SEAL_MEMORY_BYTES || parallel > MAX_SEAL_PARALLEL
  return isTooDear ? err('backup.tooLarge') : ok(header)
}

function decodeJson(text: string): unknown {
  try {
    return parseSafeJson(text)
  } catch {
    return undefined
  }
}
