import { crc32 } from 'node:zlib'

/*
 * A segment: 128 bytes of header, then entries. Integers are little-endian.
 *   0 magic 8 | 8 format u16 | 10 zero 2 | 12 generation u32 | 16 number u32 | 20 zero 4 | 24 first seq u64
 *  32 number of the segment it continues u32 (0: none) | 36 zero 4 | 40 offset where that one ends u64
 *  48 chain value there 32 | 80 zero 44 | 124 crc32 of bytes 0..124
 * Naming the exact end of its predecessor is what seals it: whatever lies behind (entries that were written but
 * never acknowledged) is no part of the history, even if it becomes readable later.
 */

/** Bytes of a segment's header. */
export const SEGMENT_HEADER_BYTES = 128
/** A segment is closed and the next one begun when it would grow beyond this. */
export const SEGMENT_BYTES = 8 * 1024 * 1024

/** Its last bytes notice transfers that change line ends or strip the high bit, as PNG's do. */
const MAGIC = Buffer.from('ORJ1\0\r\n\u001a', 'latin1')
const FORMAT = 1
/** The same, of a journal whose payloads are sealed: an Orchard that knows no lock leaves it alone. */
const SEALED_FORMAT = 2
const CRC_AT = 124
/** For instance g0003-000017.orj: generation 3, segment 17 (numbers go on over generations). */
const NAME = /^g(\d{4,9})-(\d{6,9})\.orj$/

/** The fixed part of a segment. */
export interface SegmentHeader {
  readonly generation: number
  readonly number: number
  /** The number its first entry has or will have. */
  readonly firstSeq: number
  /** The segment before, where it ends, and the chain value there; number 0 for the very first segment. */
  readonly continues: { readonly number: number; readonly endOffset: number; readonly chain: Uint8Array }
  /** Its payloads are sealed: without the notebook's key nobody may add to it. */
  readonly isSealed?: boolean | undefined
}

/** The file name of a segment. */
export function segmentName(generation: number, number: number): string {
  return `g${String(generation).padStart(4, '0')}-${String(number).padStart(6, '0')}.orj`
}

/** Generation and number out of a file name, or undefined for another file. */
export function parseSegmentName(name: string): { generation: number; number: number } | undefined {
  const match = NAME.exec(name)
  return match ? { generation: Number(match[1]), number: Number(match[2]) } : undefined
}

/** The header's bytes. */
export function encodeSegmentHeader(header: SegmentHeader): Buffer {
  const bytes = Buffer.alloc(SEGMENT_HEADER_BYTES)
  MAGIC.copy(bytes, 0)
  bytes.writeUInt16LE(header.isSealed === true ? SEALED_FORMAT : FORMAT, 8)
  bytes.writeUInt32LE(header.generation, 12)
  bytes.writeUInt32LE(header.number, 16)
  bytes.writeBigUInt64LE(BigInt(header.firstSeq), 24)
  bytes.writeUInt32LE(header.continues.number, 32)
  bytes.writeBigUInt64LE(BigInt(header.continues.endOffset), 40)
  bytes.set(header.continues.chain, 48)
  bytes.writeUInt32LE(crc32(bytes.subarray(0, CRC_AT)), CRC_AT)
  return bytes
}

/** The header in these bytes; undefined when damaged, `newer` when a later version of the product wrote it. */
export function decodeSegmentHeader(bytes: Uint8Array): SegmentHeader | 'newer' | undefined {
  if (bytes.length < SEGMENT_HEADER_BYTES) return undefined
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, SEGMENT_HEADER_BYTES)
  if (view.compare(MAGIC, 0, MAGIC.length, 0, MAGIC.length) !== 0) return undefined
  if (view.readUInt32LE(CRC_AT) !== crc32(view.subarray(0, CRC_AT))) return undefined
  const format = view.readUInt16LE(8)
  if (format !== FORMAT && format !== SEALED_FORMAT) return 'newer'
  return {
    ...(format === SEALED_FORMAT && { isSealed: true }),
    generation: view.readUInt32LE(12),
    number: view.readUInt32LE(16),
    firstSeq: Number(view.readBigUInt64LE(24)),
    continues: {
      number: view.readUInt32LE(32),
      endOffset: Number(view.readBigUInt64LE(40)),
      chain: Uint8Array.from(view.subarray(48, 80)),
    },
  }
}
