import type { DayOff } from '#shared/holidays/dayOff'
import { addDays, daysBetween } from '#shared/time/calendarDay'
import type { Span, SpanKind } from '#shared/timeline/nurtureSpan'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import { useMoveWords } from '../nurture/useMoveWords'
import { atDay } from './placing'
import styles from './Timeline.module.css'

/** Days that hang together under one name, such as a week of Spring Festival. */
interface DayOffRun {
  readonly from: string
  readonly to: string
  readonly words: string
  readonly kind: DayOff['kind']
}

/** A mark of fewer days has no room for a name; its title and the list for screen readers have it. */
const NAMED_FROM_DAYS: Readonly<Record<SpanKind, number>> = { week: 1, month: 3, quarter: 8 }

/** Holidays of ours and of the customers in sight: where they stand, named where there is room, all of them on demand. */
export function DaysOffRow(props: { span: Span; kind: SpanKind; daysOff: readonly DayOff[] }) {
  const { span, kind, daysOff } = props
  const text = useText()
  const formats = useFormats()
  const { dayOff: nameOf } = useMoveWords()
  const byDay = runsByDay(daysOff, nameOf)
  if (byDay.size === 0) return null
  const told = ({ from, to, words }: DayOffRun) =>
    from === to
      ? `${formats.weekdayDay(from)}: ${words}`
      : `${text('span.range', { from: formats.shortDay(from), to: formats.shortDay(to) })}: ${words}`
  return (
    <div className={styles.daysOff}>
      <span className={styles.daysOffTitle}>{text('holiday.row')}</span>
      <ul className={styles.track}>
        {[...byDay].map(([day, runs]) => {
          const days = Math.max(...runs.map(({ from, to }) => daysBetween(from, to) + 1))
          const [first] = runs
          const all = runs.map(told).join('\n')
          return (
            <li
              key={day}
              className={styles.dayOff}
              data-kind={first?.kind}
              data-named={days >= NAMED_FROM_DAYS[kind]}
              style={atDay(span, day, days)}
              title={all}
            >
              <span aria-hidden="true">{days >= NAMED_FROM_DAYS[kind] && first?.words}</span>
              <span className="visually-hidden">{all}</span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** The runs by the day on which they begin, in order. */
function runsByDay(daysOff: readonly DayOff[], nameOf: (dayOff: DayOff) => string) {
  const open = new Map<string, DayOffRun>()
  const runs: DayOffRun[] = []
  for (const dayOff of daysOff) {
    const words = nameOf(dayOff)
    const before = open.get(words)
    const goesOn = before !== undefined && addDays(before.to, 1) === dayOff.day
    const run = { from: goesOn ? before.from : dayOff.day, to: dayOff.day, words, kind: dayOff.kind }
    if (goesOn) runs.splice(runs.indexOf(before), 1, run)
    else runs.push(run)
    open.set(words, run)
  }
  const byDay = new Map<string, DayOffRun[]>()
  for (const run of runs) byDay.set(run.from, [...(byDay.get(run.from) ?? []), run])
  return byDay
}
