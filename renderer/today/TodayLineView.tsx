import { ArrowDownLeft, ArrowUpRight, Circle, Clock, type LucideIcon, RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { isMessageKey } from '#shared/i18n/catalogues'
import type { TodayRow } from '#shared/measures/todayWork'
import type { PlannedTouch } from '#shared/nurture/scheduler'
import type { Plan } from '#shared/records/nurture'
import { dayIn } from '#shared/time/calendarDay'
import { useFormats } from '../i18n/formats'
import { latinBeside, useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import { useMoveWords } from '../nurture/useMoveWords'
import { usePlanNames } from '../nurture/usePlanNames'
import type { TodayLine } from '../store/queries/today'
import { deviceZone } from '../store/TodayContext'
import { KeyCaps } from '../ui/KeyCaps'
import { useView } from '../view/viewState'
import { NameLine } from './NameLine'
import styles from './Today.module.css'
import type { ReadRow } from './useTodayLines'

/** One row: place, sign, who and what, how late, and the rank with both of its numbers; it appears whole, once it was read. */
export function TodayLineView(props: {
  row: TodayRow
  /** What it says; undefined until it was read. */
  read: ReadRow | undefined
  place: number
  today: string
  chosen: boolean
  onSelect: (key: string) => void
}) {
  const { row, read, chosen, onSelect } = props
  const text = useText()
  return (
    <button
      type="button"
      className={styles.row}
      // One stop for Tab, however many rows there are; the arrow keys go on from it.
      tabIndex={chosen ? 0 : -1}
      aria-current={chosen ? 'true' : undefined}
      aria-busy={read === undefined || undefined}
      aria-label={read === undefined ? text('today.reading') : undefined}
      onClick={() => onSelect(row.key)}
    >
      {read !== undefined && <RowWords {...props} read={read} />}
    </button>
  )
}

function RowWords(props: { row: TodayRow; read: ReadRow; place: number; today: string; chosen: boolean }) {
  const nameOf = useCustomerName()
  const { row, place, today, chosen } = props
  const { line, plans } = props.read
  const text = useText()
  const formats = useFormats()
  const { key, params } = { key: row.reason.code, params: row.reason.params }
  const dueOn = typeof params.dueOn === 'string' ? formats.shortDay(params.dueOn) : ''
  const why = isMessageKey(key) ? text(key, { ...params, dueOn }) : ''
  const Icon = iconOf(row)
  return (
    <>
      <span className={styles.place}>{place}</span>
      <span className={styles.sign} data-tone={toneOf(row)} data-points={row.kind === 'promise' || undefined}>
        <Icon
          size={15}
          strokeWidth={1.9}
          aria-hidden="true"
          {...(row.kind === 'touch' ? { fill: 'currentColor' } : {})}
        />
      </span>
      <span className={styles.words}>
        {line !== undefined && (
          <NameLine
            name={line.person?.fullName || nameOf(line.customer)}
            latin={line.person === undefined ? undefined : latinBeside(line.person)}
            whereabouts={whereaboutsOf(line, nameOf(line.customer))}
          />
        )}
        <span className={styles.line}>
          <What row={row} line={line} plans={plans} />
        </span>
        {chosen && (
          <span className={styles.keys}>
            <KeyCaps chord="KeyD" /> {text('today.key.log')} <KeyCaps chord="KeyS" />{' '}
            {text('today.key.snooze')} <KeyCaps chord="KeyX" /> {text('today.key.skip')}{' '}
            <KeyCaps chord="KeyW" /> {text('today.key.write')}
          </span>
        )}
      </span>
      <span className={styles.due}>
        <Due row={row} today={today} line={line} />
      </span>
      <span className={styles.rank} title={why}>
        <strong>{formats.fixed(row.rank, 1)}</strong>
        <small>
          <bdi dir="ltr">
            {formats.fixed(row.value, 2)} × {row.lateness}
          </bdi>
        </small>
        <span className="visually-hidden">{why}</span>
      </span>
    </>
  )
}

/** The company, unless it is the person's own name, and the place. */
function whereaboutsOf({ customer, person }: TodayLine, company: string): readonly (string | undefined)[] {
  const hasPerson = (person?.fullName ?? '') !== ''
  const parts = [hasPerson ? company : undefined, customer.city ?? customer.country]
  return parts.filter((part) => part !== person?.fullName)
}

function What(props: { row: TodayRow; line: TodayLine | undefined; plans: readonly Plan[] }): ReactNode {
  const { row, line } = props
  const text = useText()
  const formats = useFormats()
  const privacy = useView((view) => view.privacy)
  const names = usePlanNames()
  const words = useMoveWords()
  switch (row.candidate.kind) {
    case 'touch': {
      const touch = row.candidate.touch as PlannedTouch
      const plan = props.plans.find((candidate) => candidate.steps.some((step) => step.key === touch.stepKey))
      return (
        <>
          <Subject words={text('today.touchTitle', { step: names.step(plan, touch.stepKey) })} />
          <bdi>
            {touch.movedFrom === undefined
              ? names.plan(plan)
              : text('today.movedFrom', {
                  day: formats.shortDay(touch.movedFrom),
                  reason: words.reason(touch) ?? '',
                })}
          </bdi>
        </>
      )
    }
    case 'promise':
      return (
        <>
          <Subject words={text(row.candidate.by === 'us' ? 'promise.us' : 'promise.them')} />
          <bdi>{line?.promise?.text}</bdi>
        </>
      )
    case 'fairLead': {
      const grade = line?.meeting?.grade ?? line?.customer.grade
      const hidden = privacy && line?.meeting?.private === true
      return (
        <>
          <Subject words={grade === undefined ? text('today.lead') : text('today.leadGrade', { grade })} />
          <bdi>{(hidden ? undefined : line?.meeting?.text) ?? line?.fairName}</bdi>
        </>
      )
    }
    case 'orderRhythm': {
      const { rhythm } = row.settles
      return (
        <>
          <Subject words={text('today.orderLateTitle')} />
          {rhythm !== undefined && (
            <bdi>
              {text('today.rhythm', {
                days: Math.round(rhythm.medianGapDays),
                day: formats.shortDay(rhythm.lastOn),
              })}
            </bdi>
          )}
        </>
      )
    }
  }
}

/** What a line is about. A full-width colon brings its own space. */
function Subject({ words }: { words: string }) {
  return (
    <span className={styles.subject} data-wide={words.endsWith('：') || undefined}>
      {words}
    </span>
  )
}

function Due(props: { row: TodayRow; today: string; line: TodayLine | undefined }) {
  const { row } = props
  const text = useText()
  const formats = useFormats()
  if (row.candidate.kind === 'fairLead') {
    const { metAt } = row.candidate
    return (
      <>
        <strong data-tone="warm">{text('today.unanswered', { hours: row.lateness >= 3 ? 48 : 24 })}</strong>
        <small>
          {text('today.met', {
            day: formats.shortDay(dayIn(deviceZone(), metAt)),
            time: formats.hourMinute(metAt),
          })}
        </small>
      </>
    )
  }
  const dueOn = row.candidate.kind === 'orderRhythm' ? row.candidate.windowTo : dueOf(row)
  const late = row.lateness - 1
  return (
    <>
      {late > 0 ? (
        <strong data-tone="bad">{text('promise.late', { days: late })}</strong>
      ) : (
        <span>{text('today.dueToday')}</span>
      )}
      <small>
        {row.candidate.kind === 'orderRhythm'
          ? text('today.windowClosed', { day: formats.shortDay(dueOn) })
          : text('today.due', { day: formats.weekdayDay(dueOn) })}
      </small>
    </>
  )
}

function dueOf(row: TodayRow): string {
  if (row.candidate.kind === 'touch') return row.candidate.touch.dueOn
  return row.candidate.kind === 'promise' ? row.candidate.dueOn : ''
}

function toneOf(row: TodayRow): 'bad' | 'warm' | 'leaf' {
  if (row.kind === 'fairLead') return 'warm'
  return row.lateness > 1 ? 'bad' : 'leaf'
}

function iconOf(row: TodayRow): LucideIcon {
  switch (row.candidate.kind) {
    case 'touch':
      return Circle
    case 'promise':
      return row.candidate.by === 'us' ? ArrowUpRight : ArrowDownLeft
    case 'fairLead':
      return Clock
    case 'orderRhythm':
      return RotateCw
  }
}
