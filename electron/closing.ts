import type { App, BrowserWindow } from 'electron'
import { LONGEST_CLOSING_MS } from '#shared/ipc/closing'

/** A window that does not answer must not keep the person from leaving; everything saved is in the journal. */
const PATIENCE_MS = 10_000

/** How the window's last minutes go. */
export interface ClosingOptions {
  readonly app: App
  readonly window: BrowserWindow
  /** Whether closing only hides the window, since the person wants Orchard to go on beside the clock. */
  readonly staysOpen: () => boolean
  /** Asks the page to finish what is under way. */
  readonly ask: () => void
  /** Runs once the page is done or out of time, before the window goes. */
  readonly lastWords: () => Promise<void>
}

/**
 * Holds the first attempt to close until the page has brought its work to an end, then closes for good. Returns
 * the function to call when the page says that it is ready, and `prolong` for each sign that it is still at work.
 */
export function closeGently(options: ClosingOptions): { ready: () => void; prolong: () => void } {
  const { app, window } = options
  let state: 'open' | 'asked' | 'done' = 'open'
  let quitting = false
  let askedAt = 0
  let patience: NodeJS.Timeout | undefined
  app.on('before-quit', () => {
    quitting = true
  })

  const finish = async () => {
    if (state === 'done') return
    state = 'done'
    clearTimeout(patience)
    await options.lastWords()
    if (!window.isDestroyed()) window.close()
    // The quit that asked for this was stopped with the window's close; it is taken up again.
    if (quitting) app.quit()
  }

  const wait = () => {
    clearTimeout(patience)
    // A backup under way may take longer as long as it moves, but nobody waits for ever.
    const leftMs = askedAt + LONGEST_CLOSING_MS - Date.now()
    patience = setTimeout(() => void finish(), Math.max(0, Math.min(PATIENCE_MS, leftMs)))
    patience.unref()
  }

  window.on('close', (event) => {
    if (state === 'done') return
    event.preventDefault()
    if (state === 'asked') return
    // Whoever quits means it.
    if (!quitting && options.staysOpen()) {
      window.hide()
      return
    }
    state = 'asked'
    askedAt = Date.now()
    options.ask()
    wait()
  })
  const prolong = () => {
    if (state === 'asked') wait()
  }
  return { ready: () => void finish(), prolong }
}
