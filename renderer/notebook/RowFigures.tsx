import type { NextDue } from '#shared/nurture/nextDue'
import { compareDays, dayIn, daysBetween } from '#shared/time/calendarDay'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import { useNotebook } from '../store/NotebookContext'
import { deviceZone } from '../store/TodayContext'
import styles from './RowFigures.module.css'

/** From so many points on a relationship is drawn as warm, and below the others as cold. */
const WARM_FROM = 60
const COLD_BELOW = 30

/** When something is to be done next for a customer: late in words, today's with its hour, later as a day. */
export function RowNext({ next }: { next: NextDue | undefined }) {
  const text = useText()
  const formats = useFormats()
  const { sources } = useNotebook()
  if (next === undefined) return <span className={styles.next} />
  const today = dayIn(deviceZone(), sources.now())
  const order = compareDays(next.on, today)
  const kind = order < 0 ? 'late' : order === 0 ? 'today' : undefined
  return (
    <span className={styles.next} data-due={kind}>
      <span className="visually-hidden">{text('notebook.next')} </span>
      {order < 0
        ? text('promise.late', { days: daysBetween(next.on, today) })
        : order > 0
          ? formats.weekdayDay(next.on)
          : next.at === undefined
            ? text('promise.inDays', { days: 0 })
            : formats.hourMinute(next.at)}
    </span>
  )
}

/** How warm a customer is: a bar and its figure. */
export function RowWarmth({ warmth }: { warmth: number }) {
  const text = useText()
  const formats = useFormats()
  const score = Math.round(warmth)
  const kind = score >= WARM_FROM ? 'warm' : score < COLD_BELOW ? 'cold' : undefined
  return (
    <span className={styles.warmth} title={text('brief.warmth', { score })}>
      <span className="visually-hidden">{text('brief.warmth', { score })}</span>
      <span className={styles.bar} data-warmth={kind} aria-hidden="true">
        <span style={{ inlineSize: `${score}%` }} />
      </span>
      <span className={styles.score} aria-hidden="true">
        {formats.number(score)}
      </span>
    </span>
  )
}
