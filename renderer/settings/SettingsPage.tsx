import { SegmentedControl } from '@mantine/core'
import { LANGUAGE_NAMES, LANGUAGES } from '#shared/i18n/languages'
import type { Preferences } from '#shared/preferences'
import { BackupsSection } from '../backup/BackupsSection'
import { ExportLogSection } from '../exporting/ExportLogSection'
import { useText } from '../i18n/text'
import { LockSection } from '../lock/LockSection'
import { TakeAlongSection } from '../takeAlong/TakeAlongSection'
import { AboutMe } from './AboutMe'
import { CurrencySection } from './CurrencySection'
import { DaysSection } from './DaysSection'
import { LookRows } from './LookRows'
import { NoticeRow } from './NoticeRow'
import { OwnFieldsSection } from './OwnFieldsSection'
import { usePreferences } from './PreferencesContext'
import { RatesSection } from './RatesSection'
import { RetentionSection } from './RetentionSection'
import styles from './SettingsPage.module.css'
import { TrayRow } from './TrayRow'
import { UpdatesRow } from './UpdatesRow'
import { WarmthSection } from './WarmthSection'

/** What belongs to this device, language and theme; the notebook's currency and rates, its backups and its ways out. */
export function SettingsPage() {
  const text = useText()
  const { preferences, change } = usePreferences()
  return (
    <section className={styles.page}>
      <h1 className={styles.title}>{text('settings.title')}</h1>
      <div className={styles.row}>
        <span id="settings-language">{text('settings.language')}</span>
        <SegmentedControl
          aria-labelledby="settings-language"
          value={preferences.language}
          onChange={(language) => void change({ language: language as Preferences['language'] })}
          data={[
            { value: 'system', label: text('settings.system') },
            ...LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] })),
          ]}
        />
      </div>
      <div className={styles.row}>
        <span id="settings-theme">{text('settings.theme')}</span>
        <SegmentedControl
          aria-labelledby="settings-theme"
          value={preferences.theme}
          onChange={(theme) => void change({ theme: theme as Preferences['theme'] })}
          data={(['system', 'light', 'dark'] as const).map((theme) => ({
            value: theme,
            label: text(`settings.${theme}`),
          }))}
        />
      </div>
      <LookRows />
      <NoticeRow />
      <TrayRow />
      <UpdatesRow />
      <AboutMe />
      <OwnFieldsSection />
      <DaysSection />
      <CurrencySection />
      <RatesSection />
      <WarmthSection />
      <LockSection />
      <BackupsSection />
      <TakeAlongSection />
      <ExportLogSection />
      <RetentionSection />
    </section>
  )
}
