import { useState } from 'react'
import type { PlannedTouch } from '#shared/nurture/scheduler'
import { compareDays, daysBetween } from '#shared/time/calendarDay'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import { LetterDialog } from '../nurture/LetterDialog'
import { useMoveWords } from '../nurture/useMoveWords'
import { usePlanNames } from '../nurture/usePlanNames'
import { workOfTouch } from '../nurture/work'
import type { CustomerPageData } from '../store/queries/customerPage'
import styles from './Notebook.module.css'

/** What a plan will ask for next, in its own words, and why it stands on this day. */
export function PlannedWords({ touch, data }: { touch: PlannedTouch; data: CustomerPageData }) {
  const text = useText()
  const formats = useFormats()
  const names = usePlanNames()
  const reason = useMoveWords().reason(touch)
  const planId = data.enrolments.find((enrolment) => enrolment.id === touch.enrolmentId)?.planId
  const plan = data.plans.find((candidate) => candidate.id === planId)
  return (
    <>
      <strong>{names.step(plan, touch.stepKey)}</strong> {names.plan(plan)}
      {touch.movedFrom !== undefined && reason !== undefined && (
        <span className={styles.place}>
          {' '}
          {text('today.movedFrom', {
            day: formats.shortDay(touch.movedFrom),
            reason,
          })}
        </span>
      )}
    </>
  )
}

/** How far off it is, and the way to write it now. */
export function PlannedEnd({ touch, today }: { touch: PlannedTouch; today: string }) {
  const text = useText()
  const [writing, setWriting] = useState(false)
  const isLate = compareDays(touch.dueOn, today) < 0
  return (
    <>
      <span className={isLate ? styles.late : undefined}>
        {isLate
          ? text('promise.late', { days: daysBetween(touch.dueOn, today) })
          : text('promise.inDays', { days: daysBetween(today, touch.dueOn) })}
      </span>{' '}
      <button type="button" className={styles.quiet} onClick={() => setWriting(true)}>
        {text('card.write')}
      </button>
      {writing && <LetterDialog work={workOfTouch(touch)} onClose={() => setWriting(false)} />}
    </>
  )
}
