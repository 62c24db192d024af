import { TextInput } from '@mantine/core'
import { Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { Shutdown } from '#shared/holidays/holidayCalendar'
import { DayInput } from '../i18n/DayInput'
import { useFormats } from '../i18n/formats'
import { useErrorText, useText } from '../i18n/text'
import styles from './Money.module.css'

const EMPTY: Shutdown = { name: '', from: '', to: '' }

/** When our own house is closed: each with its first and last day, in their order. */
export function Shutdowns(props: { shutdowns: readonly Shutdown[]; onSave: (next: Shutdown[]) => void }) {
  const { shutdowns, onSave } = props
  const text = useText()
  const formats = useFormats()
  const errorText = useErrorText()
  const [form, setForm] = useState(EMPTY)
  const [fault, setFault] = useState<'days.missing' | 'days.order'>()
  const add = (event: FormEvent) => {
    event.preventDefault()
    const isMissing = form.from === '' || form.to === ''
    const found = isMissing ? 'days.missing' : form.to < form.from ? 'days.order' : undefined
    setFault(found)
    if (found !== undefined) return
    const next = [...shutdowns, { ...form, name: form.name.trim() }]
    onSave(next.sort((a, b) => (a.from < b.from ? -1 : 1)))
    setForm(EMPTY)
  }
  return (
    <div className={styles.list}>
      <h3 className={styles.listTitle}>{text('settings.shutdowns')}</h3>
      {shutdowns.length === 0 && <p className={styles.hint}>{text('settings.noShutdowns')}</p>}
      <table className={styles.rates}>
        <tbody>
          {shutdowns.map((shutdown) => {
            const { name, from, to } = shutdown
            const days = text('settings.shutdownSpan', {
              from: formats.shortDay(from),
              to: formats.shortDay(to),
            })
            return (
              <tr key={`${from}/${to}/${name}`}>
                <td className={styles.day}>{days}</td>
                <td>
                  <bdi>{name}</bdi>
                </td>
                <td>
                  <button
                    type="button"
                    className={styles.icon}
                    aria-label={text('action.remove', { what: `${name} ${days}`.trim() })}
                    onClick={() => onSave(shutdowns.filter((other) => other !== shutdown))}
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
        <TextInput
          label={text('settings.shutdownName')}
          value={form.name}
          maxLength={200}
          onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
        />
        <DayInput
          label={text('settings.shutdownFrom')}
          value={form.from}
          onChange={(event) => setForm({ ...form, from: event.currentTarget.value })}
        />
        <DayInput
          label={text('settings.shutdownTo')}
          value={form.to}
          onChange={(event) => setForm({ ...form, to: event.currentTarget.value })}
        />
        <button type="submit" className={styles.add}>
          {text('settings.shutdownAdd')}
        </button>
      </form>
      {fault !== undefined && (
        <p className={styles.fault} role="alert">
          {errorText(fault)}
        </p>
      )}
    </div>
  )
}
