import { useState } from 'react'
import type { Reason } from '#shared/measures/figure'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import { BriefFigures, BriefNames } from '../nurture/BriefHeader'
import { BriefMemory, BriefNote } from '../nurture/BriefMemory'
import { letterPerson } from '../nurture/composeLetter'
import letterStyles from '../nurture/Letter.module.css'
import { LetterPanel } from '../nurture/LetterPanel'
import { OutcomeLine, OutletButtons, WAY_KEYS, wayKeys } from '../nurture/OutletButtons'
import { useSettle } from '../nurture/useSettle'
import { useWriting } from '../nurture/useWriting'
import type { Work } from '../nurture/work'
import { useRead } from '../store/NotebookContext'
import { type Brief, readBrief } from '../store/queries/nurture'
import { KeyCaps } from '../ui/KeyCaps'
import { useKeyAhead } from '../ui/useKeyAhead'
import { usePlainKeys } from '../ui/usePlainKeys'
import type { KeyAhead } from '../ui/useWindowKeys'
import { useView } from '../view/viewState'
import type { Asking } from './AskDialogs'
import styles from './Today.module.css'

interface BriefPaneProps {
  readonly work: Work
  readonly reason: Reason
  readonly today: string
  readonly onAsk: (what: Asking['what']) => void
  readonly onDone: () => void
}

/** What the brief answers as soon as it has been read. */
const BRIEF_KEYS = ['KeyD', 'KeyW', 'KeyP', 'KeyG', ...WAY_KEYS]

/** Everything one wants to know before writing, and the letter itself. */
export function BriefPane(props: BriefPaneProps) {
  const { work } = props
  const text = useText()
  const brief = useRead(
    async (db) => ({
      data: await readBrief(db, work.customerId, {
        enrolmentId: work.touch?.enrolmentId,
        promiseId: work.promiseId,
      }),
    }),
    [work.customerId, work.touch?.enrolmentId, work.promiseId],
  )
  const ahead = useKeyAhead(BRIEF_KEYS, brief?.data === undefined)
  return (
    <aside className={styles.brief} aria-label={text('brief.label')}>
      {brief?.data === undefined ? null : <BriefBody {...props} brief={brief.data} ahead={ahead} />}
    </aside>
  )
}

function BriefBody(props: BriefPaneProps & { brief: Brief; ahead: KeyAhead }) {
  const nameOf = useCustomerName()
  const { work, brief, today, onAsk, onDone } = props
  const text = useText()
  const openCustomer = useView((view) => view.openCustomer)
  const settle = useSettle()
  const [editing, setEditing] = useState(false)
  const [choosing, setChoosing] = useState(false)
  const name = letterPerson(work, brief)?.fullName || nameOf(brief.page.customer)
  const writing = useWriting(work, brief, name)
  const theirs = work.kind === 'promise' && work.by === 'them'
  const canEnrol = work.kind === 'fairLead' && work.touch === undefined
  const done = async () => {
    onDone()
    await writing.done()
  }
  usePlainKeys(
    {
      KeyD: () => void done(),
      KeyW: () => setEditing(true),
      KeyG: theirs ? undefined : () => setChoosing(true),
      KeyP: canEnrol ? () => void settle.enrol(work.customerId, name) : undefined,
      ...wayKeys(writing),
    },
    props.ahead,
  )
  return (
    <>
      <div className={styles.briefScroll}>
        <div className={styles.who}>
          <BriefNames work={work} brief={brief} />
          <button type="button" className={letterStyles.plain} onClick={() => openCustomer(work.customerId)}>
            {text('brief.openPage')} <KeyCaps chord="↵" />
          </button>
        </div>
        <BriefFigures brief={brief} />
        <BriefNote work={work} brief={brief} today={today} />
        <BriefMemory brief={brief} today={today} />
        {!theirs && (
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
        {!theirs && (
          <div className={styles.actRow}>
            <OutletButtons writing={writing} />
          </div>
        )}
        <div className={styles.actRow}>
          <button
            type="button"
            className={letterStyles.primary}
            aria-keyshortcuts="D"
            onClick={() => void done()}
          >
            {text(theirs ? 'today.theyKept' : 'today.done')} <KeyCaps chord="KeyD" onAccent />
          </button>
          <span className={styles.actsEnd}>
            {canEnrol && (
              <button
                type="button"
                className={letterStyles.plain}
                aria-keyshortcuts="P"
                onClick={() => void settle.enrol(work.customerId, name)}
              >
                {text('today.enrol')} <KeyCaps chord="KeyP" />
              </button>
            )}
            <button
              type="button"
              className={letterStyles.plain}
              aria-keyshortcuts="S"
              onClick={() => onAsk('snooze')}
            >
              {text('today.snooze')} <KeyCaps chord="KeyS" />
            </button>
            <button
              type="button"
              className={letterStyles.plain}
              aria-keyshortcuts="X"
              onClick={() => onAsk('skip')}
            >
              {text('today.skip')} <KeyCaps chord="KeyX" />
            </button>
          </span>
        </div>
      </div>
    </>
  )
}
