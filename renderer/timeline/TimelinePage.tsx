import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { dayIn } from '#shared/time/calendarDay'
import { loadOf, SPANS, type SpanKind, spanAround } from '#shared/timeline/nurtureSpan'
import { lanesByCarrier, lanesByCustomer, lanesByPlan } from '#shared/timeline/spanLanes'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import { HiddenNote } from '../privacy/Private'
import { deviceZone } from '../store/TodayContext'
import { useNow } from '../store/useNow'
import { useSpan } from '../store/useSpan'
import { usePlainKeys } from '../ui/usePlainKeys'
import { useSignKeys } from '../ui/useSignKeys'
import { useView } from '../view/viewState'
import { DaysOffRow } from './DaysOffRow'
import { LoadRow } from './LoadRow'
import { LANES, type LaneKind } from './laneKinds'
import { type ChosenCell, cellOf, firstCell, linesOf, neighbour } from './lines'
import { SpanAxis } from './SpanAxis'
import { SpanLines } from './SpanLines'
import styles from './Timeline.module.css'
import { TouchCard } from './TouchCard'
import { useMoveMarks } from './useMoveMarks'

/** More lanes than this are not drawn: they could not be told apart. The page says how many there are. */
const MOST_CUSTOMER_LANES = 500

/** All customers on one calendar: what happened left of today, what is planned right of it, the load below. */
export function TimelinePage() {
  const text = useText()
  const formats = useFormats()
  const today = dayIn(deviceZone(), useNow())
  const [kind, setKind] = useState<SpanKind>('month')
  const [laneKind, setLaneKind] = useState<LaneKind>('plan')
  const [shift, setShift] = useState(0)
  const [chosen, setChosen] = useState<ChosenCell>()
  const answer = useSpan(spanAround(today, kind, shift), today)
  const lanes = useMemo(
    () =>
      answer === undefined
        ? []
        : laneKind === 'plan'
          ? lanesByPlan(answer.marks, answer.plans)
          : laneKind === 'carrier'
            ? lanesByCarrier(answer.marks, answer.plans)
            : lanesByCustomer(answer.marks),
    [answer, laneKind],
  )
  const lines = useMemo(
    () => linesOf(lanes.slice(0, MOST_CUSTOMER_LANES), laneKind === 'customer'),
    [lanes, laneKind],
  )
  const load = useMemo(() => loadOf(answer?.marks ?? []), [answer])
  const privacy = useView((view) => view.privacy)
  const cell = cellOf(lines, chosen)
  const step = (towards: 'before' | 'after' | 'above' | 'below') => () => {
    const next = chosen === undefined ? firstCell(lines, today) : neighbour(lines, chosen, towards)
    if (next !== undefined) setChosen(next)
  }
  const move = useMoveMarks(today)
  /** One step nearer (fewer days) or farther. */
  const zoom = (by: 1 | -1) => () => {
    const next = SPANS[SPANS.indexOf(kind) + by]
    if (next === undefined) return
    setKind(next)
    setShift(0)
  }
  useSignKeys({ '+': zoom(-1), '=': zoom(-1), '-': zoom(1) })
  const isMirrored = document.documentElement.dir === 'rtl'
  usePlainKeys({
    ArrowRight: step(isMirrored ? 'before' : 'after'),
    ArrowLeft: step(isMirrored ? 'after' : 'before'),
    ArrowUp: step('above'),
    ArrowDown: step('below'),
    PageDown: () => setShift((now) => now + 1),
    PageUp: () => setShift((now) => now - 1),
    KeyT: () => setShift(0),
    Escape: () => setChosen(undefined),
  })
  if (answer === undefined) return <section className={styles.page} aria-busy="true" />
  const { span } = answer
  return (
    <section className={styles.page} aria-label={text('timeline.tab.calendar')}>
      <header className={styles.head}>
        <h1 className={styles.title}>
          {text('span.range', { from: formats.shortDay(span.from), to: formats.shortDay(span.to) })}
        </h1>
        <span className={styles.turn}>
          <button type="button" aria-label={text('span.before')} onClick={() => setShift(shift - 1)}>
            <ChevronLeft size={16} strokeWidth={1.75} aria-hidden="true" />
          </button>
          <button type="button" className={styles.now} disabled={shift === 0} onClick={() => setShift(0)}>
            {text('timeline.today')}
          </button>
          <button type="button" aria-label={text('span.after')} onClick={() => setShift(shift + 1)}>
            <ChevronRight size={16} strokeWidth={1.75} aria-hidden="true" />
          </button>
        </span>
        <Choice
          label={text('span.label')}
          value={kind}
          options={SPANS.map((span) => ({ value: span, label: text(`span.${span}`) }))}
          onPick={setKind}
        />
        <Choice
          label={text('lanes.label')}
          value={laneKind}
          options={LANES.map((lane) => ({ value: lane, label: text(`lanes.${lane}`) }))}
          onPick={(picked) => {
            setLaneKind(picked)
            setChosen(undefined)
          }}
        />
      </header>
      <Legend more={lanes.length > MOST_CUSTOMER_LANES ? lanes.length : undefined} />
      <div className={styles.sheet}>
        <div className={styles.calendar}>
          <SpanAxis span={span} kind={kind} today={today} closedDays={answer.closedDays} />
          <DaysOffRow span={span} kind={kind} today={today} daysOff={answer.daysOff} />
          {lines.length === 0 ? (
            <div className={styles.empty}>
              <p>{text('timeline.empty')}</p>
            </div>
          ) : (
            <SpanLines
              lines={lines}
              plans={answer.plans}
              span={span}
              kind={kind}
              today={today}
              chosen={chosen}
              onChoose={setChosen}
              laneKind={laneKind}
              onMove={move}
            />
          )}
          <LoadRow span={span} load={load} capacity={answer.capacity} today={today} kind={kind} />
        </div>
      </div>
      {cell !== undefined && privacy && <HiddenNote />}
      {cell !== undefined && !privacy && (
        <TouchCard
          key={`${chosen?.line}/${cell.day}/${cell.kind}`}
          cell={cell}
          load={load.get(cell.day) ?? 0}
          plans={answer.plans}
          today={today}
          onClose={() => setChosen(undefined)}
        />
      )}
    </section>
  )
}

function Choice<T extends string>(props: {
  label: string
  value: T
  options: readonly { readonly value: T; readonly label: string }[]
  onPick: (value: T) => void
}) {
  /** As in every group of radio buttons: one tab stop, and the arrows go from one to the next. */
  const onKeyDown = (event: KeyboardEvent) => {
    const isMirrored = document.documentElement.dir === 'rtl'
    const forward = isMirrored ? 'ArrowLeft' : 'ArrowRight'
    const back = isMirrored ? 'ArrowRight' : 'ArrowLeft'
    if (event.key !== forward && event.key !== back) return
    event.preventDefault()
    const place = props.options.findIndex((option) => option.value === props.value)
    const next = props.options[place + (event.key === forward ? 1 : -1)]
    if (next === undefined) return
    props.onPick(next.value)
    const radios = event.currentTarget.querySelectorAll<HTMLElement>('[role="radio"]')
    radios[props.options.indexOf(next)]?.focus()
  }
  return (
    <span className={styles.choice} role="radiogroup" aria-label={props.label} onKeyDown={onKeyDown}>
      <span className={styles.choiceLabel} aria-hidden="true">
        {props.label}
      </span>
      {props.options.map((option) => (
        // biome-ignore lint/a11y/useSemanticElements: a row of words reads better than three circles
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === props.value}
          tabIndex={option.value === props.value ? 0 : -1}
          onClick={() => props.onPick(option.value)}
        >
          {option.label}
        </button>
      ))}
    </span>
  )
}

const LEGEND = ['done', 'heard', 'planned', 'movedFrom', 'late'] as const

function Legend({ more }: { more: number | undefined }) {
  const text = useText()
  return (
    <p className={styles.legend}>
      {LEGEND.map((kind) => (
        <span key={kind}>
          <i className={styles.mark} data-kind={kind} aria-hidden="true" /> {text(`mark.${kind}`)}
        </span>
      ))}
      <span>
        <i className={styles.ruleSign} aria-hidden="true" /> {text('timeline.today')}
      </span>
      {more !== undefined && (
        <span className={styles.more}>{text('lanes.shown', { shown: MOST_CUSTOMER_LANES, all: more })}</span>
      )}
    </p>
  )
}
