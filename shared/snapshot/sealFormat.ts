import * as z from 'zod'
import { canonicalJson } from '../changes/changeLog'
import { err, ok, type Result } from '../result'
import { parseSafeJson } from './safeJson'

/*
 * A sealed copy, format 1: a whole snapshot file (format.ts) under a passphrase. Integers are little-endian.
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
 */

export const SEAL_MAGIC: Uint8Array = Uint8Array.of(0x89, 0x4f, 0x52, 0x53, 0x0d, 0x0a, 0x1a, 0x0a)
export const SEAL_FORMAT = 1
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

/** The header's text: JSON with sorted keys. */
export function encodeSealHeader(header: SealHeader): string {
  return canonicalJson(header)
}

/** The part of the header that the wrapped key vouches for. */
export function wrappedFor({ wrapped: _wrapped, ...rest }: SealHeader): string {
  return canonicalJson(rest)
}

/** Reads a header's text. Errors: `backup.tampered`; `backup.tooLarge` for a cost that no Orchard ever asked for. */
export function decodeSealHeader(text: string): Result<SealHeader> {
  const parsed = sealHeaderSchema.safeParse(decodeJson(text))
  if (!parsed.success) return err('backup.tampered')
  const { cost, parallel } = parsed.data
  if (!Number.isInteger(Math.log2(cost))) return err('backup.tampered')
  const isTooDear = sealMemoryBytes(parsed.data) > MAX_SEAL_MEMORY_BYTES || parallel > MAX_SEAL_PARALLEL
  return isTooDear ? err('backup.tooLarge') : ok(parsed.data)
}

function decodeJson(text: string): unknown {
  try {
    return parseSafeJson(text)
  } catch {
    return undefined
  }
}
