import { type FsPort, readFully } from '../files/fsPort'

/** A segment's bytes, read through one window, so that memory stays bounded whatever the segment's size. */
export interface SegmentBytes {
  readonly sizeBytes: number
  /** End of the furthest block that the disk refused to read (it shows as zeros), 0 when all could be read. */
  unreadableUntil(): number
  /**
   * Bytes from `offset`, fewer at the end of the file. The view is valid until the next call. `aheadBytes` is how much
   * is read in one go where the window has to move.
   */
  at(offset: number, length: number, aheadBytes?: number): Promise<Uint8Array>
  /** The same without waiting, undefined when the window does not hold them: entries are small and many. */
  peek(offset: number, length: number): Uint8Array | undefined
  close(): Promise<void>
}

const WINDOW_BYTES = 512 * 1024
/** A bad sector costs what lies in its block, not the whole segment. */
const BLOCK_BYTES = 4096

/** Opens a segment for reading; rejects when it cannot be opened. */
export async function openSegmentBytes(fs: FsPort, path: string): Promise<SegmentBytes> {
  const file = await fs.open(path, 'read')
  const sizeBytes = await file.sizeBytes().catch(async (error: unknown) => {
    await file.close()
    throw error
  })
  let window = new Uint8Array(0)
  let windowAt = 0
  let unreadable = 0

  /** Reads a range; what the disk refuses stays zero and is remembered. */
  async function load(offset: number, length: number): Promise<Uint8Array> {
    const target = new Uint8Array(length)
    try {
      return target.subarray(0, await readFully(file, target, offset))
    } catch {
      for (let done = 0; done < length; done += BLOCK_BYTES) {
        const block = target.subarray(done, Math.min(done + BLOCK_BYTES, length))
        await readFully(file, block, offset + done).catch(() => {
          block.fill(0)
          unreadable = Math.max(unreadable, offset + done + block.length)
        })
      }
      return target
    }
  }

  function peek(offset: number, length: number): Uint8Array | undefined {
    const isInside = offset >= windowAt && offset + length <= windowAt + window.length
    return isInside ? window.subarray(offset - windowAt, offset - windowAt + length) : undefined
  }

  return {
    sizeBytes,
    peek,
    unreadableUntil: () => unreadable,
    at: async (offset, length, aheadBytes = WINDOW_BYTES) => {
      const wanted = Math.max(0, Math.min(length, sizeBytes - offset))
      if (wanted > WINDOW_BYTES) return await load(offset, wanted)
      if (offset < windowAt || offset + wanted > windowAt + window.length) {
        window = (await load(
          offset,
          Math.min(Math.max(wanted, aheadBytes), sizeBytes - offset),
        )) as typeof window
        windowAt = offset
      }
      return window.subarray(offset - windowAt, offset - windowAt + wanted)
    },
    close: () => file.close(),
  }
}
