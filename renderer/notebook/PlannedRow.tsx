import { useState } from 'react'
import type { PlannedTouch } from '#shared/nurture/scheduler'
import { compareDays, daysBetween } from '#shared/time/calendarDay'
import { useCountryName } from '../i18n/countryName'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import { LetterDialog } from '../nurture/LetterDialog'
import { TouchReasons } from '../nurture/TouchReasons'
import { usePlanNames } from '../nurture/usePlanNames'
import { useTouchReasons } from '../nurture/useTouchReasons'
import { workOfTouch } from '../nurture/work'
import type { CustomerPageData } from '../store/queries/customerPage'
import type { useTouches } from '../store/useTouches'
import styles from './Notebook.module.css'

/** What a plan will ask for next, in its own words, and why it stands on this day. */
export function PlannedWords({ touch, data }: { touch: PlannedTouch; data: CustomerPageData }) {
  const text = useText()
  const formats = useFormats()
  const names = usePlanNames()
  const reasons = useTouchReasons()(touch)
  const planId = data.enrolments.find((enrolment) => enrolment.id === touch.enrolmentId)?.planId
  const plan = data.plans.find((candidate) => candidate.id === planId)
  return (
    <>
      <strong>{names.step(plan, touch.stepKey)}</strong> {names.plan(plan)}
      {reasons.length > 0 && (
        <details className={styles.why}>
          <summary>
            {touch.movedFrom === undefined
              ? text('touch.reasons')
              : text('card.movedFrom', { day: formats.shortDay(touch.movedFrom) })}
          </summary>
          <TouchReasons touch={touch} />
        </details>
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

/** Steps of the last weeks that a plan let pass, each with what it had asked for; and what no plan here can know. */
export function PlannedNotes({
  answer,
  data,
}: {
  answer: ReturnType<typeof useTouches>
  data: CustomerPageData
}) {
  const text = useText()
  const formats = useFormats()
  const names = usePlanNames()
  const countryName = useCountryName()
  const planOf = (touch: PlannedTouch) => {
    const planId = data.enrolments.find(({ id }) => id === touch.enrolmentId)?.planId
    return data.plans.find(({ id }) => id === planId)
  }
  return (
    <>
      {answer !== undefined && answer.passedOver.length > 0 && (
        <details className={styles.why}>
          <summary>
            {text('touch.passedOver')} ({formats.number(answer.passedOver.length)})
          </summary>
          <ul className={styles.passed}>
            {answer.passedOver.map((touch) => (
              <li key={touch.key}>
                {formats.shortDay(touch.dueOn)} <strong>{names.step(planOf(touch), touch.stepKey)}</strong>
                <TouchReasons touch={touch} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {answer?.withoutHolidays !== undefined && answer.touches.length > 0 && (
        <p className={styles.plannedNote}>
          {text('holiday.noData', { country: countryName(answer.withoutHolidays) })}
        </p>
      )}
    </>
  )
}
