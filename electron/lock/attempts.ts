import { err, type Result } from '#shared/result'

/** So many tries cost nothing: fingers slip. */
const FREE_TRIES = 3
const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 60_000

/**
 * Counts wrong passphrases and makes each further one wait longer. It slows down whoever sits at the keyboard; against
 * somebody with a copy of the files only the price of a guess helps, which is scrypt's.
 */
export class Attempts {
  private wrong = 0
  private notBefore = 0

  constructor(private readonly now: () => number) {}

  /** Error: `lock.wait` with `seconds` while the next try is too early. */
  check(): Result<null> {
    const leftMs = this.notBefore - this.now()
    return leftMs > 0 ? err('lock.wait', { seconds: Math.ceil(leftMs / 1000) }) : { ok: true, value: null }
  }

  /** Notes a wrong one; the answer says how many seconds the next has to wait. */
  failed(): Result<never> {
    this.wrong += 1
    const beyond = this.wrong - FREE_TRIES
    const waitMs = beyond < 0 ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** beyond)
    this.notBefore = this.now() + waitMs
    return err('lock.wrong', { seconds: waitMs / 1000 })
  }

  /** The right one: counting begins anew. */
  passed(): void {
    this.wrong = 0
    this.notBefore = 0
  }
}
