import { useCallback } from 'react'
import { nearFair } from '#shared/leads/fairEditions'
import { dayIn } from '#shared/time/calendarDay'
import { usePreferences } from '../settings/PreferencesContext'
import { useNotebook } from '../store/NotebookContext'
import { allFairs } from '../store/queries/fairs'
import { deviceZone } from '../store/TodayContext'

/** What is done before a fair: of the one that is near, else of the one one is at, else of the newest. */
export function useFairAhead(open: (fairId: string) => void): () => void {
  const notebook = useNotebook()
  const { preferences } = usePreferences()
  return useCallback(() => {
    const db = notebook.database()
    if (db === undefined) return
    void allFairs(db).then((fairs) => {
      const near = nearFair(fairs, dayIn(deviceZone(), notebook.sources.now()))
      const current = fairs.find(({ id }) => id === preferences.fairId)
      // Without a fair the dialog says so.
      open((near ?? current ?? fairs[0])?.id ?? '')
    })
  }, [notebook, preferences.fairId, open])
}
