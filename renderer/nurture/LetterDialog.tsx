import { Modal } from '@mantine/core'
import { useState } from 'react'
import { dayIn } from '#shared/time/calendarDay'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import { type Brief, readBrief } from '../store/queries/nurture'
import { deviceZone } from '../store/TodayContext'
import { useNow } from '../store/useNow'
import { KeyCaps } from '../ui/KeyCaps'
import { useDialogKeys } from '../ui/useDialogKeys'
import { useDialogKeyAhead } from '../ui/useKeyAhead'
import type { KeyAhead } from '../ui/useWindowKeys'
import { letterPerson } from './composeLetter'
import letterStyles from './Letter.module.css'
import styles from './LetterDialog.module.css'
import { LetterPanel } from './LetterPanel'
import { OutcomeLine, OutletButtons, WAY_KEYS, wayKeys } from './OutletButtons'
import { WorkReasons } from './TouchReasons'
import { useWriting } from './useWriting'
import type { Work } from './work'

const LETTER_KEYS = ['KeyD', 'KeyW', 'KeyG', ...WAY_KEYS]

/** One letter from wherever it was planned: the same draft, ways and log as on Today. */
export function LetterDialog(props: {
  work: Work
  onClose: () => void
  /** Begins with the choice of a piece. */
  choosing?: boolean
}) {
  const { work, onClose } = props
  const text = useText()
  const about = { enrolmentId: work.touch?.enrolmentId, promiseId: work.promiseId }
  const brief = useRead(
    async (db) => ({ data: await readBrief(db, work.customerId, about) }),
    [work.customerId, about.enrolmentId, about.promiseId],
  )
  const ahead = useDialogKeyAhead(LETTER_KEYS, brief?.data === undefined)
  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      title={text('letter.dialog')}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      {brief?.data !== undefined && (
        <DialogLetter
          work={work}
          brief={brief.data}
          onClose={onClose}
          begins={props.choosing ?? false}
          ahead={ahead}
        />
      )}
    </Modal>
  )
}

function DialogLetter(props: {
  work: Work
  brief: Brief
  onClose: () => void
  begins: boolean
  ahead: KeyAhead
}) {
  const { work, brief, onClose } = props
  const nameOf = useCustomerName()
  const text = useText()
  const [editing, setEditing] = useState(false)
  const [choosing, setChoosing] = useState(props.begins)
  const name = letterPerson(work, brief)?.fullName || nameOf(brief.page.customer)
  const writing = useWriting(work, brief, name)
  const now = useNow()
  const done = () => void writing.done().then((saved) => saved && onClose())
  useDialogKeys(
    {
      KeyD: done,
      KeyW: () => setEditing(true),
      KeyG: () => setChoosing(true),
      ...wayKeys(writing),
    },
    props.ahead,
  )
  return (
    <div className={styles.dialog}>
      <p className={styles.name}>
        <bdi>{name}</bdi>
      </p>
      <WorkReasons work={work} today={dayIn(deviceZone(), now)} />
      <LetterPanel
        writing={writing}
        editing={editing}
        onEdit={setEditing}
        choosing={choosing}
        onChoose={setChoosing}
      />
      <OutcomeLine writing={writing} />
      <div className={styles.acts}>
        <OutletButtons writing={writing} />
        <span className={styles.end}>
          <button type="button" className={letterStyles.primary} aria-keyshortcuts="D" onClick={done}>
            {text('today.done')} <KeyCaps chord="KeyD" onAccent />
          </button>
        </span>
      </div>
    </div>
  )
}
