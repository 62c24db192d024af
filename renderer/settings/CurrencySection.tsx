import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { moneyFromTyped } from '#shared/costs/typedNumber'
import { moneyToDecimal } from '#shared/money/decimal'
import { currencyCodeSchema } from '#shared/money/values'
import { DEFAULT_SETTINGS } from '#shared/records/settings'
import { useErrorText, useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import { notebookSettings } from '../store/queries/nurture'
import styles from './Money.module.css'
import { useSaveSettings } from './useSaveSettings'

/** What amounts are brought to, and what one of our days at a fair costs. They belong to the notebook. */
export function CurrencySection() {
  const settings = useRead(async (db) => ({ now: await notebookSettings(db) }), [])
  if (settings === undefined) return null
  const { baseCurrency, staffDayMinor } = settings.now ?? { ...DEFAULT_SETTINGS, staffDayMinor: undefined }
  // A change from elsewhere (an undo) starts the fields anew.
  return (
    <CurrencyFields
      key={`${baseCurrency}/${staffDayMinor}`}
      baseCurrency={baseCurrency}
      staffDayMinor={staffDayMinor}
    />
  )
}

function CurrencyFields(props: { baseCurrency: string; staffDayMinor: number | undefined }) {
  const { baseCurrency, staffDayMinor } = props
  const text = useText()
  const errorText = useErrorText()
  const save = useSaveSettings()
  const price =
    staffDayMinor === undefined ? '' : moneyToDecimal({ minor: staffDayMinor, currency: baseCurrency })
  const [base, setBase] = useState(baseCurrency)
  const [day, setDay] = useState(price)
  const [fault, setFault] = useState<{ field: 'base' | 'day'; message: string }>()

  const keepBase = () => {
    const code = base.trim().toUpperCase()
    if (!currencyCodeSchema.safeParse(code).success) {
      setFault({ field: 'base', message: errorText('cost.currencyUnknown') })
      return
    }
    setFault(undefined)
    setBase(code)
    // A price in minor units of the old currency would mean something else in the new one.
    if (code !== baseCurrency) void save('base', { baseCurrency: code, staffDayMinor: undefined })
  }
  const keepDay = () => {
    const money = moneyFromTyped(day, baseCurrency)
    if (!money.ok) {
      setFault({
        field: 'day',
        message: errorText(money.error.code, { places: Number(money.error.params?.places ?? 0) }),
      })
      return
    }
    setFault(undefined)
    const staff = day.trim() === '' ? undefined : money.value.minor
    if (staff !== staffDayMinor) void save('staffDay', { staffDayMinor: staff })
  }
  const keepOnEnter = (event: { key: string }, keep: () => void) => {
    if (event.key === 'Enter') keep()
  }

  return (
    <section className={styles.section} aria-labelledby="settings-money">
      <h2 id="settings-money" className={styles.heading}>
        {text('settings.money')}
      </h2>
      <div className={styles.row}>
        <label htmlFor="settings-base">{text('settings.baseCurrency')}</label>
        <TextInput
          id="settings-base"
          dir="ltr"
          w={360}
          maw="100%"
          description={text('settings.baseCurrencyHint')}
          value={base}
          error={fault?.field === 'base' ? fault.message : undefined}
          onChange={(event) => setBase(event.currentTarget.value)}
          onBlur={keepBase}
          onKeyDown={(event) => keepOnEnter(event, keepBase)}
        />
      </div>
      <div className={styles.row}>
        <label htmlFor="settings-staff-day">{text('settings.staffDay')}</label>
        <TextInput
          id="settings-staff-day"
          dir="ltr"
          w={360}
          maw="100%"
          description={text('settings.staffDayHint')}
          value={day}
          error={fault?.field === 'day' ? fault.message : undefined}
          onChange={(event) => setDay(event.currentTarget.value)}
          onBlur={keepDay}
          onKeyDown={(event) => keepOnEnter(event, keepDay)}
        />
      </div>
    </section>
  )
}
