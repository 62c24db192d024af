import type { Settings } from '#shared/records/settings'
import { useEdits } from '../edits/useEdits'
import { useNotebook } from '../store/NotebookContext'
import { settingsChange } from './settingsChange'

type SavedSettings = Partial<
  Pick<
    Settings,
    | 'baseCurrency'
    | 'staffDayMinor'
    | 'hourMinor'
    | 'rateMaxAgeDays'
    | 'warmth'
    | 'retentionMonths'
    | 'homeCountry'
    | 'shutdowns'
    | 'holidayOverrides'
    | 'dayCapacity'
    | 'frequencyCapDays'
  >
>

/** Changes the notebook's settings; the first change makes the record. `what` names the change. */
export function useSaveSettings(): (
  what: 'base' | 'staffDay' | 'hour' | 'days' | 'rateAge' | 'warmth' | 'retention',
  patch: SavedSettings,
) => Promise<boolean> {
  const edits = useEdits()
  const notebook = useNotebook()
  return (what, patch) =>
    edits.commit({ key: 'change.settings', params: { what } }, (at) => settingsChange(notebook, patch, at))
}
