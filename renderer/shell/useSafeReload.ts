import { useCallback } from 'react'
import { useText } from '../i18n/text'
import { showNotice } from '../ui/notice'
import { useKeepDrafts } from './useKeepDrafts'

/**
 * Loads the window again, which starts the notebook anew, unless a draft would be lost by it: what only the window has
 * is put on disk first, and where the disk refuses, the window stays and says so.
 */
export function useSafeReload(): () => Promise<void> {
  const keepDrafts = useKeepDrafts()
  const text = useText()
  return useCallback(async () => {
    if (await keepDrafts()) window.location.reload()
    else showNotice({ bad: true, message: text('index.draftsNotKept') })
  }, [keepDrafts, text])
}
