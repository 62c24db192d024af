import {
  FrameType,
  type SnapshotEnd,
  type SnapshotHeader,
  type SnapshotSummary,
} from '#shared/snapshot/format'
import { FrameChain } from './frameChain'
import { gzipPiece } from './gzipPiece'
import { readSnapshot } from './readSnapshot'
import { refuse } from './snapshotFault'

/** A file that goes into a copy. */
export interface CopiedFile {
  readonly hash: string
  readonly bytes: Uint8Array
}

/** One frame of an attachment. */
const FILE_PART_BYTES = 1024 * 1024

/** The bytes of a new snapshot: pieces of lines as they come, and `summary` once they have ended. */
export async function* snapshotBytes(
  header: SnapshotHeader,
  pieces: AsyncIterable<Uint8Array>,
  summary: () => SnapshotSummary,
): AsyncGenerator<Uint8Array> {
  const chain = new FrameChain()
  yield chain.begin(header)
  for await (const piece of pieces) yield chain.frame(FrameType.rows, await gzipPiece(piece))
  yield chain.end((sha256) => ({ ...summary(), sha256 }))
}

/**
 * The bytes of a copy: the same rows in the same frames under a header of its own, with `files` inside or, without
 * them, with none. Throws what `readSnapshot` throws.
 */
export async function* copiedBytes(
  stream: AsyncIterable<Uint8Array>,
  toHeader: (header: SnapshotHeader) => SnapshotHeader,
  files?: { readonly list: AsyncIterable<CopiedFile>; readonly missing: () => number },
): AsyncGenerator<Uint8Array> {
  const chain = new FrameChain()
  let end: SnapshotEnd | undefined
  for await (const part of readSnapshot(stream)) {
    if (part.type === 'header') yield chain.begin(toHeader(part.header))
    else if (part.type === 'rows') yield chain.frame(FrameType.rows, part.packed)
    else if (part.type === 'end') end = part.end
  }
  if (end === undefined) return refuse('backup.truncated')
  const { sha256: _sha256, attachments: _attachments, ...summary } = end
  let inside = 0
  for await (const file of files?.list ?? []) {
    yield* fileFrames(chain, file)
    inside += 1
  }
  const counted = files === undefined ? {} : { attachments: { inside, missing: files.missing() } }
  yield chain.end((sha256) => ({ ...summary, ...counted, sha256 }))
}

function* fileFrames(chain: FrameChain, { hash, bytes }: CopiedFile): Generator<Uint8Array> {
  const name = Buffer.from(hash, 'hex')
  let from = 0
  do {
    const part = bytes.subarray(from, from + FILE_PART_BYTES)
    from += FILE_PART_BYTES
    const isLast = Uint8Array.of(from >= bytes.length ? 1 : 0)
    yield chain.frame(FrameType.attachment, Buffer.concat([name, isLast, part]))
  } while (from < bytes.length)
}
