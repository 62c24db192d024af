import type { BootSnapshot } from '#shared/ipc/boot'
import type { OrchardBridge } from '#shared/ipc/contract'
import { dayIn } from '#shared/time/calendarDay'
import { readBootSnapshot } from './bootSnapshot'
import type { Notebook } from './notebook'

/** A day at the booth is one change after the other: only when it is quiet for so long is it worth a file. */
const SETTLE_MS = 3_000

/** Keeps what the next start paints first: after changes have settled, and when the window closes. */
export class BootKeeper {
  private timer: number | undefined
  private turn: Promise<void> = Promise.resolve()

  /** `kept` is what this start has been given. */
  constructor(
    private readonly save: OrchardBridge['call']['boot:save'],
    private readonly notebook: Notebook,
    private kept: BootSnapshot | null,
  ) {}

  /** Watches the notebook from now on. */
  start(): void {
    this.later()
    this.notebook.state.subscribe((state, before) => {
      if (state.appliedSeq !== before.appliedSeq || state.phase !== before.phase) this.later()
    })
  }

  /** Keeps the state of now, unless that is kept already. One that fails leaves the next start blank, no more. */
  keep(): Promise<void> {
    window.clearTimeout(this.timer)
    this.turn = this.turn.then(() => this.keepNow()).catch(() => undefined)
    return this.turn
  }

  private later(): void {
    window.clearTimeout(this.timer)
    this.timer = window.setTimeout(() => void this.keep(), SETTLE_MS)
  }

  private async keepNow(): Promise<void> {
    const { notebook, kept } = this
    const today = dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, notebook.sources.now())
    const { appliedSeq } = notebook.state.getState()
    const isKept =
      kept?.generation === notebook.generation && kept.lastSeq === appliedSeq && kept.today.day === today
    if (isKept) return
    const snapshot = await readBootSnapshot(notebook, today)
    if (snapshot === undefined) return
    const saved = await this.save(snapshot)
    if (saved.ok) this.kept = snapshot
  }
}
