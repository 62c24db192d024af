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
  const { baseCurrency, staffDayMinor, hourMinor } = settings.now ?? {
    ...DEFAULT_SETTINGS,
    staffDayMinor: undefined,
    hourMinor: undefined,
  }
  // A change from elsewhere (an undo) starts the fields anew.
  return (
    <CurrencyFields
      key={`${baseCurrency}/${staffDayMinor}/${hourMinor}`}
      baseCurrency={baseCurrency}
      staffDayMinor={staffDayMinor}
      hourMinor={hourMinor}
    />
  )
}

function CurrencyFields(props: {
  baseCurrency: string
  staffDayMinor: number | undefined
  hourMinor: number | undefined
}) {
  const { baseCurrency, staffDayMinor, hourMinor } = props
  const text = useText()
  const errorText = useErrorText()
  const save = useSaveSettings()
  const typedPrice = (minor: number | undefined) =>
    minor === undefined ? '' : moneyToDecimal({ minor, currency: baseCurrency })
  const [base, setBase] = useState(baseCurrency)
  const [day, setDay] = useState(() => typedPrice(staffDayMinor))
  const [hour, setHour] = useState(() => typedPrice(hourMinor))
  const [fault, setFault] = useState<{ field: 'base' | 'day' | 'hour'; message: string }>()

  const keepBase = () => {
    const code = base.trim().toUpperCase()
    if (!currencyCodeSchema.safeParse(code).success) {
      setFault({ field: 'base', message: errorText('cost.currencyUnknown') })
      return
    }
    setFault(undefined)
    setBase(code)
    // A price in minor units of the old currency would mean something else in the new one.
    if (code !== baseCurrency)
      void save('base', { baseCurrency: code, staffDayMinor: undefined, hourMinor: undefined })
  }
  /** The price in minor units, nothing where nothing was typed; `false` when it is no price. */
  const priceOf = (field: 'day' | 'hour', typed: string): number | undefined | false => {
    const money = moneyFromTyped(typed, baseCurrency)
    if (!money.ok) {
      const places = Number(money.error.params?.places ?? 0)
      setFault({ field, message: errorText(money.error.code, { places }) })
      return false
    }
    setFault(undefined)
    return typed.trim() === '' ? undefined : money.value.minor
  }
  const keepDay = () => {
    const price = priceOf('day', day)
    if (price !== false && price !== staffDayMinor) void save('staffDay', { staffDayMinor: price })
  }
  const keepHour = () => {
    const price = priceOf('hour', hour)
    if (price !== false && price !== hourMinor) void save('hour', { hourMinor: price })
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
      <div className={styles.row}>
        <label htmlFor="settings-hour">{text('settings.hour')}</label>
        <TextInput
          id="settings-hour"
          dir="ltr"
          w={360}
          maw="100%"
          description={text('settings.hourHint')}
          value={hour}
          error={fault?.field === 'hour' ? fault.message : undefined}
          onChange={(event) => setHour(event.currentTarget.value)}
          onBlur={keepHour}
          onKeyDown={(event) => keepOnEnter(event, keepHour)}
        />
      </div>
    </section>
  )
}
