import { Modal, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { enrolMany } from '#shared/nurture/enrolMany'
import type { PlanEntry } from '#shared/nurture/planBook'
import { dayIn } from '#shared/time/calendarDay'
import { useErrorText, useText } from '../i18n/text'
import { Private } from '../privacy/Private'
import { useNotebook } from '../store/NotebookContext'
import { deviceZone } from '../store/TodayContext'
import { useFoundCustomers } from '../store/useFoundCustomers'
import { DryRunView } from './DryRunView'
import styles from './Plans.module.css'
import { useDryRun } from './useDryRun'
import { usePlanCommit } from './usePlanCommit'

/** As many people as one round may begin with. */
const MOST_PEOPLE = 5_000

/** Puts everybody whom some words find on a plan, after a dry run has shown what that means for the next 90 days. */
export function EnrolDialog(props: { entry: PlanEntry; name: string; onClose: () => void }) {
  const { entry, name, onClose } = props
  const text = useText()
  return (
    <Modal
      opened
      onClose={onClose}
      size={860}
      title={text('plans.enrolTitle', { name })}
      closeButtonProps={{ 'aria-label': text('action.close') }}
    >
      <Private>
        <Enrol entry={entry} name={name} onClose={onClose} />
      </Private>
    </Modal>
  )
}

function Enrol(props: { entry: PlanEntry; name: string; onClose: () => void }) {
  const { entry, name, onClose } = props
  const text = useText()
  const errorText = useErrorText()
  const notebook = useNotebook()
  const commit = usePlanCommit()
  const [query, setQuery] = useState('')
  const [startsOn, setStartsOn] = useState(() => dayIn(deviceZone(), notebook.sources.now()))
  const [written, setWritten] = useState<number>()
  const stop = useRef(new AbortController())
  const ids = useFoundCustomers(query, MOST_PEOPLE)
  const run = useDryRun(entry, entry.versionIds, ids, startsOn)
  const people = run.kind === 'done' ? run.answer.people : []
  const busy = written !== undefined

  const enrol = async () => {
    if (people.length === 0 || busy) return
    setWritten(0)
    const params = { name, count: people.length }
    const saved = await commit(
      { key: 'change.enrolledMany', params },
      (at) => enrolMany(entry, people, startsOn, { at, newId: notebook.sources.newId }),
      text('plans.enrolled', params),
      {
        size: people.length + 1,
        signal: stop.current.signal,
        onProgress: (_, done) => setWritten(Math.min(done, people.length)),
      },
    )
    if (saved) return onClose()
    stop.current = new AbortController()
    setWritten(undefined)
  }

  return (
    <div className={styles.dialog}>
      <div className={styles.whom}>
        <TextInput
          data-autofocus
          type="search"
          label={text('plans.whom')}
          description={text('plans.whomHint')}
          dir="auto"
          value={query}
          disabled={busy}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={text('plans.startsOn')}
          value={startsOn}
          disabled={busy}
          onChange={(event) => setStartsOn(event.currentTarget.value)}
        />
      </div>
      {run.kind === 'failed' && (
        <p className={styles.fault} role="alert">
          {errorText(run.code)}
        </p>
      )}
      {run.kind === 'working' && <p role="status">{text('plans.rehearsing')}</p>}
      {run.kind === 'idle' && query.trim() !== '' && <p role="status">{text('notebook.notFound')}</p>}
      {run.kind === 'done' && <DryRunView answer={run.answer} plan={entry} />}
      <div className={styles.actions}>
        <button
          type="button"
          className={styles.primary}
          disabled={people.length === 0 || busy}
          onClick={() => void enrol()}
        >
          {text('plans.enrolConfirm', { count: people.length })}
        </button>
        <button
          type="button"
          className={styles.secondary}
          onClick={() => (busy ? stop.current.abort() : onClose())}
        >
          {text('action.cancel')}
        </button>
        {busy && (
          <p role="status" className={styles.about}>
            {text('plans.writing', { done: written, total: people.length })}
          </p>
        )}
      </div>
    </div>
  )
}
