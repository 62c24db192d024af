/** A window that does not answer must not keep the notebook open when the lid is closed. */
const PATIENCE_MS = 3_000

/** Asks the window something and waits until it says that it is ready, or has taken too long. */
export function waitForWindow(send: () => void): { ask: () => Promise<void>; ready: () => void } {
  let resolve: (() => void) | undefined
  return {
    ask: () =>
      new Promise((done) => {
        const timer = setTimeout(done, PATIENCE_MS)
        resolve = () => {
          clearTimeout(timer)
          done()
        }
        send()
      }),
    ready: () => resolve?.(),
  }
}
