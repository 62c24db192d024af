import { useCallback } from 'react'
import { useEditDrafts } from '../edits/EditDrafts'
import { useText } from '../i18n/text'
import { useNoteDrafts } from '../notebook/NoteDrafts'
import { useLetterDrafts } from '../nurture/LetterDrafts'
import { keepLeadsAgain } from '../store/leadDesk'
import { useNotebook } from '../store/NotebookContext'
import { showNotice } from '../ui/notice'

/**
 * Loads the window again, which starts the notebook anew, unless a draft would be lost by it: what only the window has
 * is put on disk first, and where the disk refuses, the window stays and says so.
 */
export function useSafeReload(): () => Promise<void> {
  const notebook = useNotebook()
  const text = useText()
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
    if (kept.every((isKept) => isKept)) window.location.reload()
    else showNotice({ bad: true, message: text('index.draftsNotKept') })
  }, [notebook, letters, notes, edits, text])
}
