/** Hands pieces from one who pushes to one who reads, one at a time, so that memory holds no more than one. */
export class PieceQueue<T = Uint8Array> {
  private waiting: { readonly piece: T; readonly taken: () => void } | undefined
  private wake: () => void = () => undefined
  private state: 'open' | 'ended' | 'failed' = 'open'
  private turn: Promise<void> = Promise.resolve()

  /** Resolves when the reader has done with the piece and asks for the next. */
  push(piece: T): Promise<void> {
    this.turn = this.turn.then(
      () =>
        new Promise((taken) => {
          this.waiting = { piece, taken }
          this.wake()
        }),
    )
    return this.turn
  }

  /** No more pieces come: the reader's loop ends, after `fail` by throwing. */
  end(state: 'ended' | 'failed' = 'ended'): void {
    if (this.state === 'open') this.state = state
    this.wake()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (;;) {
      const { waiting } = this
      if (waiting !== undefined) {
        yield waiting.piece
        this.waiting = undefined
        waiting.taken()
      } else if (this.state !== 'open') {
        if (this.state === 'failed') throw new Error('given up')
        return
      } else {
        await new Promise<void>((wake) => {
          this.wake = wake
        })
      }
    }
  }
}
