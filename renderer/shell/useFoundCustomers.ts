import { useEffect, useState } from 'react'
import { useNotebook } from '../store/NotebookContext'
import { type CustomerLine, customerLines } from '../store/queries/customerList'
import { useView } from '../view/viewState'

/** As many as fit below the commands without scrolling far. */
const SHOWN = 8

/** Who the words find, best first; nobody without words or while a buyer looks, and never an answer to older words. */
export function useFoundCustomers(typed: string): readonly CustomerLine[] {
  const notebook = useNotebook()
  const privacy = useView((view) => view.privacy)
  const query = typed.trim()
  const [found, setFound] = useState<{ query: string; lines: readonly CustomerLine[] }>()
  useEffect(() => {
    if (query === '') return
    let wanted = true
    void find()
    return () => {
      wanted = false
    }

    async function find(): Promise<void> {
      const { ids } = await notebook.find(query, SHOWN)
      const db = notebook.database()
      const lines = db === undefined ? undefined : await customerLines(db, ids).catch(() => undefined)
      if (wanted) setFound({ query, lines: ids.flatMap((id) => lines?.get(id) ?? []) })
    }
  }, [notebook, query])
  return privacy || query === '' || found?.query !== query ? [] : found.lines
}
