import type { DayOff } from '#shared/holidays/dayOff'
import { addDays, daysBetween } from '#shared/time/calendarDay'
import type { Span, SpanKind } from '#shared/timeline/nurtureSpan'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import { useMoveWords } from '../nurture/useMoveWords'
import { DayOffName } from './DayOffName'
import { atDay } from './placing'
import styles from './Timeline.module.css'

/** Days that hang together under one name, such as a week of Spring Festival. */
interface DayOffRun {
  readonly from: string
  readonly to: string
  readonly words: string
  readonly dayOff: DayOff
}

/** In room of fewer days nothing of a name could be read; the mark's title and the list for screen readers have it. */
const NAMED_FROM_DAYS: Readonly<Record<SpanKind, number>> = { week: 1, month: 3, quarter: 12 }

/** Holidays of ours and of the customers in sight: where they stand, named where there is room, all of them on demand. */
export function DaysOffRow(props: { span: Span; kind: SpanKind; today: string; daysOff: readonly DayOff[] }) {
  const { span, kind, today, daysOff } = props
  const text = useText()
  const formats = useFormats()
  const { dayOff: nameOf } = useMoveWords()
  const byDay = runsByDay(daysOff, nameOf)
  if (byDay.size === 0) return null
  const rooms = namedRooms(byDay, { span, today, fromDays: NAMED_FROM_DAYS[kind] })
  const when = ({ from, to }: DayOffRun) =>
    from === to
      ? formats.weekdayDay(from)
      : text('span.range', { from: formats.shortDay(from), to: formats.shortDay(to) })
  return (
    <div className={styles.daysOff}>
      <span className={styles.daysOffTitle}>{text('holiday.row')}</span>
      <ul className={styles.track}>
        {[...byDay].map(([day, runs]) => {
          const days = daysOfRuns(runs)
          const [first] = runs
          const room = rooms.get(day)
          return (
            <li
              key={day}
              className={styles.dayOff}
              data-kind={first?.dayOff.kind}
              style={atDay(span, day, days)}
              title={runs.map((run) => `${when(run)}: ${run.words}`).join('\n')}
            >
              {room !== undefined && first !== undefined && (
                <span
                  className={styles.dayOffName}
                  style={{ inlineSize: `${(room / days) * 100}%` }}
                  aria-hidden="true"
                >
                  <DayOffName dayOff={first.dayOff} />
                </span>
              )}
              <span className="visually-hidden">
                {runs.map((run) => (
                  <span key={run.words}>
                    {when(run)}: <DayOffName dayOff={run.dayOff} />{' '}
                  </span>
                ))}
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** How many days the longest of some runs lasts. */
function daysOfRuns(runs: readonly DayOffRun[]): number {
  return Math.max(...runs.map(({ from, to }) => daysBetween(from, to) + 1))
}

/**
 * For how many days a name can stand, by the day on which it begins: as long as the days off last, else up to the next ones
 * or the rule of today.
 */
function namedRooms(
  byDay: ReadonlyMap<string, readonly DayOffRun[]>,
  { span, today, fromDays }: { span: Span; today: string; fromDays: number },
): ReadonlyMap<string, number> {
  const begins = [...byDay.keys()].sort()
  const rooms = new Map<string, number>()
  const end = addDays(span.to, 1)
  let free = span.from
  for (const day of begins) {
    if (day < free) continue
    const next = [...begins, today, end].filter((other) => other > day).sort()[0] ?? end
    const room = Math.max(daysBetween(day, next), daysOfRuns(byDay.get(day) ?? []))
    if (room < fromDays) continue
    rooms.set(day, room)
    free = addDays(day, room)
  }
  return rooms
}

/** The runs by the day on which they begin, in order. */
function runsByDay(daysOff: readonly DayOff[], nameOf: (dayOff: DayOff) => string) {
  const open = new Map<string, DayOffRun>()
  const runs: DayOffRun[] = []
  for (const dayOff of daysOff) {
    const words = nameOf(dayOff)
    const before = open.get(words)
    const goesOn = before !== undefined && addDays(before.to, 1) === dayOff.day
    const run = { from: goesOn ? before.from : dayOff.day, to: dayOff.day, words, dayOff }
    if (goesOn) runs.splice(runs.indexOf(before), 1, run)
    else runs.push(run)
    open.set(words, run)
  }
  const byDay = new Map<string, DayOffRun[]>()
  for (const run of runs) byDay.set(run.from, [...(byDay.get(run.from) ?? []), run])
  return byDay
}
