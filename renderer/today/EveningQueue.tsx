import { useState } from 'react'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import { BriefFigures, BriefNames } from '../nurture/BriefHeader'
import { BriefMemory, BriefNote } from '../nurture/BriefMemory'
import { letterPerson } from '../nurture/composeLetter'
import letterStyles from '../nurture/Letter.module.css'
import { LetterPanel } from '../nurture/LetterPanel'
import { loggedWork } from '../nurture/loggedWork'
import { OutcomeLine, OutletButtons, WAY_KEYS, wayKeys } from '../nurture/OutletButtons'
import { useWriting } from '../nurture/useWriting'
import { eveningWork, type Work } from '../nurture/work'
import { Private } from '../privacy/Private'
import { useNotebook, useRead } from '../store/NotebookContext'
import { type Brief, readBrief } from '../store/queries/nurture'
import type { TodayList } from '../store/TodayContext'
import { KeyCaps } from '../ui/KeyCaps'
import { useKeyAhead } from '../ui/useKeyAhead'
import { usePlainKeys } from '../ui/usePlainKeys'
import type { KeyAhead } from '../ui/useWindowKeys'
import { ProgressMarks } from './ProgressMarks'
import styles from './Today.module.css'

const NOTHING_LOGGED: ReadonlySet<string> = new Set()

/**
 * One letter after the other. What is in the queue is fixed when it begins, so that nobody slips past while one
 * writes; what was logged is read from the notebook (so that an undone one counts as open again), what was only typed in its draft, so leaving at any time loses nothing.
 */
export function EveningQueue({ list, onLeave }: { list: TodayList; onLeave: () => void }) {
  const text = useText()
  const [queue] = useState<readonly Work[]>(() => eveningWork(list))
  const [place, setPlace] = useState(0)
  const { sources } = useNotebook()
  const [since] = useState(() => sources.now())
  const logged = useRead((db) => loggedWork(db, queue, since), [queue, since]) ?? NOTHING_LOGGED
  const work = queue[place]
  const next = () => setPlace((now) => Math.min(now + 1, queue.length))
  usePlainKeys({
    Escape: onLeave,
    KeyN: next,
    ArrowRight: next,
    ArrowLeft: () => setPlace((now) => Math.max(now - 1, 0)),
  })
  return (
    <section className={styles.queue} aria-label={text('evening.title')}>
      <header className={styles.queueHead}>
        <h1 className={styles.title}>{text('evening.title')}</h1>
        <span className={styles.quiet} role="status">
          {text('evening.place', { place: Math.min(place + 1, queue.length), all: queue.length })}
        </span>
        <span className={styles.headEnd}>
          <strong>{text('evening.logged', { count: logged.size })}</strong>
        </span>
        <button type="button" className={letterStyles.plain} onClick={onLeave}>
          {text('evening.leave')} <KeyCaps chord="Esc" />
        </button>
        <ProgressMarks done={logged.size} all={queue.length} />
      </header>
      {work === undefined ? (
        <p className={styles.nothing}>
          {text('evening.end', { logged: logged.size, left: queue.length - logged.size })}
        </p>
      ) : (
        <Private>
          <QueueItem
            key={work.key}
            work={work}
            today={list.today}
            isLogged={logged.has(work.key)}
            onNext={next}
          />
        </Private>
      )}
    </section>
  )
}

/** What a letter answers as soon as it has been read. */
const LETTER_KEYS = ['Enter', 'KeyD', 'KeyW', 'KeyG', ...WAY_KEYS]

interface ItemProps {
  readonly work: Work
  readonly today: string
  readonly isLogged: boolean
  readonly onNext: () => void
}

function QueueItem(props: ItemProps) {
  const { work } = props
  const brief = useRead(
    async (db) => ({
      data: await readBrief(db, work.customerId, {
        enrolmentId: work.touch?.enrolmentId,
        promiseId: work.promiseId,
      }),
    }),
    [work.customerId, work.touch?.enrolmentId, work.promiseId],
  )
  const ahead = useKeyAhead(LETTER_KEYS, brief?.data === undefined)
  return brief?.data === undefined ? null : <QueueLetter {...props} brief={brief.data} ahead={ahead} />
}

function QueueLetter(props: ItemProps & { brief: Brief; ahead: KeyAhead }) {
  const nameOf = useCustomerName()
  const { work, brief, today, isLogged, onNext } = props
  const text = useText()
  const [editing, setEditing] = useState(false)
  const [choosing, setChoosing] = useState(false)
  const name = letterPerson(work, brief)?.fullName || nameOf(brief.page.customer)
  const writing = useWriting(work, brief, name)
  const log = async () => {
    if (isLogged) onNext()
    else if (await writing.done(true)) onNext()
  }
  usePlainKeys(
    {
      Enter: () => void log(),
      KeyD: () => void log(),
      KeyW: () => setEditing(true),
      KeyG: () => setChoosing(true),
      ...wayKeys(writing),
    },
    props.ahead,
  )
  return (
    <div className={styles.queueBody}>
      <div className={styles.queueBrief}>
        <BriefNames work={work} brief={brief} />
        <BriefFigures brief={brief} />
        <BriefNote work={work} brief={brief} today={today} />
        <BriefMemory brief={brief} today={today} />
      </div>
      <div className={styles.queueLetter}>
        <div className={styles.briefScroll}>
          {isLogged ? (
            <p className={styles.nothing}>{text('evening.isLogged', { name })}</p>
          ) : (
            <LetterPanel
              writing={writing}
              editing={editing}
              onEdit={setEditing}
              choosing={choosing}
              onChoose={setChoosing}
            />
          )}
        </div>
        <div className={styles.acts}>
          <OutcomeLine writing={writing} />
          <div className={styles.actRow}>
            {!isLogged && <OutletButtons writing={writing} />}
            <span className={styles.actsEnd}>
              <button type="button" className={letterStyles.plain} aria-keyshortcuts="N" onClick={onNext}>
                {text('evening.later')} <KeyCaps chord="KeyN" />
              </button>
              <button
                type="button"
                className={letterStyles.primary}
                aria-keyshortcuts="Enter"
                onClick={() => void log()}
              >
                {text(writing.isTaken ? 'evening.logNext' : 'evening.logWrittenNext')}{' '}
                <KeyCaps chord="↵" onAccent />
              </button>
            </span>
          </div>
        </div>
      </div>
    </div>
  )
}
