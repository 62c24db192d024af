import type { Enrolment, Plan, Touch } from '#shared/records/nurture'
import { useCountryName } from '../i18n/countryName'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import { usePlanNames } from '../nurture/usePlanNames'
import { useTouches } from '../store/useTouches'
import timeline from './Timeline.module.css'
import styles from './TouchCard.module.css'

const AHEAD_DAYS = 62
/** Done steps that are still worth seeing. */
const DONE_SHOWN = 3

/** The plan of one person: what was done, what is chosen, what comes. */
export function PlanSteps(props: {
  enrolment: Enrolment
  touches: readonly Touch[]
  plans: readonly Plan[]
  customerId: string
  today: string
  current: string | undefined
}) {
  const { enrolment, touches, plans, today } = props
  const text = useText()
  const formats = useFormats()
  const names = usePlanNames()
  const plan = plans.find((candidate) => candidate.id === enrolment.planId)
  const countryName = useCountryName()
  const answer = useTouches({ customerId: props.customerId, today, daysAhead: AHEAD_DAYS })
  const planned = (answer?.touches ?? []).filter((touch) => touch.enrolmentId === enrolment.id)
  const done = touches
    .filter((touch) => touch.action !== 'moved')
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .slice(-DONE_SHOWN)
  return (
    <>
      <h3 className={styles.cardHeading}>{names.plan(plan)}</h3>
      <ul>
        {done.map((touch) => (
          <li key={touch.id}>
            <i className={timeline.mark} data-kind="done" aria-hidden="true" />
            <span>{names.step(plan, touch.stepKey)}</span>
            <small>
              {formats.shortDay(touch.on)}, {text(touch.action === 'skipped' ? 'card.skipped' : 'card.done')}
            </small>
          </li>
        ))}
        {planned.map((touch) => (
          <li key={touch.key} data-current={touch.key === props.current}>
            <i
              className={timeline.mark}
              data-kind={touch.status === 'late' ? 'late' : 'planned'}
              data-chosen={touch.key === props.current}
              aria-hidden="true"
            />
            <span>{names.step(plan, touch.stepKey)}</span>
            <small>{formats.shortDay(touch.dueOn)}</small>
          </li>
        ))}
      </ul>
      <p className={styles.cardNote}>{text('card.stops')}</p>
      {answer?.withoutHolidays !== undefined && (
        <p className={styles.cardNote}>
          {text('holiday.noData', { country: countryName(answer.withoutHolidays) })}
        </p>
      )}
    </>
  )
}
