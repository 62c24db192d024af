/** As much of Electron as the lock listens to. */
export interface AloneParts {
  readonly monitor: {
    on(event: 'suspend' | 'lock-screen', listener: () => void): unknown
  }
  /** Minutes without a hand at Orchard; 0 for never. */
  readonly minutes: () => number
  /** Locks; does nothing where there is no lock, or it is locked. */
  readonly lock: () => void
  readonly now: () => number
}

const LOOK_EVERY_MS = 10_000
const MINUTE_MS = 60_000

/**
 * Locks the notebook when nobody has used Orchard for a while, when the computer goes to sleep, and when its screen is
 * locked. Only what is done in Orchard counts: who works beside it is not at it. Answers with what to call when somebody is.
 */
export function lockAlone({ monitor, minutes, lock, now }: AloneParts): () => void {
  let usedAt = now()
  monitor.on('suspend', lock)
  monitor.on('lock-screen', lock)
  setInterval(() => {
    const limit = minutes()
    if (limit > 0 && now() - usedAt >= limit * MINUTE_MS) lock()
  }, LOOK_EVERY_MS).unref()
  return () => {
    usedAt = now()
  }
}
