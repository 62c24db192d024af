import type { PlanWords } from '#shared/nurture/planBook'
import type { PlannedTouch } from '#shared/nurture/plannedTouch'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import { usePlanNames } from '../nurture/usePlanNames'
import { useConditionWords, useTouchReasons } from '../nurture/useTouchReasons'
import styles from './Plans.module.css'

/** The touches of one person: the day, what it is, why that day, and what stands in its way. */
export function TouchLines({ touches, plan }: { touches: readonly PlannedTouch[]; plan: PlanWords }) {
  const text = useText()
  const formats = useFormats()
  const names = usePlanNames()
  const reasonsOf = useTouchReasons()
  const conditionWords = useConditionWords()
  if (touches.length === 0) return <p className={styles.about}>{text('plans.noTouches')}</p>
  return (
    <ol className={styles.touches}>
      {touches.map((touch) => {
        const step = plan.steps.find(({ key }) => key === touch.stepKey)
        return (
          <li key={touch.key}>
            <span className={styles.day}>{formats.weekdayDay(touch.dueOn)}</span>
            <span className={styles.what}>
              <bdi>{step === undefined ? touch.stepKey : names.stepTitle(step)}</bdi>
              {touch.carrier !== undefined && <small> {text(`handle.${touch.carrier}`)}</small>}
            </span>
            <span className={styles.why}>
              {reasonsOf(touch).map(({ kind, words, from }) => (
                <small
                  key={`${kind} ${words} ${from}`}
                  className={kind === 'held' ? styles.fault : undefined}
                >
                  {/* Why a day was full has brackets of its own. */}
                  <bdi>{kind === 'moved' ? text('plans.movedWhy', { words, reason: from }) : words}</bdi>
                  {kind !== 'plan' && kind !== 'moved' && <> {text('list.inBrackets', { words: from })}</>}
                </small>
              ))}
              {(step?.conditions ?? []).map((condition) => {
                const words = text('plans.onlyIf', { condition: conditionWords(condition) })
                return <small key={words}>{words}</small>
              })}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
