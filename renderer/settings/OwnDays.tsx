import { NativeSelect, TextInput } from '@mantine/core'
import { Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { DayOverride } from '#shared/holidays/holidayCalendar'
import { useCountries } from '../i18n/countries'
import { useCountryName } from '../i18n/countryName'
import { DayInput } from '../i18n/DayInput'
import { useFormats } from '../i18n/formats'
import { useErrorText, useText } from '../i18n/text'
import styles from './Money.module.css'

const KINDS = ['holiday', 'working'] as const
const EMPTY = { country: '', on: '', kind: 'holiday' as DayOverride['kind'], name: '' }

/** Days that the person knows better than the calendar: off although it says nothing, worked although it says off. */
export function OwnDays(props: { days: readonly DayOverride[]; onSave: (next: DayOverride[]) => void }) {
  const { days, onSave } = props
  const text = useText()
  const formats = useFormats()
  const errorText = useErrorText()
  const countries = useCountries()
  const countryName = useCountryName()
  const [form, setForm] = useState(EMPTY)
  const [fault, setFault] = useState(false)
  const add = (event: FormEvent) => {
    event.preventDefault()
    const isMissing = form.country === '' || form.on === ''
    setFault(isMissing)
    if (isMissing) return
    // One word about one day: the last one said.
    const others = days.filter(({ country, on }) => country !== form.country || on !== form.on)
    const name = form.name.trim()
    const { country, on, kind } = form
    const next = [...others, { country, on, kind, ...(name === '' ? {} : { name }) }]
    onSave(next.sort((a, b) => (a.on < b.on ? -1 : 1)))
    setForm({ ...EMPTY, country })
  }
  return (
    <div className={styles.list}>
      <h3 className={styles.listTitle}>{text('settings.ownDays')}</h3>
      <p className={styles.hint}>{text('settings.ownDaysHint')}</p>
      <table className={styles.rates}>
        <tbody>
          {days.map((day) => {
            const words = `${countryName(day.country)}, ${formats.shortDay(day.on)}`
            return (
              <tr key={`${day.country}/${day.on}`}>
                <td className={styles.day}>{words}</td>
                <td>
                  {text(`settings.ownDay.${day.kind}`)} <bdi>{day.name}</bdi>
                </td>
                <td>
                  <button
                    type="button"
                    className={styles.icon}
                    aria-label={text('action.remove', { what: words })}
                    onClick={() => onSave(days.filter((other) => other !== day))}
                  >
                    <Trash2 size={15} strokeWidth={1.5} aria-hidden="true" />
                  </button>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <form className={styles.entry} onSubmit={add}>
        <NativeSelect
          label={text('settings.ownDayCountry')}
          value={form.country}
          data={[{ value: '', label: '–' }, ...countries]}
          onChange={(event) => setForm({ ...form, country: event.currentTarget.value })}
        />
        <DayInput
          label={text('settings.ownDayOn')}
          value={form.on}
          onChange={(event) => setForm({ ...form, on: event.currentTarget.value })}
        />
        <NativeSelect
          label={text('settings.ownDayKind')}
          value={form.kind}
          data={KINDS.map((kind) => ({ value: kind, label: text(`settings.ownDay.${kind}`) }))}
          onChange={(event) =>
            setForm({ ...form, kind: event.currentTarget.value === 'working' ? 'working' : 'holiday' })
          }
        />
        <TextInput
          label={text('settings.shutdownName')}
          value={form.name}
          maxLength={200}
          onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
        />
        <button type="submit" className={styles.add}>
          {text('settings.shutdownAdd')}
        </button>
      </form>
      {fault && (
        <p className={styles.fault} role="alert">
          {errorText('days.missing')}
        </p>
      )}
    </div>
  )
}
