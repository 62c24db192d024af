import { createChange, updateChange } from '#shared/changes/buildChange'
import { fieldLabel } from '#shared/changes/labelWords'
import { DEFAULT_SETTINGS } from '#shared/records/settings'
import { useNotebook, useRead } from '../store/NotebookContext'
import { aboutMe } from '../store/queries/nurture'
import { allStaff } from '../store/queries/staff'
import { useEdits } from './useEdits'

/** What our letters are signed with, and the ways to say it; undefined until it is read. */
export function useAboutMe() {
  const edits = useEdits()
  const notebook = useNotebook()
  const about = useRead(aboutMe, [])
  if (about === undefined) return undefined

  const saveName = (name: string) =>
    edits.commit(fieldLabel('change.aboutMe', 'settings.myName'), async (at) => {
      const db = notebook.database()
      if (db === undefined || name === '') return []
      const staff = await allStaff(db)
      const current = staff.find(({ me }) => me === true)
      // Who stands at a booth by this name already is not a second person.
      const known = current ?? staff.find((one) => isSameName(one.name, name))
      if (known === undefined)
        return [createChange('staff', { id: notebook.sources.newId(), name, me: true }, at)]
      const isSpelled = current === undefined && isSameName(known.name, name)
      const change = updateChange('staff', known, { me: true, ...(isSpelled ? {} : { name }) }, at)
      return change === undefined ? [] : [change]
    })

  const saveCompany = (companyName: string) =>
    edits.commit(fieldLabel('change.aboutMe', 'settings.myCompany'), async (at) => {
      const db = notebook.database()
      const current = db === undefined ? undefined : (await aboutMe(db)).settings
      if (current === undefined)
        return [createChange('settings', { ...freshSettings(notebook.sources.newId()), companyName }, at)]
      const change = updateChange('settings', current, { companyName: companyName || undefined }, at)
      return change === undefined ? [] : [change]
    })

  return { name: about.me?.name ?? '', company: about.settings?.companyName ?? '', saveName, saveCompany }
}

/** Whether two names are one but for small and large letters. Marks count: Hà and Hạ are two people. */
export function isSameName(one: string, other: string): boolean {
  const plain = (name: string) => name.trim().normalize('NFC').toLowerCase()
  return plain(one) === plain(other)
}

function freshSettings(id: string) {
  return { id, ...DEFAULT_SETTINGS, workingDays: [...DEFAULT_SETTINGS.workingDays] }
}
