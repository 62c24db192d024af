import { Switch } from '@mantine/core'
import { useText } from '../i18n/text'
import { usePreferences } from './PreferencesContext'
import styles from './SettingsPage.module.css'

/** Whether Orchard says through the system what begins soon; belongs to this computer. */
export function NoticeRow() {
  const text = useText()
  const { preferences, change } = usePreferences()
  return (
    <div className={styles.row}>
      <span id="settings-notices">{text('settings.notices')}</span>
      <div className={styles.choice}>
        <Switch
          aria-labelledby="settings-notices"
          aria-describedby="settings-notices-hint"
          checked={preferences.notices !== 'off'}
          onChange={(event) => void change({ notices: event.currentTarget.checked ? 'on' : 'off' })}
        />
        <p id="settings-notices-hint" className={styles.hint}>
          {text('settings.noticesHint')}
        </p>
      </div>
    </div>
  )
}
