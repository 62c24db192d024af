import { finished } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'
import type { AsyncFlateStreamHandler, ZipInputFile } from 'fflate'

/** Compression beyond this costs time and gains nothing that anybody would notice. */
const LEVEL = 6
/** On one machine the same report is the same file to the last byte: a zip entry's time says nothing here. */
const ENTRY_TIME = new Date(1980, 0, 1)
/** As a zip says "deflated" (APPNOTE 4.4.5). */
const DEFLATED = 8

/**
 * One part of a zip, deflated by Node's zlib while its text is still being made: beside this thread, and in a quarter of the
 * time of a deflate that is written in JavaScript.
 */
export class DeflatedPart implements ZipInputFile {
  readonly compression = DEFLATED
  readonly mtime = ENTRY_TIME
  size = 0
  crc = 0
  /** Set by the zip that it is added to. */
  ondata?: AsyncFlateStreamHandler
  private readonly stream = createDeflateRaw({ level: LEVEL })
  /** A write that zlib fails at is never called back. */
  private readonly failed = new Promise<never>((_resolve, reject) => this.stream.once('error', reject))

  constructor(readonly filename: string) {
    // Whoever adds or ends hears of it.
    this.failed.catch(() => undefined)
    this.stream.on('data', (chunk: Uint8Array<ArrayBuffer>) => this.ondata?.(null, chunk, false))
  }

  /** Adds text; resolves once it is deflated, so that whoever makes text waits for it. Rejects if zlib fails. */
  async add(text: string): Promise<void> {
    const bytes = Buffer.from(text)
    this.size += bytes.length
    this.crc = crc32(bytes, this.crc)
    const taken = new Promise<void>((resolve) => this.stream.write(bytes, () => resolve()))
    await Promise.race([taken, this.failed])
  }

  /** Ends the part; resolves when all of its bytes were handed to the zip. */
  async end(): Promise<void> {
    this.stream.end()
    await finished(this.stream)
    this.ondata?.(null, new Uint8Array(), true)
  }

  /** Lets go of zlib's memory, also of a part that was given up. */
  release(): void {
    this.stream.destroy()
  }
}
