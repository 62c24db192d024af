import { err, type OrchardError, type Result } from '#shared/result'

/** What keeps changes out: the code that they are refused with. */
type Reason = 'notebook.restoring' | 'erasure.running'

/**
 * Keeps changes out of the journal while a new generation begins, and from then on until a window has been loaded anew:
 * what the one before it shows, and would save, belongs to the generation that has ended.
 */
export class GenerationHold {
  private reason: Reason | undefined
  private isDeciding = false
  private readonly writing = new Set<Promise<unknown>>()

  /** Writes something that must not overlap with the beginning of a generation; refused with the reason of the hold. */
  write<T>(run: () => Promise<Result<T>>): Promise<Result<T>> {
    if (this.reason !== undefined) return Promise.resolve(err(this.reason))
    const written = run()
    this.writing.add(written)
    return written.finally(() => this.writing.delete(written))
  }

  /** Waits for what is being written, then runs `begin`. Where that fails, changes are taken again. */
  async begin<T>(
    reason: Reason,
    begin: () => Promise<Result<T, OrchardError>>,
  ): Promise<Result<T, OrchardError>> {
    if (this.isDeciding) return err(this.reason ?? reason)
    this.reason = reason
    this.isDeciding = true
    try {
      await Promise.allSettled(this.writing)
      const begun = await begin()
      if (!begun.ok) this.reason = undefined
      return begun
    } finally {
      this.isDeciding = false
    }
  }

  /** A window was loaded anew. One that comes while it is being decided may have read what ends now, and releases nothing. */
  release(): void {
    if (!this.isDeciding) this.reason = undefined
  }

  /** Whether changes are refused because somebody is being erased. */
  isErasing(): boolean {
    return this.reason === 'erasure.running'
  }
}
