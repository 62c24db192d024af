import { useCallback } from 'react'
import { usePreferences } from '../settings/PreferencesContext'
import { useNotebook } from '../store/NotebookContext'
import { allFairs } from '../store/queries/fairs'
import { useView } from '../view/viewState'

/** Opens the day report of the fair one is at, else of the newest one. */
export function useReportCommand(): () => void {
  const notebook = useNotebook()
  const { preferences } = usePreferences()
  const openReport = useView((view) => view.openReport)
  return useCallback(() => {
    const db = notebook.database()
    if (db === undefined) return
    void allFairs(db).then((fairs) => {
      const chosen = fairs.find(({ id }) => id === preferences.fairId) ?? fairs[0]
      // Without a fair the dialog says so.
      openReport(chosen?.id ?? '')
    })
  }, [notebook, preferences.fairId, openReport])
}
