import { Switch } from '@mantine/core'
import { useText } from '../i18n/text'
import { usePreferences } from './PreferencesContext'
import styles from './SettingsPage.module.css'

/** The icon beside the clock, and whether Orchard goes on there when its window is closed; both off until wanted. */
export function TrayRow() {
  const text = useText()
  const { preferences, change } = usePreferences()
  const tray = preferences.tray ?? 'off'
  return (
    <>
      <div className={styles.row}>
        <span id="settings-tray">{text('settings.tray')}</span>
        <div className={styles.choice}>
          <Switch
            aria-labelledby="settings-tray"
            aria-describedby="settings-tray-hint"
            checked={tray !== 'off'}
            onChange={(event) => void change({ tray: event.currentTarget.checked ? 'icon' : 'off' })}
          />
          <p id="settings-tray-hint" className={styles.hint}>
            {text('settings.trayHint')}
          </p>
        </div>
      </div>
      {tray !== 'off' && (
        <div className={styles.row}>
          <span id="settings-tray-keeps">{text('settings.trayKeeps')}</span>
          <div className={styles.choice}>
            <Switch
              aria-labelledby="settings-tray-keeps"
              aria-describedby="settings-tray-keeps-hint"
              checked={tray === 'keeps'}
              onChange={(event) => void change({ tray: event.currentTarget.checked ? 'keeps' : 'icon' })}
            />
            <p id="settings-tray-keeps-hint" className={styles.hint}>
              {text('settings.trayKeepsHint')}
            </p>
          </div>
        </div>
      )}
    </>
  )
}
