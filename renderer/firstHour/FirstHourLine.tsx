import { CloseButton } from '@mantine/core'
import { useText } from '../i18n/text'
import { usePreferences } from '../settings/PreferencesContext'
import { useRead } from '../store/NotebookContext'
import { countCustomers } from '../store/queries/customers'
import styles from './FirstHour.module.css'
import { FIRST_HOUR_STEPS, type FirstHourStep } from './firstHourSteps'
import { useFirstHour } from './useFirstHour'
import { useStepAction } from './useStepAction'
import { useStepHint } from './useStepHint'

/** The first hour in one line, for a place that has come to life: how far one is, and what comes next. */
export function FirstHourLine() {
  const text = useText()
  const { change } = usePreferences()
  const done = useFirstHour()
  // Where there is nobody yet, all steps stand above.
  const customers = useRead(countCustomers, []) ?? 0
  const next = FIRST_HOUR_STEPS.find((step) => done?.includes(step) === false)
  if (done === undefined || next === undefined || customers === 0) return null
  return (
    <section className={styles.line} aria-label={text('firstHour.title')}>
      <strong>{text('firstHour.title')}</strong>
      <span className={styles.count}>
        {text('firstHour.progress', { done: done.length, all: FIRST_HOUR_STEPS.length })}
      </span>
      <span className={styles.next}>
        <Next step={next} />
      </span>
      <CloseButton
        size="sm"
        aria-label={text('firstHour.close')}
        onClick={() => void change({ firstHour: 'over' })}
      />
    </section>
  )
}

function Next({ step }: { step: FirstHourStep }) {
  const text = useText()
  const action = useStepAction(step)
  const hint = useStepHint(step)
  if (action === undefined) return hint
  return (
    <button type="button" className={styles.name} onClick={action}>
      {text(`firstHour.step.${step}`)}
    </button>
  )
}
