import { createChange, updateChange } from '#shared/changes/buildChange'
import { DEFAULT_SETTINGS, type Settings } from '#shared/records/settings'
import { useEdits } from '../edits/useEdits'
import { useNotebook } from '../store/NotebookContext'
import { notebookSettings } from '../store/queries/nurture'

type SettingsPatch = Partial<
  Pick<
    Settings,
    | 'baseCurrency'
    | 'staffDayMinor'
    | 'hourMinor'
    | 'homeCountry'
    | 'shutdowns'
    | 'holidayOverrides'
    | 'dayCapacity'
    | 'frequencyCapDays'
  >
>

/** Changes the notebook's settings; the first change makes the record. `what` names the change. */
export function useSaveSettings(): (
  what: 'base' | 'staffDay' | 'hour' | 'days',
  patch: SettingsPatch,
) => Promise<boolean> {
  const edits = useEdits()
  const notebook = useNotebook()
  return (what, patch) =>
    edits.commit({ key: 'change.settings', params: { what } }, async (at) => {
      const db = notebook.database()
      const current = db === undefined ? undefined : await notebookSettings(db)
      if (current === undefined) {
        const fresh = {
          id: notebook.sources.newId(),
          ...DEFAULT_SETTINGS,
          workingDays: [...DEFAULT_SETTINGS.workingDays],
        }
        return [createChange('settings', { ...fresh, ...patch }, at)]
      }
      const change = updateChange('settings', current, patch, at)
      return change === undefined ? [] : [change]
    })
}
