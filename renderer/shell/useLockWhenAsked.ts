import { useEffect } from 'react'
import { useNotebook } from '../store/NotebookContext'
import { useBridge } from './BridgeContext'
import { useKeepDrafts } from './useKeepDrafts'

/** Signs that somebody is at the window. */
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
const TELL_EVERY_MS = 5_000

/**
 * When the notebook is about to be locked: takes it off the screen at once, puts on disk what only the window has, lets
 * what is under way reach the journal, and says so. Until then it tells that somebody is at it.
 */
export function useLockWhenAsked(): void {
  const bridge = useBridge()
  const notebook = useNotebook()
  const keepDrafts = useKeepDrafts()
  useEffect(
    () =>
      bridge.on('lock:closing', () => {
        document.documentElement.toggleAttribute('data-locking', true)
        void Promise.all([keepDrafts(), notebook.settled()]).finally(() => bridge.call['lock:ready']())
      }),
    [bridge, notebook, keepDrafts],
  )
  useEffect(() => {
    let toldAt = 0
    const tell = () => {
      const now = Date.now()
      if (now - toldAt < TELL_EVERY_MS) return
      toldAt = now
      void bridge.call['lock:used']()
    }
    // Being here counts from the first moment.
    tell()
    // Nobody sits beside an import of an hour, and it must not be cut off.
    const timer = window.setInterval(() => {
      if (notebook.state.getState().bulk !== undefined) tell()
    }, TELL_EVERY_MS)
    for (const sign of SIGNS) window.addEventListener(sign, tell, { capture: true, passive: true })
    return () => {
      window.clearInterval(timer)
      for (const sign of SIGNS) window.removeEventListener(sign, tell, { capture: true })
    }
  }, [bridge, notebook])
}
