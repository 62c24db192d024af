import { type ReactNode, useRef, useState } from 'react'
import { enrolMany } from '#shared/nurture/enrolMany'
import type { PlanEntry } from '#shared/nurture/planBook'
import { dayIn } from '#shared/time/calendarDay'
import { DayInput } from '../i18n/DayInput'
import { useErrorText, useText } from '../i18n/text'
import { useNotebook } from '../store/NotebookContext'
import { deviceZone } from '../store/TodayContext'
import dialog from '../ui/dialog.module.css'
import { DryRunView } from './DryRunView'
import styles from './Plans.module.css'
import { useDryRun } from './useDryRun'
import { usePlanCommit } from './usePlanCommit'

/** Whom somebody wants to put on a plan. */
export interface Whom {
  readonly ids: readonly string[]
  /** The segment that they come from; the enrolments remember it. */
  readonly segmentId?: string | undefined
  /** What to say while there is nobody; nothing until something was asked for. */
  readonly nobody?: string | undefined
}

/**
 * Puts people on a plan in one change-set, after a dry run has shown what that means for the next 90 days. `children`
 * are the fields that say whom; they are told when nothing may be changed any more.
 */
export function EnrolForm(props: {
  entry: PlanEntry
  name: string
  whom: Whom
  onClose: () => void
  children: (busy: boolean) => ReactNode
}) {
  const { entry, name, whom, onClose } = props
  const text = useText()
  const errorText = useErrorText()
  const notebook = useNotebook()
  const commit = usePlanCommit()
  const [startsOn, setStartsOn] = useState(() => dayIn(deviceZone(), notebook.sources.now()))
  const [written, setWritten] = useState<number>()
  const stop = useRef(new AbortController())
  const run = useDryRun(entry, entry.versionIds, whom.ids, startsOn)
  const people = run.kind === 'done' ? run.answer.people : []
  const busy = written !== undefined

  const enrol = async () => {
    if (people.length === 0 || busy) return
    setWritten(0)
    const params = { name, count: people.length }
    const saved = await commit(
      { key: 'change.enrolledMany', params },
      (at) =>
        enrolMany(
          entry,
          people,
          { startsOn, segmentId: whom.segmentId },
          { at, newId: notebook.sources.newId },
        ),
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
        {props.children(busy)}
        <DayInput
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
      {run.kind === 'idle' && whom.nobody !== undefined && <p role="status">{whom.nobody}</p>}
      {run.kind === 'done' && <DryRunView answer={run.answer} plan={entry} />}
      <div className={`${styles.actions} ${dialog.foot}`}>
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
            <progress value={written} max={people.length} aria-hidden="true" />{' '}
            {text('plans.writing', { done: written, total: people.length })}
          </p>
        )}
      </div>
    </div>
  )
}
