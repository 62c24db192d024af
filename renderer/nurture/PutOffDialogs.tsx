import { Modal } from '@mantine/core'
import { useState } from 'react'
import { addDays, weekday } from '#shared/time/calendarDay'
import { isoDateSchema } from '#shared/time/values'
import { PlainDayInput } from '../i18n/DayInput'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import { KeyCaps } from '../ui/KeyCaps'
import { useDialogKeys } from '../ui/useDialogKeys'
import styles from './PutOffDialogs.module.css'

const MONDAY = 1
const DAYS_OF_WEEK = 7

/** Tomorrow, next Monday, or any day: one key each. */
export function SnoozeDialog(props: {
  name: string
  today: string
  /** The day it stands on now, offered as the date to change. */
  day: string
  title: 'snooze' | 'move'
  onPick: (day: string) => void
  onClose: () => void
}) {
  const { name, today, onPick, onClose } = props
  const text = useText()
  const formats = useFormats()
  const tomorrow = addDays(today, 1)
  const coming = addDays(today, ((MONDAY - weekday(today) + DAYS_OF_WEEK - 1) % DAYS_OF_WEEK) + 1)
  // On a Sunday next Monday is not tomorrow but the one after.
  const monday = coming === tomorrow ? addDays(coming, DAYS_OF_WEEK) : coming
  const [day, setDay] = useState(props.day > today ? props.day : monday)
  const choices = [
    { code: 'Digit1', label: text('snooze.tomorrow'), day: tomorrow },
    { code: 'Digit2', label: text('snooze.monday'), day: monday },
  ]
  useDialogKeys(Object.fromEntries(choices.map((choice) => [choice.code, () => onPick(choice.day)])))
  return (
    <Modal
      opened
      onClose={onClose}
      title={text(props.title === 'move' ? 'snooze.moveTitle' : 'snooze.title', { name })}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (isoDateSchema.safeParse(day).success) onPick(day)
        }}
      >
        {choices.map((choice, place) => (
          <button
            key={choice.code}
            type="button"
            className={styles.choice}
            data-autofocus={place === 0 ? true : undefined}
            onClick={() => onPick(choice.day)}
          >
            <KeyCaps chord={choice.code} /> {choice.label}
            <span className={styles.day}>{formats.weekdayDay(choice.day)}</span>
          </button>
        ))}
        <div className={styles.own}>
          <label>
            {text('snooze.day')}{' '}
            <PlainDayInput
              className={styles.date}
              min={tomorrow}
              value={day}
              onChange={(event) => setDay(event.currentTarget.value)}
            />
          </label>
          <button type="submit" className={styles.save}>
            {text('snooze.pick')}
          </button>
        </div>
      </form>
    </Modal>
  )
}

/** Why it is left out: the reason stays in the notebook. */
export function SkipDialog(props: { name: string; onSkip: (reason: string) => void; onClose: () => void }) {
  const text = useText()
  const [reason, setReason] = useState('')
  const usual = [text('skip.called'), text('skip.noInterest'), text('skip.wrongAddress')]
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={text('skip.title', { name: props.name })}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (reason.trim() !== '') props.onSkip(reason)
        }}
      >
        <label className={styles.reason}>
          {text('skip.reason')}
          <input
            className={styles.input}
            data-autofocus
            dir="auto"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </label>
        <div className={styles.usual}>
          {usual.map((words) => (
            <button key={words} type="button" className={styles.word} onClick={() => props.onSkip(words)}>
              {words}
            </button>
          ))}
        </div>
        <button type="submit" className={styles.save} disabled={reason.trim() === ''}>
          {text('skip.save')}
        </button>
      </form>
    </Modal>
  )
}
