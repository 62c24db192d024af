import { useCallback } from 'react'
import { useEditDrafts } from '../edits/EditDrafts'
import { useNoteDrafts } from '../notebook/NoteDrafts'
import { useLetterDrafts } from '../nurture/LetterDrafts'
import { keepLeadsAgain } from '../store/leadDesk'
import { useNotebook } from '../store/NotebookContext'

/** Puts every draft on disk that only the window has; false when the disk refuses one of them still. */
export function useKeepDrafts(): () => Promise<boolean> {
  const notebook = useNotebook()
  const letters = useLetterDrafts()
  const notes = useNoteDrafts()
  const edits = useEditDrafts()
  return useCallback(async () => {
    const kept = await Promise.all([
      keepLeadsAgain(notebook),
      letters.keepAgain(),
      notes.keepAgain(),
      edits.keepAgain(),
    ])
    return kept.every((isKept) => isKept)
  }, [notebook, letters, notes, edits])
}
