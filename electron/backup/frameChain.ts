import { createHash } from 'node:crypto'
import {
  CHAIN_BYTES,
  encodeEnd,
  encodeHeader,
  FRAME_HEAD_BYTES,
  FrameType,
  PREAMBLE_BYTES,
  SNAPSHOT_FORMAT,
  SNAPSHOT_MAGIC,
  type SnapshotEnd,
  type SnapshotHeader,
} from '#shared/snapshot/format'

/** The chain value after a file's beginning. */
export function firstChain(beginning: Uint8Array): Uint8Array {
  return createHash('sha256').update(beginning).digest().subarray(0, CHAIN_BYTES)
}

/** The chain value after a frame, given the one before it. */
export function nextChain(before: Uint8Array, head: Uint8Array, payload: Uint8Array): Uint8Array {
  return createHash('sha256').update(before).update(head).update(payload).digest().subarray(0, CHAIN_BYTES)
}

/** Makes the bytes of a snapshot file, part by part. */
export class FrameChain {
  private chain: Uint8Array = new Uint8Array(0)
  private readonly whole = createHash('sha256')

  /** The file's beginning. Call it first and once. */
  begin(header: SnapshotHeader): Uint8Array {
    const json = Buffer.from(encodeHeader(header))
    const beginning = Buffer.alloc(PREAMBLE_BYTES + json.length)
    beginning.set(SNAPSHOT_MAGIC, 0)
    beginning.writeUInt16LE(SNAPSHOT_FORMAT, 8)
    beginning.writeUInt32LE(json.length, 10)
    beginning.set(json, PREAMBLE_BYTES)
    this.chain = firstChain(beginning)
    return this.counted(Buffer.concat([beginning, this.chain]))
  }

  /** One frame. */
  frame(type: FrameType, payload: Uint8Array): Uint8Array {
    return this.counted(this.encode(type, payload))
  }

  /** The end frame with its length behind it, made by `makeEnd` out of the hash of all bytes so far. */
  end(makeEnd: (sha256: string) => SnapshotEnd): Uint8Array {
    const end = encodeEnd(makeEnd(this.whole.digest('hex')))
    const frame = this.encode(FrameType.end, Buffer.from(end))
    const length = Buffer.alloc(4)
    length.writeUInt32LE(frame.length)
    return Buffer.concat([frame, length])
  }

  private encode(type: FrameType, payload: Uint8Array): Uint8Array {
    const head = Buffer.alloc(FRAME_HEAD_BYTES)
    head.writeUInt8(type, 0)
    head.writeUInt32LE(payload.length, 1)
    this.chain = nextChain(this.chain, head, payload)
    return Buffer.concat([head, payload, this.chain])
  }

  private counted(bytes: Uint8Array): Uint8Array {
    this.whole.update(bytes)
    return bytes
  }
}
