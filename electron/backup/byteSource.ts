/** Hands out a stream of chunks in pieces of the sizes that are asked for. */
export class ByteSource {
  private readonly chunks: AsyncIterator<Uint8Array>
  private rest: Uint8Array = new Uint8Array(0)

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.chunks = stream[Symbol.asyncIterator]()
  }

  /** The next `length` bytes; fewer only where the stream ends. Never allocates more than it has read. */
  async take(length: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = []
    let missing = length
    while (missing > 0) {
      if (this.rest.length === 0) {
        const next = await this.chunks.next()
        if (next.done) break
        this.rest = next.value
        continue
      }
      const part = this.rest.subarray(0, missing)
      this.rest = this.rest.subarray(part.length)
      missing -= part.length
      parts.push(part)
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts)
  }

  /** Lets go of the stream's file. */
  async close(): Promise<void> {
    await this.chunks.return?.()
  }
}
