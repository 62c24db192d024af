import { useState } from 'react'
import { DayAppointments } from '../appointments/DayAppointments'
import { FirstHour } from '../firstHour/FirstHour'
import { FirstHourLine } from '../firstHour/FirstHourLine'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import letterStyles from '../nurture/Letter.module.css'
import { eveningWork, isWriting, workOfRow } from '../nurture/work'
import { Private } from '../privacy/Private'
import { useBoot } from '../store/BootContext'
import { useNotebookState, useRead } from '../store/NotebookContext'
import { countCustomers } from '../store/queries/customers'
import { useToday } from '../store/TodayContext'
import { usePlainKeys } from '../ui/usePlainKeys'
import { useAppointmentView } from '../view/appointmentView'
import { type TodayFilter, useView } from '../view/viewState'
import type { UnreadCard } from '../workers/cardDebtReader'
import { AskDialogs, type Asking } from './AskDialogs'
import { BriefPane } from './BriefPane'
import { CardDebtBar } from './CardDebtBar'
import { CardQueue } from './CardQueue'
import { CatchUpBar } from './CatchUpBar'
import { EveningBar } from './EveningBar'
import { EveningQueue } from './EveningQueue'
import { FILTERS, rowsOf } from './filters'
import { NearFairBar } from './NearFairBar'
import { NoPlanBar } from './NoPlanBar'
import styles from './Today.module.css'
import { TodayAsItStood } from './TodayAsItStood'
import { TodayList } from './TodayList'
import { useUnreadCards } from './useUnreadCards'

/** A minute to read, one to write: what a list is likely to take. */
const MINUTES_EACH = 2

/** Whom to write to: one ranked list, the brief beside it, and the evening's queue. */
export function TodayPage() {
  const queueOpen = useView((view) => view.queueOpen)
  const openQueue = useView((view) => view.openQueue)
  const list = useToday()
  const cards = useUnreadCards() ?? []
  const [isTyping, setTyping] = useState(false)
  if (list === undefined) return <TodayOpening />
  if (isTyping) return <CardQueue cards={cards} onLeave={() => setTyping(false)} />
  if (queueOpen) return <EveningQueue list={list} onLeave={() => openQueue(false)} />
  return (
    <Private>
      <TodaySpread cards={cards} onTypeCards={() => setTyping(true)} />
    </Private>
  )
}

function TodayOpening() {
  const text = useText()
  const boot = useBoot()
  const phase = useNotebookState((state) => state.phase)
  const openQueue = useView((view) => view.openQueue)
  usePlainKeys({ KeyQ: () => openQueue(true) })
  if (boot !== undefined && boot.today.rows.length > 0)
    return (
      <Private>
        <TodayAsItStood today={boot.today} />
      </Private>
    )
  return (
    <section className={styles.opening} aria-busy="true">
      <p role="status">{phase === 'failed' ? text('today.unreadable') : text('today.reading')}</p>
    </section>
  )
}

function TodaySpread(props: { cards: readonly UnreadCard[]; onTypeCards: () => void }) {
  const text = useText()
  const list = useToday()
  const filter = useView((view) => view.todayFilter)
  const workKey = useView((view) => view.workKey)
  const { filterToday, selectWork, openCustomer, openQueue } = useView()
  const agreeOn = useAppointmentView((view) => view.ask)
  const [asking, setAsking] = useState<Asking>()
  const rows = rowsOf(list?.rows ?? [], filter)
  const today = list?.today ?? ''
  const found = rows.findIndex((row) => row.key === workKey)
  const index = found < 0 ? 0 : found
  const row = rows[index]

  const move = (to: number) => {
    const next = rows[Math.min(Math.max(to, 0), rows.length - 1)]
    if (next !== undefined) selectWork(next.key)
  }
  /** The row that will stand where this one stood, so that one works downwards. */
  const afterThis = () => rows[index + 1]?.key ?? rows[index - 1]?.key

  const ask = (what: Asking['what']) => row !== undefined && setAsking({ what, work: workOfRow(row) })

  usePlainKeys({
    KeyS: () => ask('snooze'),
    KeyX: () => ask('skip'),
    KeyN: () => agreeOn({ customerId: row?.customerId }),
    ArrowDown: () => move(index + 1),
    ArrowUp: () => move(index - 1),
    Home: () => move(0),
    End: () => move(rows.length - 1),
    Enter: () => row !== undefined && openCustomer(row.customerId),
    KeyQ: list !== undefined && eveningWork(list).length > 0 ? () => openQueue(true) : undefined,
  })

  return (
    <div className={styles.spread}>
      <section className={styles.list} aria-label={text('today.list')}>
        <TodayHead />
        <div className={styles.filters} role="tablist" aria-label={text('today.filters')}>
          {FILTERS.map(({ filter: name, label }) => (
            <FilterTab key={name} name={name} chosen={name === filter} onPick={filterToday}>
              {text(label)} {rowsOf(list?.rows ?? [], name).length}
            </FilterTab>
          ))}
          <span className={styles.formula}>{text('today.formula')}</span>
        </div>
        {list !== undefined && <DayAppointments today={today} />}
        <CatchUpBar />
        {list !== undefined && <NearFairBar today={today} />}
        {rows.length === 0 ? (
          <Nothing isFiltered={filter !== 'all'} ahead={list === undefined ? 0 : eveningWork(list).length} />
        ) : (
          <TodayList rows={rows} index={index} today={today} onSelect={selectWork} />
        )}
        {list !== undefined && <NoPlanBar today={today} />}
        <CardDebtBar cards={props.cards} onOpen={props.onTypeCards} />
        <FirstHourLine />
        <EveningBar />
      </section>
      {row === undefined ? (
        <aside className={styles.brief} />
      ) : (
        <BriefPane
          key={row.key}
          work={workOfRow(row)}
          reason={row.reason}
          today={today}
          onAsk={ask}
          onDone={() => {
            const next = afterThis()
            if (next !== undefined) selectWork(next)
          }}
        />
      )}
      {asking !== undefined && (
        <AskDialogs
          asking={asking}
          today={today}
          onClose={() => setAsking(undefined)}
          onSettled={() => {
            const next = afterThis()
            setAsking(undefined)
            if (next !== undefined) selectWork(next)
          }}
        />
      )}
    </div>
  )
}

/**
 * Says what to do first where there is nobody yet, and that all is done where there is; `ahead` letters that are due
 * on a later day wait in the evening's queue all the same.
 */
function Nothing({ isFiltered, ahead }: { isFiltered: boolean; ahead: number }) {
  const text = useText()
  const customers = useRead(countCustomers, [])
  const go = useView((view) => view.go)
  if (customers === undefined) return null
  if (customers > 0 && !isFiltered && ahead > 0)
    return <p className={styles.nothing}>{text('today.nothingButLetters', { count: ahead })}</p>
  if (customers > 0)
    return <p className={styles.nothing}>{text(isFiltered ? 'today.nothingHere' : 'today.nothing')}</p>
  return (
    <div className={styles.nothing}>
      <p className={styles.first}>{text('today.empty')}</p>
      <button type="button" className={letterStyles.primary} onClick={() => go('fair')}>
        {text('command.goFair')}
      </button>
      <FirstHour />
    </div>
  )
}

function TodayHead() {
  const text = useText()
  const formats = useFormats()
  const list = useToday()
  const count = list?.rows.length ?? 0
  const writing = (list?.rows ?? []).filter((row) => isWriting(workOfRow(row))).length
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>{list === undefined ? '' : formats.longDay(list.today)}</h1>
      <span className={styles.quiet}>
        {text('today.count', { count, duration: formats.duration(Math.max(1, writing * MINUTES_EACH)) })}
      </span>
      {(list?.restOfWeek ?? 0) > 0 && (
        <span className={styles.headEnd}>{text('today.restOfWeek', { count: list?.restOfWeek ?? 0 })}</span>
      )}
    </header>
  )
}

function FilterTab(props: {
  name: TodayFilter
  chosen: boolean
  onPick: (name: TodayFilter) => void
  children: React.ReactNode
}) {
  return (
    <button
      type="button"
      role="tab"
      aria-selected={props.chosen}
      className={styles.filter}
      onClick={() => props.onPick(props.name)}
    >
      {props.children}
    </button>
  )
}
