import { useState } from 'react'
import type { Plan } from '#shared/records/nurture'
import type { Mark } from '#shared/timeline/nurtureSpan'
import type { Cell } from '#shared/timeline/spanLanes'
import { useFormats } from '../i18n/formats'
import { Joined } from '../i18n/Joined'
import { latinBeside, useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import letterStyles from '../nurture/Letter.module.css'
import { LetterDialog } from '../nurture/LetterDialog'
import { SkipDialog, SnoozeDialog } from '../nurture/PutOffDialogs'
import { useKnownTouch } from '../nurture/TouchReasons'
import { usePlanNames } from '../nurture/usePlanNames'
import { useSettle } from '../nurture/useSettle'
import { useTouchReasons } from '../nurture/useTouchReasons'
import { useRead } from '../store/NotebookContext'
import { customerLines } from '../store/queries/customerList'
import { touchCard } from '../store/queries/touchCard'
import { KeyCaps } from '../ui/KeyCaps'
import { usePlainKeys } from '../ui/usePlainKeys'
import { useAppointmentView } from '../view/appointmentView'
import { useView } from '../view/viewState'
import { PlanSteps } from './PlanSteps'
import timeline from './Timeline.module.css'
import styles from './TouchCard.module.css'
import { workOfMark } from './workOfMark'

/** Of many touches on one day so many are listed; Today lists them all. */
const LISTED = 40

interface TouchCardProps {
  readonly cell: Cell
  readonly load: number
  readonly plans: readonly Plan[]
  readonly today: string
  readonly onClose: () => void
}

/** The chosen marks: who, why on this day, the steps of the plan, and what can be done. */
export function TouchCard(props: TouchCardProps) {
  const nameOf = useCustomerName()
  const { cell, today } = props
  const text = useText()
  const formats = useFormats()
  const [place, setPlace] = useState(0)
  const [asking, setAsking] = useState<'snooze' | 'move' | 'skip' | 'write'>()
  const openCustomer = useView((view) => view.openCustomer)
  const settle = useSettle()
  const agreeOn = useAppointmentView((view) => view.ask)
  const mark = cell.marks[place] ?? cell.marks[0]
  const data = useRead(
    (db) =>
      mark === undefined
        ? Promise.resolve(undefined)
        : touchCard(db, mark.customerId, mark.touch?.enrolmentId),
    [mark?.customerId, mark?.touch?.enrolmentId],
  )
  const work = mark === undefined ? undefined : workOfMark(mark)
  const open = (what: typeof asking) => (work === undefined ? undefined : () => setAsking(what))
  usePlainKeys({
    KeyW: open('write'),
    KeyM: open('move'),
    KeyS: open('snooze'),
    KeyX: open('skip'),
    Enter: () => mark !== undefined && openCustomer(mark.customerId),
  })
  if (mark === undefined) return null
  const customerName = data === undefined ? undefined : nameOf(data.customer)
  const name = data?.person?.fullName || customerName || ''
  const close = () => setAsking(undefined)
  return (
    <aside className={styles.card} aria-label={text('card.chosen')}>
      <div className={styles.cardWho}>
        <h2 className={styles.cardDay}>{formats.longDay(cell.day)}</h2>
        <p className={styles.cardName}>
          <strong>
            <bdi>{name}</bdi>
          </strong>{' '}
          {data?.person !== undefined && <bdi>{latinBeside(data.person)}</bdi>}
        </p>
        <p className={styles.cardCompany}>
          <Joined parts={[name === customerName ? undefined : customerName, data?.customer.city]} />
        </p>
        <p>
          <i className={timeline.mark} data-kind={cell.kind} aria-hidden="true" /> {text(`mark.${cell.kind}`)}
        </p>
        {cell.marks.length > 1 && <Others cell={cell} place={place} onPick={setPlace} />}
      </div>
      <WhyNow mark={mark} load={props.load} plans={props.plans} today={today} />
      {data?.enrolment !== undefined && (
        <div className={styles.cardSteps}>
          <PlanSteps
            enrolment={data.enrolment}
            touches={data.touches}
            customerId={mark.customerId}
            plans={props.plans}
            today={today}
            current={mark.touch?.key}
          />
        </div>
      )}
      <div className={styles.cardActs}>
        {work !== undefined && (
          <>
            <button type="button" className={letterStyles.primary} onClick={() => setAsking('write')}>
              {text('card.write')} <KeyCaps chord="KeyW" onAccent />
            </button>
            <button type="button" className={letterStyles.secondary} onClick={() => setAsking('move')}>
              {text('card.move')} <KeyCaps chord="KeyM" />
            </button>
            <button type="button" className={letterStyles.secondary} onClick={() => setAsking('snooze')}>
              {text('today.snooze')} <KeyCaps chord="KeyS" />
            </button>
            <button type="button" className={letterStyles.secondary} onClick={() => setAsking('skip')}>
              {text('today.skip')} <KeyCaps chord="KeyX" />
            </button>
          </>
        )}
        {mark.lane === 'appointments' && (
          <button type="button" className={letterStyles.primary} onClick={() => agreeOn({ id: mark.key })}>
            {text('appointment.edit')}
          </button>
        )}
        <button type="button" className={letterStyles.plain} onClick={() => openCustomer(mark.customerId)}>
          {text('brief.openPage')} <KeyCaps chord="↵" />
        </button>
      </div>
      {(asking === 'snooze' || asking === 'move') && work !== undefined && (
        <SnoozeDialog
          title={asking}
          name={name}
          today={today}
          day={cell.day}
          onClose={close}
          onPick={(day) => {
            close()
            void settle.snooze(work, name, day)
          }}
        />
      )}
      {asking === 'skip' && work !== undefined && (
        <SkipDialog
          name={name}
          onClose={close}
          onSkip={(reason) => {
            close()
            void settle.skip(work, name, reason)
          }}
        />
      )}
      {asking === 'write' && work !== undefined && <LetterDialog work={work} onClose={close} />}
    </aside>
  )
}

function Others(props: { cell: Cell; place: number; onPick: (place: number) => void }) {
  const nameOf = useCustomerName()
  const { cell, place, onPick } = props
  const text = useText()
  const listed = cell.marks.slice(0, LISTED)
  const ids = listed.map((mark) => mark.customerId)
  const lines = useRead((db) => customerLines(db, ids), [ids.join()])
  return (
    <label className={styles.others}>
      {text('card.of', { place: place + 1, all: cell.marks.length })}{' '}
      <select value={place} onChange={(event) => onPick(Number(event.currentTarget.value))}>
        {listed.map((mark, index) => {
          const line = lines?.get(mark.customerId)
          return (
            <option key={mark.key} value={index}>
              {line?.person?.fullName || (line === undefined ? '' : nameOf(line.customer))}
            </option>
          )
        })}
      </select>
    </label>
  )
}

/** What put it on this day. */
function WhyNow(props: { mark: Mark; load: number; plans: readonly Plan[]; today: string }) {
  const { mark, load, plans, today } = props
  const text = useText()
  const formats = useFormats()
  const names = usePlanNames()
  const reasonsOf = useTouchReasons()
  const touch = useKnownTouch(mark.customerId, mark.touch, today)
  const plan = plans.find((candidate) => candidate.id === mark.lane)
  const reasons: { words: string; from: string }[] = []
  if (plan !== undefined) reasons.push({ words: names.step(plan, mark.row), from: names.plan(plan) })
  if (touch !== undefined) reasons.push(...reasonsOf(touch))
  if (touch !== undefined)
    reasons.push({ words: text(`card.intent.${touch.intent}`), from: text('card.rule') })
  if (load > 0)
    reasons.push({
      words: text('card.load', { count: load, day: formats.weekdayDay(mark.day) }),
      from: text('load.title'),
    })
  return (
    <div className={styles.cardWhy}>
      <h3 className={styles.cardHeading}>{text('touch.reasons')}</h3>
      <ul>
        {reasons.map(({ words, from }) => (
          <li key={words}>
            <bdi>{words}</bdi> <span className={styles.reasonFrom}>{from}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
