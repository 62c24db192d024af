import { useLiveQuery } from 'dexie-react-hooks'
import { createContext, type DependencyList, type ReactNode, useContext } from 'react'
import { useStore } from 'zustand'
import type { NotebookDatabase } from './database'
import type { Notebook } from './notebook'
import type { NotebookState } from './notebookState'

const Context = createContext<Notebook | undefined>(undefined)

/** Gives the notebook to every view. */
export function NotebookProvider({ notebook, children }: { notebook: Notebook; children: ReactNode }) {
  return <Context.Provider value={notebook}>{children}</Context.Provider>
}

/** The notebook; views write through its `commit` only. */
export function useNotebook(): Notebook {
  const notebook = useContext(Context)
  if (notebook === undefined) throw new Error('no notebook around this view')
  return notebook
}

/** A part of the notebook's state. */
export function useNotebookState<T>(select: (state: NotebookState) => T): T {
  return useStore(useNotebook().state, select)
}

/** Reads from the index and again whenever what was read has changed; `undefined` until the first answer. */
export function useRead<T>(
  query: (db: NotebookDatabase) => Promise<T>,
  dependencies: DependencyList,
): T | undefined {
  const notebook = useNotebook()
  const phase = useNotebookState((state) => state.phase)
  return useLiveQuery(() => {
    const db = notebook.database()
    return db === undefined ? undefined : query(db)
  }, [notebook, phase, ...dependencies])
}
