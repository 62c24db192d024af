import { createHash, type Hash } from 'node:crypto'
import { SCHEMA_VERSION } from '#shared/records/record'
import {
  CHAIN_BYTES,
  decodeEnd,
  decodeHeader,
  FRAME_HEAD_BYTES,
  FrameType,
  MAX_FRAME_BYTES,
  MAX_HEADER_BYTES,
  PREAMBLE_BYTES,
  SNAPSHOT_FORMAT,
  SNAPSHOT_MAGIC,
  type SnapshotEnd,
  type SnapshotHeader,
} from '#shared/snapshot/format'
import { ByteSource } from './byteSource'
import { firstChain, nextChain } from './frameChain'
import { gunzipPiece } from './gzipPiece'
import { orThrow, refuse, textOf } from './snapshotFault'

/** A part of a snapshot, proven to stand where it was written. */
export type SnapshotPart =
  | { readonly type: 'header'; readonly header: SnapshotHeader }
  /** `packed` is the frame's own payload, `lines` the text inside. */
  | { readonly type: 'rows'; readonly packed: Uint8Array; readonly lines: Uint8Array }
  | {
      readonly type: 'attachment'
      readonly hash: string
      readonly isLast: boolean
      readonly bytes: Uint8Array
      readonly packed: Uint8Array
    }
  | { readonly type: 'end'; readonly end: SnapshotEnd }

const TYPE_NAMES = new Map<number, FrameType>(Object.values(FrameType).map((type) => [type, type]))
const HASH_BYTES = 32

/**
 * Streams the parts of a snapshot: header, rows and attachments, end. Memory is bounded by one frame. The content
 * may be believed when the end has come; before that each part is proven to follow the one before.
 * Throws a `SnapshotFault`: `backup.notOurs`, `backup.newerFormat`, `backup.newerSchema`, `backup.truncated`,
 * `backup.tampered`, `backup.tooLarge`; or an errno.
 */
export async function* readSnapshot(stream: AsyncIterable<Uint8Array>): AsyncGenerator<SnapshotPart> {
  const source = new ByteSource(stream)
  const whole = createHash('sha256')
  try {
    const beginning = await readBeginning(source, whole)
    yield { type: 'header', header: beginning.header }
    let chain = beginning.chain
    for (;;) {
      const head = await source.take(FRAME_HEAD_BYTES)
      if (head.length < FRAME_HEAD_BYTES) refuse('backup.truncated')
      const view = new DataView(head.buffer, head.byteOffset, head.length)
      const type = TYPE_NAMES.get(view.getUint8(0)) ?? refuse('backup.tampered')
      const length = view.getUint32(1, true)
      if (length > MAX_FRAME_BYTES) refuse('backup.tooLarge')
      const payload = await source.take(length)
      const sealed = await source.take(CHAIN_BYTES)
      if (payload.length < length || sealed.length < CHAIN_BYTES) refuse('backup.truncated')
      chain = nextChain(chain, head, payload)
      if (Buffer.compare(chain, sealed) !== 0) refuse('backup.tampered')
      if (type === FrameType.end) {
        const frameBytes = FRAME_HEAD_BYTES + length + CHAIN_BYTES
        yield { type: 'end', end: await readEnd(source, payload, frameBytes, whole) }
        return
      }
      whole.update(head).update(payload).update(sealed)
      yield type === FrameType.rows
        ? { type: 'rows', packed: payload, lines: await gunzipPiece(payload) }
        : attachmentPart(payload)
    }
  } finally {
    await source.close()
  }
}

async function readBeginning(
  source: ByteSource,
  whole: Hash,
): Promise<{ readonly header: SnapshotHeader; readonly chain: Uint8Array }> {
  const preamble = await source.take(PREAMBLE_BYTES)
  const magic = preamble.subarray(0, SNAPSHOT_MAGIC.length)
  // Less than a magic number can still be the beginning of one of ours.
  if (Buffer.compare(magic, SNAPSHOT_MAGIC.subarray(0, magic.length)) !== 0) refuse('backup.notOurs')
  if (preamble.length < PREAMBLE_BYTES) refuse('backup.truncated')
  const view = new DataView(preamble.buffer, preamble.byteOffset, preamble.length)
  const format = view.getUint16(8, true)
  if (format > SNAPSHOT_FORMAT) refuse('backup.newerFormat')
  if (format < SNAPSHOT_FORMAT) refuse('backup.tampered')
  const length = view.getUint32(10, true)
  if (length > MAX_HEADER_BYTES) refuse('backup.tooLarge')
  const json = await source.take(length)
  const sealed = await source.take(CHAIN_BYTES)
  if (json.length < length || sealed.length < CHAIN_BYTES) refuse('backup.truncated')
  const chain = firstChain(Buffer.concat([preamble, json]))
  if (Buffer.compare(chain, sealed) !== 0) refuse('backup.tampered')
  whole.update(preamble).update(json).update(sealed)
  return { header: orThrow(decodeHeader(textOf(json), SCHEMA_VERSION)), chain }
}

async function readEnd(
  source: ByteSource,
  payload: Uint8Array,
  frameBytes: number,
  whole: Hash,
): Promise<SnapshotEnd> {
  const footer = await source.take(4)
  if (footer.length < 4) refuse('backup.truncated')
  const length = new DataView(footer.buffer, footer.byteOffset, 4).getUint32(0, true)
  const rest = await source.take(1)
  if (length !== frameBytes || rest.length > 0) refuse('backup.tampered')
  const end = orThrow(decodeEnd(textOf(payload)))
  if (whole.digest('hex') !== end.sha256) refuse('backup.tampered')
  return end
}

function attachmentPart(payload: Uint8Array): SnapshotPart {
  if (payload.length < HASH_BYTES + 1) refuse('backup.tampered')
  const hash = Buffer.from(payload.subarray(0, HASH_BYTES)).toString('hex')
  const bytes = payload.subarray(HASH_BYTES + 1)
  return { type: 'attachment', hash, isLast: payload[HASH_BYTES] === 1, bytes, packed: payload }
}
