import { useEffect } from 'react'
import { useNotebook } from '../store/NotebookContext'
import { withdrawOffer } from '../ui/notice'

/**
 * A notice that offers to undo goes as soon as anything else is saved, the undo itself included: what it was about is
 * then gone, or no longer the last change, which is the one that undo would take.
 */
export function useOfferEnd(): void {
  const { state } = useNotebook()
  useEffect(
    () =>
      state.subscribe((now, before) => {
        // A notice about this very save is shown only after it.
        if (now.savedAt !== before.savedAt) withdrawOffer()
      }),
    [state],
  )
}
