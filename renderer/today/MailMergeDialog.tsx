import { Modal, NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import { MERGE_LEFT_OUT } from '#shared/exporting/mailMerge'
import { LETTER_KEYS } from '#shared/nurture/letters/letterTemplate'
import { Joined } from '../i18n/Joined'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import type { MailMerge } from '../nurture/gatherMailMerge'
import letterStyles from '../nurture/Letter.module.css'
import { type MergeStage, useMailMerge } from '../nurture/useMailMerge'
import { eveningWork, templateKeyOf, type Work } from '../nurture/work'
import { Private } from '../privacy/Private'
import { SavedFileName } from '../savedFiles/SavedFileName'
import type { TodayList } from '../store/TodayContext'
import styles from './MailMerge.module.css'

/** The choice of every letter, and of those that have no template. */
const ALL = 'all'
const OWN_WORDS = 'own'
/** The letter that goes to many is what a mail merge is for. */
const MONTHLY = 'letter.letter'
/** So many names tell who it is about; the others are counted. */
const NAMED = 8

/** The evening's letters as one sheet for a word processor; what was sent by it is logged by one word afterwards. */
export function MailMergeDialog({ list, onClose }: { list: TodayList; onClose: () => void }) {
  const text = useText()
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={text('mailMerge.title')}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <Private>
        <Merge list={list} onClose={onClose} />
      </Private>
    </Modal>
  )
}

function Merge({ list, onClose }: { list: TodayList; onClose: () => void }) {
  const text = useText()
  // What is in the dialog is what was due when it opened.
  const [all] = useState<readonly Work[]>(() => eveningWork(list))
  const kinds = useMemo(() => [...new Set(all.map(kindOf))], [all])
  const [kind, setKind] = useState(() => (kinds.includes(MONTHLY) ? MONTHLY : ALL))
  const works = useMemo(() => (kind === ALL ? all : all.filter((work) => kindOf(work) === kind)), [all, kind])
  const { stage, save, logSent } = useMailMerge(works)
  const nameOfKind = (one: string) => {
    const letterKey = LETTER_KEYS.find((known) => `letter.${known}` === one)
    return text(letterKey === undefined ? 'letter.own' : `template.letter.${letterKey}`)
  }
  const log = async () => {
    if (await logSent()) onClose()
  }
  return (
    <div className={styles.dialog}>
      <p className={styles.about}>{text('mailMerge.about')}</p>
      <NativeSelect
        data-autofocus
        label={text('mailMerge.which')}
        value={kind}
        disabled={stage.kind === 'saved'}
        data={[
          { value: ALL, label: text('mailMerge.all', { count: all.length }) },
          ...kinds.map((one) => ({ value: one, label: nameOfKind(one) })),
        ]}
        onChange={(event) => setKind(event.currentTarget.value)}
      />
      {stage.kind === 'reading' ? (
        <p role="status">{text('mailMerge.reading')}</p>
      ) : (
        <Counts merge={stage.merge} />
      )}
      <Ending stage={stage} onSave={() => void save()} onLog={() => void log()} onClose={onClose} />
    </div>
  )
}

function kindOf(work: Work): string {
  return templateKeyOf(work) ?? OWN_WORDS
}

/** How many letters are in the sheet, and who is not in it and why. */
function Counts({ merge }: { merge: MailMerge }) {
  const text = useText()
  const nameOf = useCustomerName()
  const files = merge.letters.filter(({ hasFile }) => hasFile).length
  return (
    <section className={styles.counts}>
      <p role="status">
        <strong>{text('mailMerge.letters', { count: merge.letters.length })}</strong>
      </p>
      {files > 0 && <p className={styles.note}>{text('mailMerge.files', { count: files })}</p>}
      {merge.leftOut.length > 0 && (
        <dl className={styles.leftOut}>
          {MERGE_LEFT_OUT.map((reason) => {
            const letters = merge.leftOut.filter((one) => one.reason === reason)
            // Two letters to one person are two without words, but one person who has not said yes.
            const those =
              reason === 'unfinished'
                ? letters
                : [...new Map(letters.map((one) => [one.person?.id ?? one.customer.id, one])).values()]
            if (those.length === 0) return null
            return (
              <div key={reason}>
                <dt>{text(`mailMerge.leftOut.${reason}`, { count: those.length })}</dt>
                <dd>
                  <Joined
                    parts={those
                      .slice(0, NAMED)
                      .map(({ person, customer }) => person?.fullName || nameOf(customer))}
                  />
                  {those.length > NAMED && ` ${text('catchUp.more', { count: those.length - NAMED })}`}
                </dd>
              </div>
            )
          })}
        </dl>
      )}
    </section>
  )
}

interface EndingProps {
  readonly stage: MergeStage
  readonly onSave: () => void
  readonly onLog: () => void
  readonly onClose: () => void
}

/** The button that writes the sheet, and after it the one that says its letters were sent. */
function Ending({ stage, onSave, onLog, onClose }: EndingProps) {
  const text = useText()
  if (stage.kind !== 'saved') {
    const count = stage.kind === 'ready' ? stage.merge.letters.length : 0
    return (
      <div className={styles.acts}>
        {stage.kind === 'ready' && stage.fault !== undefined && (
          <p className={styles.fault} role="alert">
            {text('export.failed', { reason: stage.fault })}
          </p>
        )}
        <button type="button" className={letterStyles.primary} disabled={count === 0} onClick={onSave}>
          {text('mailMerge.save')}
        </button>
      </div>
    )
  }
  const count = stage.merge.letters.length
  return (
    <div className={styles.saved}>
      <SavedFileName fileName={stage.file}>{text('mailMerge.saved', { file: stage.file })}</SavedFileName>
      {stage.notLogged !== undefined && (
        <p className={styles.fault} role="alert">
          {text('export.notLogged', { reason: stage.notLogged })}
        </p>
      )}
      <p className={styles.note}>{text('mailMerge.then', { count })}</p>
      <div className={styles.acts}>
        <button type="button" className={letterStyles.primary} onClick={onLog}>
          {text('mailMerge.log', { count })}
        </button>
        <button type="button" className={letterStyles.secondary} onClick={onClose}>
          {text('mailMerge.notYet')}
        </button>
      </div>
    </div>
  )
}
