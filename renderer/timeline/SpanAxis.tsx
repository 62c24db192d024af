import { daysBetween, weekday } from '#shared/time/calendarDay'
import { monthStarts, type Span, type SpanKind, spanDays } from '#shared/timeline/nurtureSpan'
import { useFormats } from '../i18n/formats'
import { atDay } from './placing'
import styles from './Timeline.module.css'

const MONDAY = 1
/** A month of which fewer days are in sight has no room for its name; the page's title tells the days anyway. */
const NAMED_FROM_DAYS: Readonly<Record<SpanKind, number>> = { week: 1, month: 5, quarter: 12 }
/** So near to today the name of a Monday would stand under today's. */
const BESIDE_TODAY_DAYS = 4

/** Months, days or weeks, our own days off in shade, and the rule of today. */
export function SpanAxis(props: {
  span: Span
  kind: SpanKind
  today: string
  closedDays: readonly string[]
}) {
  const { span, kind, today, closedDays } = props
  const formats = useFormats()
  const days = spanDays(span)
  const isInSight = today >= span.from && today <= span.to
  return (
    <>
      <div className={styles.shades} aria-hidden="true">
        {days
          .filter((day) => closedDays.includes(day))
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
        {monthStarts(span).map((day, index, starts) => {
          const inSight =
            daysBetween(day, starts[index + 1] ?? span.to) + (index === starts.length - 1 ? 1 : 0)
          return (
            <span key={day} className={styles.month} style={atDay(span, day, inSight)}>
              {inSight >= NAMED_FROM_DAYS[kind] && formats.month(day)}
            </span>
          )
        })}
        {days
          .filter(
            (day) => kind !== 'quarter' || (weekday(day) === MONDAY && !(isInSight && isBeside(day, today))),
          )
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
            <span>{kind === 'week' ? formats.weekdayDay(today) : Number(today.slice(8))}</span>
          </span>
        )}
      </div>
    </>
  )
}

function isBeside(monday: string, today: string): boolean {
  return Math.abs(daysBetween(monday, today)) <= BESIDE_TODAY_DAYS
}
