import { useEffect } from 'react'
import { useBackups } from '../backup/BackupsContext'
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
  const backups = useBackups()
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
    // Nobody sits beside an import of an hour, or a backup that somebody waits for, and neither must be cut off. One that is
    // taken at rest is: it comes again.
    const timer = window.setInterval(() => {
      const { running } = backups.state.getState()
      const isBackingUp = running !== undefined && running !== 'rest'
      if (notebook.state.getState().bulk !== undefined || isBackingUp) tell()
    }, TELL_EVERY_MS)
    for (const sign of SIGNS) window.addEventListener(sign, tell, { capture: true, passive: true })
    return () => {
      window.clearInterval(timer)
      for (const sign of SIGNS) window.removeEventListener(sign, tell, { capture: true })
    }
  }, [bridge, notebook, backups])
}
