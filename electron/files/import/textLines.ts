import { decodeWide, isWide } from './charset'

/** Bytes that become text at a time; a multiple of four, so that no sign of UTF-32 is cut. */
const CHUNK_BYTES = 64 * 1024
/** Lines that are let go of together. */
const LET_GO_LINES = 4096

/**
 * A file's bytes as text with one char per byte, some at a time. Wide text (UTF-16, UTF-32) becomes UTF-8 on the way.
 * `onChunk` is told how many bytes have been taken so far.
 */
export function* byteChunks(
  bytes: Uint8Array,
  encoding: string,
  options: { readonly chunkBytes?: number; readonly onChunk?: (taken: number) => void } = {},
): Generator<string> {
  const { chunkBytes = CHUNK_BYTES, onChunk } = options
  let taken = 0
  const told = (text: string) => {
    taken = Math.min(bytes.length, taken + chunkBytes)
    onChunk?.(taken)
    return text
  }
  if (isWide(encoding)) {
    for (const text of decodeWide(bytes, encoding, chunkBytes))
      yield told(Buffer.from(text).toString('latin1'))
    return
  }
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let from = 0; from < view.length; from += chunkBytes)
    yield told(view.toString('latin1', from, Math.min(view.length, from + chunkBytes)))
}

/** The same text cut only behind line ends, whichever a file has (LF, CRLF, CR); the last block may have none. */
export function* wholeLines(chunks: Iterable<string>): Generator<string> {
  let waiting: string[] = []
  for (const chunk of chunks) {
    // A CR at the end may be the first half of a CRLF.
    const end =
      Math.max(chunk.lastIndexOf('\n'), chunk.length < 2 ? -1 : chunk.lastIndexOf('\r', chunk.length - 2)) + 1
    if (end > 0) {
      yield [...waiting, chunk.slice(0, end)].join('')
      waiting = []
    }
    if (end < chunk.length) waiting.push(chunk.slice(end))
  }
  const last = waiting.join('')
  yield last
  // No LF follows after all: the CR was a line end, with an empty line behind it.
  if (last.endsWith('\r')) yield ''
}

/**
 * The lines of a text by their numbers, of which only those are held that were not let go of yet. A text that ends with
 * a line end has an empty line behind it, as `split` gives it.
 */
export class LineWindow {
  private lines: string[] = []
  private first = 0
  private readonly blocks: Iterator<string>
  private isRead = false

  constructor(chunks: Iterable<string>) {
    this.blocks = wholeLines(chunks)[Symbol.iterator]()
  }

  /** A line by its number, undefined behind the last one. Not one that was let go of. */
  line(at: number): string | undefined {
    while (at - this.first >= this.lines.length && !this.isRead) this.readBlock()
    return this.lines[at - this.first]
  }

  /** Nobody will ask for lines before this one any more. */
  letGo(before: number): void {
    if (before - this.first < LET_GO_LINES) return
    this.lines = this.lines.slice(before - this.first)
    this.first = before
  }

  private readBlock(): void {
    const { value, done } = this.blocks.next()
    if (done === true) {
      this.isRead = true
      return
    }
    const lines = value.split(/\r\n|\r|\n/)
    // What stands behind the end of a block begins the next one.
    if (/[\r\n]$/.test(value)) lines.pop()
    for (const line of lines) this.lines.push(line)
  }
}
