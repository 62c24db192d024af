import { useAboutMe } from '../edits/useAboutMe'
import { useText } from '../i18n/text'
import { InlineText } from '../ui/InlineText'
import styles from './SettingsPage.module.css'

/** What our letters are signed with. It belongs to the notebook, not to this computer. */
export function AboutMe() {
  const text = useText()
  const about = useAboutMe()
  if (about === undefined) return null
  return (
    <>
      <h2 className={styles.section}>{text('settings.aboutMe')}</h2>
      <p className={styles.hint}>{text('settings.aboutMeHint')}</p>
      <div className={styles.row}>
        <span>{text('settings.myName')}</span>
        <InlineText
          value={about.name}
          label={text('settings.myName')}
          hint={text('settings.fill')}
          onSave={(name) => void about.saveName(name)}
        />
      </div>
      <div className={styles.row}>
        <span>{text('settings.myCompany')}</span>
        <InlineText
          value={about.company}
          label={text('settings.myCompany')}
          hint={text('settings.fill')}
          onSave={(company) => void about.saveCompany(company)}
        />
      </div>
    </>
  )
}
