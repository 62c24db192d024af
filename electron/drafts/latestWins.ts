import type { Result } from '#shared/result'

interface Waiting<T> {
  readonly value: T
  readonly done: Promise<Result<void>>
  readonly settle: (result: Result<void>) => void
}

/**
 * Runs one write at a time and lets only the latest value wait: typing faster than the disk costs nothing. Whoever
 * was overtaken is answered together with the value that overtook it.
 */
export class LatestWins<T> {
  private waiting: Waiting<T> | undefined
  private running: Promise<void> | undefined

  constructor(private readonly write: (value: T) => Promise<Result<void>>) {}

  /** Resolves with the outcome of writing this value or a newer one. */
  put(value: T): Promise<Result<void>> {
    if (this.waiting) {
      this.waiting = { ...this.waiting, value }
      return this.waiting.done
    }
    const { promise: done, resolve: settle } = withResolvers<Result<void>>()
    this.waiting = { value, done, settle }
    this.running ??= this.run()
    return done
  }

  /** Resolves when nothing is under way or waiting. */
  async idle(): Promise<void> {
    await this.running
  }

  private async run(): Promise<void> {
    // Calls of the same turn count as one.
    await Promise.resolve()
    for (let next = this.waiting; next; next = this.waiting) {
      this.waiting = undefined
      next.settle(await this.write(next.value))
    }
    this.running = undefined
  }
}

/** Promise.withResolvers, which Node 20 does not have. */
function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
