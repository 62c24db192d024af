import { createChange, updateChange } from '#shared/changes/buildChange'
import { fieldLabel } from '#shared/changes/labelWords'
import { DEFAULT_SETTINGS } from '#shared/records/settings'
import { useEdits } from '../edits/useEdits'
import { useText } from '../i18n/text'
import { useNotebook, useRead } from '../store/NotebookContext'
import { aboutMe } from '../store/queries/nurture'
import { InlineText } from '../ui/InlineText'
import styles from './SettingsPage.module.css'

/** What our letters are signed with. It belongs to the notebook, not to this computer. */
export function AboutMe() {
  const text = useText()
  const edits = useEdits()
  const notebook = useNotebook()
  const about = useRead(aboutMe, [])
  if (about === undefined) return null
  const { me, settings } = about

  const saveName = (name: string) =>
    edits.commit(fieldLabel('change.aboutMe', 'settings.myName'), async (at) => {
      const db = notebook.database()
      const current = db === undefined ? undefined : (await aboutMe(db)).me
      if (current === undefined)
        return name === ''
          ? []
          : [createChange('staff', { id: notebook.sources.newId(), name, me: true }, at)]
      const change = name === '' ? undefined : updateChange('staff', current, { name }, at)
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

  return (
    <>
      <h2 className={styles.section}>{text('settings.aboutMe')}</h2>
      <p className={styles.hint}>{text('settings.aboutMeHint')}</p>
      <div className={styles.row}>
        <span>{text('settings.myName')}</span>
        <InlineText
          value={me?.name ?? ''}
          label={text('settings.myName')}
          hint={text('settings.fill')}
          onSave={(name) => void saveName(name)}
        />
      </div>
      <div className={styles.row}>
        <span>{text('settings.myCompany')}</span>
        <InlineText
          value={settings?.companyName ?? ''}
          label={text('settings.myCompany')}
          hint={text('settings.fill')}
          onSave={(company) => void saveCompany(company)}
        />
      </div>
    </>
  )
}

function freshSettings(id: string) {
  return { id, ...DEFAULT_SETTINGS, workingDays: [...DEFAULT_SETTINGS.workingDays] }
}
