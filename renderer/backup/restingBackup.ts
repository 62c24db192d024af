import { newestBackup } from '../store/backupState'
import type { Notebook } from '../store/notebook'
import type { Backups } from './backups'

/** Nothing was saved for so long: the person is away, or reads. A lock that comes by itself is seldom set to come sooner. */
export const REST_MS = 4 * 60_000
/** Closing takes a backup as well: at rest one is taken only where the newest is older than this. */
export const OLD_MS = 4 * 3_600_000
/** How soon one that failed is tried again: it may have written much until then. */
export const AGAIN_MS = 3_600_000

/**
 * Takes a backup of what has changed while the notebook rests. A window that is left open for weeks has one all the same,
 * and so has a notebook that is too large to be backed up while somebody waits for the window to close.
 */
export class RestingBackup {
  private timer: number | undefined

  constructor(
    private readonly backups: Pick<Backups, 'state' | 'takeIfChanged'>,
    private readonly notebook: Pick<Notebook, 'state' | 'sources'>,
  ) {}

  /** Watches the notebook from now on. */
  start(): void {
    this.lookIn(REST_MS)
    this.notebook.state.subscribe((state, before) => {
      if (state.appliedSeq !== before.appliedSeq) this.lookIn(REST_MS)
    })
  }

  private lookIn(ms: number): void {
    window.clearTimeout(this.timer)
    this.timer = window.setTimeout(() => void this.look(), ms)
  }

  private async look(): Promise<void> {
    const youngForMs = this.youngForMs()
    if (youngForMs > 0) return this.lookIn(youngForMs)
    const taken = await this.backups.takeIfChanged('rest').catch(() => undefined)
    const isReady = this.notebook.state.getState().phase === 'ready'
    if (taken?.ok !== true || !isReady) this.lookIn(AGAIN_MS)
  }

  /** For how long the newest backup is not old yet. One from the future is of a clock that was wrong. */
  private youngForMs(): number {
    const newest = newestBackup(this.backups.state.getState().list)
    const ageMs = newest === undefined ? OLD_MS : this.notebook.sources.now() - newest.createdAt
    return ageMs < 0 ? 0 : Math.max(0, OLD_MS - ageMs)
  }
}
