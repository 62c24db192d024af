import { SCHEMA_VERSION } from '#shared/records/record'
import type { Result } from '#shared/result'
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
import { type FsFile, type FsPort, readFully } from '../files/fsPort'
import { firstChain } from './frameChain'
import { openSealedFile, type ReadableFile } from './sealedFile'
import type { FileSeal } from './sealKey'
import { catchFault, orThrow, refuse, textOf } from './snapshotFault'

/** A snapshot's two ends. */
export interface QuickLook {
  readonly header: SnapshotHeader
  readonly end: SnapshotEnd
  readonly sizeBytes: number
}

const FOOTER_BYTES = 4
/** The smallest frame: head and chain without payload. */
const BARE_FRAME_BYTES = FRAME_HEAD_BYTES + CHAIN_BYTES

/**
 * Reads a snapshot's beginning and end without what is between them: enough for a list of files that were verified
 * when they were written, not for a restore. Errors as of `readSnapshot`.
 */
export function quickLook(fs: FsPort, path: string): Promise<Result<QuickLook>> {
  return lookThrough(fs, path, async (file) => file)
}

/** The same for a sealed copy, of which only the chunks are opened in which its beginning and its end lie. */
export function quickLookSealed(fs: FsPort, path: string, seal: FileSeal): Promise<Result<QuickLook>> {
  return lookThrough(fs, path, (file) => openSealedFile(file, seal))
}

function lookThrough(
  fs: FsPort,
  path: string,
  opened: (file: FsFile) => Promise<ReadableFile>,
): Promise<Result<QuickLook>> {
  return catchFault(async () => {
    const file = await fs.open(path, 'read')
    try {
      const plain = await opened(file)
      const plainBytes = await plain.sizeBytes()
      const ends = { header: await readHeader(plain), end: await readEnd(plain, plainBytes) }
      return { ...ends, sizeBytes: await file.sizeBytes() }
    } finally {
      await file.close()
    }
  })
}

async function readHeader(file: ReadableFile): Promise<SnapshotHeader> {
  const preamble = await readAt(file, 0, PREAMBLE_BYTES)
  if (Buffer.compare(preamble.subarray(0, SNAPSHOT_MAGIC.length), SNAPSHOT_MAGIC) !== 0)
    refuse('backup.notOurs')
  const format = preamble.readUInt16LE(8)
  if (format > SNAPSHOT_FORMAT) refuse('backup.newerFormat')
  const length = preamble.readUInt32LE(10)
  if (format < SNAPSHOT_FORMAT || length > MAX_HEADER_BYTES) refuse('backup.tampered')
  const rest = await readAt(file, PREAMBLE_BYTES, length + CHAIN_BYTES)
  const json = rest.subarray(0, length)
  const chain = firstChain(Buffer.concat([preamble, json]))
  if (Buffer.compare(chain, rest.subarray(length)) !== 0) refuse('backup.tampered')
  return orThrow(decodeHeader(textOf(json), SCHEMA_VERSION))
}

async function readEnd(file: ReadableFile, sizeBytes: number): Promise<SnapshotEnd> {
  const footer = await readAt(file, sizeBytes - FOOTER_BYTES, FOOTER_BYTES)
  const frameBytes = footer.readUInt32LE(0)
  if (frameBytes < BARE_FRAME_BYTES || frameBytes > Math.min(MAX_FRAME_BYTES, sizeBytes))
    refuse('backup.truncated')
  const frame = await readAt(file, sizeBytes - FOOTER_BYTES - frameBytes, frameBytes)
  const length = frame.readUInt32LE(1)
  if (frame[0] !== FrameType.end || length !== frameBytes - BARE_FRAME_BYTES) refuse('backup.truncated')
  return orThrow(decodeEnd(textOf(frame.subarray(FRAME_HEAD_BYTES, FRAME_HEAD_BYTES + length))))
}

async function readAt(file: ReadableFile, position: number, length: number): Promise<Buffer> {
  if (position < 0) refuse('backup.truncated')
  const bytes = Buffer.alloc(length)
  if ((await readFully(file, bytes, position)) < length) refuse('backup.truncated')
  return bytes
}
