import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { addMonths, compareDays } from '#shared/time/calendarDay'
import { DayInput } from '../i18n/DayInput'
import { useText } from '../i18n/text'
import dialog from '../ui/dialog.module.css'
import styles from './Retention.module.css'

const USUAL_MONTHS = 12

/** Until when those who are ticked are kept, and why. */
export function KeepForm(props: {
  readonly today: string
  readonly onKeep: (until: string, note: string | undefined) => void
}) {
  const { today, onKeep } = props
  const text = useText()
  const [until, setUntil] = useState(addMonths(today, USUAL_MONTHS))
  const [note, setNote] = useState('')
  const [fault, setFault] = useState(false)
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        const isFine = until !== '' && compareDays(until, today) > 0
        setFault(!isFine)
        if (isFine) onKeep(until, note.trim() === '' ? undefined : note.trim())
      }}
    >
      <DayInput
        label={text('retention.until')}
        value={until}
        error={fault ? text('retention.later') : undefined}
        onChange={(event) => setUntil(event.currentTarget.value)}
        data-autofocus
      />
      <TextInput
        className={styles.note}
        label={text('retention.note')}
        dir="auto"
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <button type="submit" className={dialog.primary}>
        {text('retention.save')}
      </button>
    </form>
  )
}
