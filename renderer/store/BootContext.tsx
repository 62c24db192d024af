import { createContext, type ReactNode, useContext } from 'react'
import type { BootSnapshot } from '#shared/ipc/boot'
import { useNotebookState } from './NotebookContext'

const Context = createContext<BootSnapshot | null>(null)

/** Gives the views what they may paint until the index answers. */
export function BootProvider({ boot, children }: { boot: BootSnapshot | null; children: ReactNode }) {
  return <Context.Provider value={boot}>{children}</Context.Provider>
}

/**
 * What to paint where the index has not answered yet: as the journal stood when the window opened. Nothing once a save
 * has gone beyond it, or when the index can't be read: then there is nobody who would put it right.
 */
export function useBoot(): BootSnapshot | undefined {
  const boot = useContext(Context)
  const isPassed = useNotebookState(({ phase, savedAt }) => phase === 'failed' || savedAt !== undefined)
  return boot === null || isPassed ? undefined : boot
}
