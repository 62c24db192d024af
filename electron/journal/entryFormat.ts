import { hash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { EntryKind } from './journal'

/*
 * An entry: 128 bytes of header, then the payload. Integers are little-endian.
 *   0 mark 4 | 4 kind 1 | 5 flags 1 | 6 zero 2 | 8 generation u32 | 12 segment u32 | 16 seq u64
 *  24 payload length u32 | 28 index in batch u32 | 32 id 16 | 48 sha256 of payload 32 | 80 chain 32
 * 112 zero 12 | 124 crc32 of bytes 0..124
 * The chain is sha256(chain of the entry before + bytes 0..80 with flags 0): it covers the payload through its
 * hash only, so that erasure can blank a payload (flag 1, bytes zeroed) without breaking the order's proof.
 */

/** Bytes of an entry's header. */
export const ENTRY_HEADER_BYTES = 128
/** No UTF-8 text contains the byte FF, so no JSON payload can hold something that looks like an entry. */
export const ENTRY_MARK = Buffer.from([0xff, 0x4f, 0x52, 0x4a])
/** The chain value before the very first entry. */
export const CHAIN_START: Uint8Array = new Uint8Array(32)
/** One entry may carry this much; an import is cut in chunks far below. */
export const MAX_PAYLOAD_BYTES = 64 * 1024 * 1024

const FLAGS_AT = 5
const CHAINED_BYTES = 80
const CRC_AT = 124
const BLANKED = 1
const KINDS: ReadonlySet<number> = new Set(Object.values(EntryKind))
/** For instance 0190b6f2-7b1c-7c33-8f5e-0a1b2c3d4e5f; upper case is refused so that one id has one spelling. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The fixed part of an entry. */
export interface EntryHeader {
  readonly kind: EntryKind
  readonly blanked: boolean
  readonly generation: number
  /** Number of the segment that holds it, so that a block copied from another one is not taken for real. */
  readonly segment: number
  readonly seq: number
  readonly payloadBytes: number
  /** Place in the group that shared one sync: 0 is its first entry. */
  readonly indexInBatch: number
  readonly id: string
  readonly payloadHash: Uint8Array
  readonly chain: Uint8Array
}

/** Says whether `id` is a UUID in its canonical lower-case form. */
export function isEntryId(id: string): boolean {
  return UUID.test(id)
}

/** Says whether a number is one of the entry kinds. */
export function isEntryKind(kind: number): kind is EntryKind {
  return KINDS.has(kind)
}

/** SHA-256 of bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return hash('sha256', bytes, 'buffer')
}

/** Byte-wise equality. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}

/** The header's bytes, with `chain` computed from the chain value of the entry before. */
export function encodeEntryHeader(header: Omit<EntryHeader, 'chain'>, chainBefore: Uint8Array): Buffer {
  const bytes = Buffer.alloc(ENTRY_HEADER_BYTES)
  ENTRY_MARK.copy(bytes, 0)
  bytes.writeUInt8(header.kind, 4)
  bytes.writeUInt32LE(header.generation, 8)
  bytes.writeUInt32LE(header.segment, 12)
  bytes.writeBigUInt64LE(BigInt(header.seq), 16)
  bytes.writeUInt32LE(header.payloadBytes, 24)
  bytes.writeUInt32LE(header.indexInBatch, 28)
  bytes.write(header.id.replaceAll('-', ''), 32, 'hex')
  bytes.set(header.payloadHash, 48)
  bytes.set(chainAfter(chainBefore, bytes), 80)
  bytes.writeUInt8(header.blanked ? BLANKED : 0, FLAGS_AT)
  bytes.writeUInt32LE(crc32(bytes.subarray(0, CRC_AT)), CRC_AT)
  return bytes
}

/** The header in these bytes, or undefined when they are none or damaged. */
export function decodeEntryHeader(bytes: Uint8Array): EntryHeader | undefined {
  if (bytes.length < ENTRY_HEADER_BYTES) return undefined
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, ENTRY_HEADER_BYTES)
  if (view.compare(ENTRY_MARK, 0, 4, 0, 4) !== 0) return undefined
  if (view.readUInt32LE(CRC_AT) !== crc32(view.subarray(0, CRC_AT))) return undefined
  const kind = view.readUInt8(4)
  const seq = Number(view.readBigUInt64LE(16))
  const payloadBytes = view.readUInt32LE(24)
  if (!isEntryKind(kind) || !Number.isSafeInteger(seq) || payloadBytes > MAX_PAYLOAD_BYTES) return undefined
  return {
    kind,
    blanked: (view.readUInt8(FLAGS_AT) & BLANKED) !== 0,
    generation: view.readUInt32LE(8),
    segment: view.readUInt32LE(12),
    seq,
    payloadBytes,
    indexInBatch: view.readUInt32LE(28),
    id: formatId(view.toString('hex', 32, 48)),
    payloadHash: Uint8Array.from(view.subarray(48, 80)),
    chain: Uint8Array.from(view.subarray(80, 112)),
  }
}

/** The chain value of the entry whose header bytes these are, given the value of the entry before. */
export function chainAfter(chainBefore: Uint8Array, headerBytes: Uint8Array): Uint8Array {
  const chained = Buffer.alloc(32 + CHAINED_BYTES)
  chained.set(chainBefore, 0)
  chained.set(headerBytes.subarray(0, CHAINED_BYTES), 32)
  chained.writeUInt8(0, 32 + FLAGS_AT)
  return sha256(chained)
}

/** Says whether the payload is the one that was written, or, for a blanked entry, nothing but zeros. */
export function isPayloadSound(header: EntryHeader, payload: Uint8Array): boolean {
  if (header.blanked) return payload.every((byte) => byte === 0)
  return sameBytes(sha256(payload), header.payloadHash)
}

function formatId(hex: string): string {
  const cut = [0, 8, 12, 16, 20, 32]
  return cut
    .slice(1)
    .map((end, index) => hex.slice(cut[index], end))
    .join('-')
}
