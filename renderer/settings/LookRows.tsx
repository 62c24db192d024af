import { SegmentedControl, Switch } from '@mantine/core'
import type { Preferences } from '#shared/preferences'
import { useText } from '../i18n/text'
import { usePreferences } from './PreferencesContext'
import styles from './SettingsPage.module.css'

const DENSITIES = ['comfortable', 'compact'] as const

/** How much stands in a list, and the look for bad light; both belong to this computer. */
export function LookRows() {
  const text = useText()
  const { preferences, change } = usePreferences()
  return (
    <>
      <div className={styles.row}>
        <span id="settings-density">{text('settings.density')}</span>
        <SegmentedControl
          aria-labelledby="settings-density"
          value={preferences.density ?? 'comfortable'}
          onChange={(density) => void change({ density: density as Preferences['density'] })}
          data={DENSITIES.map((density) => ({ value: density, label: text(`settings.density.${density}`) }))}
        />
      </div>
      <div className={styles.row}>
        <span id="settings-booth">{text('settings.booth')}</span>
        <div className={styles.choice}>
          <Switch
            aria-labelledby="settings-booth"
            aria-describedby="settings-booth-hint"
            checked={preferences.booth === true}
            onChange={(event) => void change({ booth: event.currentTarget.checked })}
          />
          <p id="settings-booth-hint" className={styles.hint}>
            {text('settings.boothHint')}
          </p>
        </div>
      </div>
    </>
  )
}
