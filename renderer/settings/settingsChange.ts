import { createChange, type Patch, updateChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import { DEFAULT_SETTINGS, type Settings } from '#shared/records/settings'
import type { Notebook } from '../store/notebook'
import { notebookSettings } from '../store/queries/nurture'

/** What of the settings an edit may set; those that must be there can't be taken away. */
export type SettingsPatch = Patch<'settings'> & Partial<Pick<Settings, 'baseCurrency' | 'workingDays'>>

/** The change of the notebook's settings as they are now; the first one makes the record. */
export async function settingsChange(
  notebook: Notebook,
  patch: SettingsPatch,
  at: number,
): Promise<Change[]> {
  const db = notebook.database()
  const current = db === undefined ? undefined : await notebookSettings(db)
  if (current === undefined) {
    const fresh = {
      id: notebook.sources.newId(),
      ...DEFAULT_SETTINGS,
      workingDays: [...DEFAULT_SETTINGS.workingDays],
    }
    return [createChange('settings', { ...fresh, ...(patch as Partial<Settings>) }, at)]
  }
  const change = updateChange('settings', current, patch, at)
  return change === undefined ? [] : [change]
}
