import { weekday } from '#shared/time/calendarDay'
import { monthStarts, type Span, type SpanKind, spanDays } from '#shared/timeline/nurtureSpan'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import { atDay } from './placing'
import styles from './Timeline.module.css'

const MONDAY = 1

/** Months, days or weeks, the weekends in shade, and the rule of today. */
export function SpanAxis(props: {
  span: Span
  kind: SpanKind
  today: string
  workingDays: readonly number[]
}) {
  const { span, kind, today, workingDays } = props
  const text = useText()
  const formats = useFormats()
  const days = spanDays(span)
  const isInSight = today >= span.from && today <= span.to
  return (
    <>
      <div className={styles.shades} aria-hidden="true">
        {days
          .filter((day) => !workingDays.includes(weekday(day)))
          .map((day) => (
            <i key={day} className={styles.shade} style={atDay(span, day)} />
          ))}
        {days
          .filter((day) => weekday(day) === MONDAY)
          .map((day) => (
            <i key={day} className={styles.weekLine} style={atDay(span, day)} />
          ))}
        {isInSight && <i className={styles.todayRule} style={atDay(span, today)} />}
      </div>
      <div className={styles.axis} aria-hidden="true">
        {monthStarts(span).map((day) => (
          <span key={day} className={styles.month} style={atDay(span, day, 10)}>
            {formats.month(day)}
          </span>
        ))}
        {days
          .filter((day) => kind !== 'quarter' || weekday(day) === MONDAY)
          .map((day) => (
            <span
              key={day}
              className={styles.dayName}
              data-today={day === today}
              style={atDay(span, day, kind === 'quarter' ? 4 : 1)}
            >
              {kind === 'week' ? formats.weekdayDay(day) : Number(day.slice(8))}
            </span>
          ))}
        {isInSight && (
          <span className={styles.todayMark} style={atDay(span, today)}>
            <span>{kind === 'week' ? formats.weekdayDay(today) : text('timeline.today')}</span>
          </span>
        )}
      </div>
    </>
  )
}
