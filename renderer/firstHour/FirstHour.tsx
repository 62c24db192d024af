import { Check, Circle } from 'lucide-react'
import { useText } from '../i18n/text'
import { SampleOffer } from '../sample/SampleOffer'
import { usePreferences } from '../settings/PreferencesContext'
import { useView } from '../view/viewState'
import styles from './FirstHour.module.css'
import { FIRST_HOUR_STEPS, type FirstHourStep } from './firstHourSteps'
import { useFirstHour } from './useFirstHour'
import { useStepAction } from './useStepAction'
import { useStepHint } from './useStepHint'

/** What an empty place shows: the steps of the first hour with the sample to look around in; later the sample alone. */
export function FirstHour() {
  const text = useText()
  const { preferences, change } = usePreferences()
  const done = useFirstHour()
  if (preferences.firstHour === 'over') return <SampleOffer />
  // A moment after the place itself: an offer that moved under the pointer would be missed.
  if (done === undefined) return null
  return (
    <section className={styles.card} aria-label={text('firstHour.title')}>
      <header className={styles.head}>
        <h2 className={styles.title}>{text('firstHour.title')}</h2>
        <span className={styles.count}>
          {text('firstHour.progress', { done: done.length, all: FIRST_HOUR_STEPS.length })}
        </span>
        <button type="button" className={styles.close} onClick={() => void change({ firstHour: 'over' })}>
          {text('firstHour.close')}
        </button>
      </header>
      <p className={styles.hint}>{text('firstHour.hint')}</p>
      <ol className={styles.steps}>
        {FIRST_HOUR_STEPS.map((step) => (
          <Step key={step} step={step} isDone={done.includes(step)} />
        ))}
      </ol>
    </section>
  )
}

function Step({ step, isDone }: { step: FirstHourStep; isDone: boolean }) {
  const text = useText()
  const go = useView((view) => view.go)
  const action = useStepAction(step)
  const hint = useStepHint(step)
  const title = text(`firstHour.step.${step}`)
  const Mark = isDone ? Check : Circle
  return (
    <li className={styles.step} data-done={isDone}>
      <Mark className={styles.mark ?? ''} size={16} strokeWidth={2} aria-hidden="true" />
      <div>
        {isDone || action === undefined ? (
          <span className={styles.name}>{title}</span>
        ) : (
          <button type="button" className={styles.name} onClick={action}>
            {title}
          </button>
        )}
        {isDone ? (
          <span className="visually-hidden"> {text('firstHour.done')}</span>
        ) : (
          <p className={styles.hint}>{hint}</p>
        )}
        {step === 'look' && !isDone && (
          <>
            <button type="button" className={styles.name} onClick={() => go('import')}>
              {text('command.goImport')}
            </button>
            <SampleOffer isInList />
          </>
        )}
      </div>
    </li>
  )
}
