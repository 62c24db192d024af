import { NativeSelect } from '@mantine/core'
import { HOLIDAY_DATA_VERSION } from '#shared/holidays/corrections'
import type { Settings } from '#shared/records/settings'
import { useCountries } from '../i18n/countries'
import { useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import { notebookSettings } from '../store/queries/nurture'
import styles from './Money.module.css'
import { NumberRow } from './NumberRow'
import { OwnDays } from './OwnDays'
import { Shutdowns } from './Shutdowns'
import { useSaveSettings } from './useSaveSettings'

type DaySettings = Partial<
  Pick<Settings, 'homeCountry' | 'frequencyCapDays' | 'dayCapacity' | 'shutdowns' | 'holidayOverrides'>
>

/** When nobody is written to, and how much one day and one person can bear. It belongs to the notebook. */
export function DaysSection() {
  const text = useText()
  const countries = useCountries()
  const save = useSaveSettings()
  const settings = useRead(async (db) => ({ now: await notebookSettings(db) }), [])
  if (settings === undefined) return null
  const now: DaySettings = settings.now ?? {}
  const { homeCountry, frequencyCapDays, dayCapacity, shutdowns = [], holidayOverrides = [] } = now
  return (
    <section className={styles.section} aria-labelledby="settings-days">
      <h2 id="settings-days" className={styles.heading}>
        {text('settings.days')}
      </h2>
      <p className={styles.hint}>{text('settings.daysHint')}</p>
      <div className={styles.row}>
        <label htmlFor="settings-home">{text('settings.homeCountry')}</label>
        <NativeSelect
          id="settings-home"
          w={360}
          maw="100%"
          description={text('settings.homeCountryHint')}
          value={homeCountry ?? ''}
          data={[{ value: '', label: '–' }, ...countries]}
          onChange={(event) => void save('days', { homeCountry: event.currentTarget.value || undefined })}
        />
      </div>
      <NumberRow
        key={`cap ${frequencyCapDays}`}
        name="cap"
        value={frequencyCapDays}
        least={0}
        most={365}
        onSave={(days) => void save('days', { frequencyCapDays: days })}
      />
      <NumberRow
        key={`capacity ${dayCapacity}`}
        name="capacity"
        value={dayCapacity}
        least={1}
        most={10_000}
        onSave={(count) => void save('days', { dayCapacity: count })}
      />
      <Shutdowns shutdowns={shutdowns} onSave={(next) => void save('days', { shutdowns: next })} />
      <OwnDays days={holidayOverrides} onSave={(next) => void save('days', { holidayOverrides: next })} />
      <p className={styles.hint}>{text('settings.holidayCredit', { version: HOLIDAY_DATA_VERSION })}</p>
    </section>
  )
}
