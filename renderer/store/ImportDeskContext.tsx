import { createContext, type ReactNode, useContext } from 'react'
import { useStore } from 'zustand'
import type { DeskState } from './deskState'
import type { ImportDesk } from './importDesk'

const Context = createContext<ImportDesk | undefined>(undefined)

/** Gives the desk to every view, so that a write goes on while the person looks at something else. */
export function ImportDeskProvider({ desk, children }: { desk: ImportDesk; children: ReactNode }) {
  return <Context.Provider value={desk}>{children}</Context.Provider>
}

/** The desk. */
export function useImportDesk(): ImportDesk {
  const desk = useContext(Context)
  if (desk === undefined) throw new Error('no import desk around this view')
  return desk
}

/** A part of what lies on the desk. */
export function useDeskState<T>(select: (state: DeskState) => T): T {
  return useStore(useImportDesk().state, select)
}
