import { useCallback } from 'react'
import { placeOfKey } from '#shared/costs/costPlace'
import { usePreferences } from '../settings/PreferencesContext'
import { useNotebook } from '../store/NotebookContext'
import { allFairs } from '../store/queries/fairs'
import { useView } from '../view/viewState'

/** Opens the day report: on Channels of the fair that is chosen there, else of the fair one is at, else of the newest. */
export function useReportCommand(): () => void {
  const notebook = useNotebook()
  const { preferences } = usePreferences()
  const openReport = useView((view) => view.openReport)
  return useCallback(() => {
    const db = notebook.database()
    if (db === undefined) return
    void allFairs(db).then((fairs) => {
      const { place, costPlace } = useView.getState()
      const chosenId = costPlace === undefined ? undefined : placeOfKey(costPlace).touchpointId
      const wanted = [place === 'channels' ? chosenId : undefined, preferences.fairId]
      const [chosen] = [...wanted.flatMap((id) => fairs.find((fair) => fair.id === id) ?? []), ...fairs]
      // Without a fair the dialog says so.
      openReport(chosen?.id ?? '')
    })
  }, [notebook, preferences.fairId, openReport])
}
