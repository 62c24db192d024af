import type { PlanWords } from '#shared/nurture/planBook'
import type { PlannedTouch } from '#shared/nurture/plannedTouch'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import { useMoveWords } from '../nurture/useMoveWords'
import { usePlanNames } from '../nurture/usePlanNames'
import styles from './Plans.module.css'

/** The touches of one person: the day, what it is, and why that day. */
export function TouchLines({ touches, plan }: { touches: readonly PlannedTouch[]; plan: PlanWords }) {
  const text = useText()
  const formats = useFormats()
  const names = usePlanNames()
  const moveWords = useMoveWords()
  if (touches.length === 0) return <p className={styles.about}>{text('plans.noTouches')}</p>
  return (
    <ol className={styles.touches}>
      {touches.map((touch) => {
        const step = plan.steps.find(({ key }) => key === touch.stepKey)
        const reason = moveWords.reason(touch)
        return (
          <li key={touch.key}>
            <span className={styles.day}>{formats.weekdayDay(touch.dueOn)}</span>
            <span>
              <bdi>{step === undefined ? touch.stepKey : names.stepTitle(step)}</bdi>
              {touch.carrier !== undefined && <small> {text(`handle.${touch.carrier}`)}</small>}
            </span>
            {reason !== undefined && touch.movedFrom !== undefined && (
              <small>{text('plans.movedFrom', { day: formats.weekdayDay(touch.movedFrom), reason })}</small>
            )}
            {touch.blocked !== undefined && (
              <small className={styles.fault}>{text(`plans.blocked.${touch.blocked.why}`)}</small>
            )}
          </li>
        )
      })}
    </ol>
  )
}
