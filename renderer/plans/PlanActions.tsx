import { useState } from 'react'
import { type BulkStep, bulkStep, reachedBy } from '#shared/nurture/enrolMany'
import type { PlanCount, PlanEntry } from '#shared/nurture/planBook'
import { retire } from '#shared/nurture/planVersions'
import type { Enrolment } from '#shared/records/nurture'
import { useText } from '../i18n/text'
import { useNotebook } from '../store/NotebookContext'
import { confirm } from '../ui/confirm'
import { EnrolDialog } from './EnrolDialog'
import styles from './Plans.module.css'
import { usePlanCommit } from './usePlanCommit'

const STEPS: readonly BulkStep[] = ['pause', 'resume', 'end']

/** Who is on the plan, and what may be done about all of them at once. */
export function PlanActions(props: {
  entry: PlanEntry
  count: PlanCount
  enrolments: readonly Enrolment[]
  name: string
  isChanged: boolean
}) {
  const { entry, count, enrolments, name, isChanged } = props
  const text = useText()
  const notebook = useNotebook()
  const commit = usePlanCommit()
  const [enrolling, setEnrolling] = useState(false)
  if (entry.version === 0) return <p className={styles.about}>{text('plans.newHint')}</p>
  const versions = new Set(entry.versionIds)
  const own = enrolments.filter(({ planId }) => versions.has(planId))

  const step = async (kind: BulkStep) => {
    const reached = reachedBy(kind, own)
    const params = { name, count: reached.length }
    const isSure = await confirm({
      title: text(`plans.${kind}.title`, params),
      message: text(`plans.${kind}.message`, params),
      confirmLabel: text(`plans.${kind}.confirm`, params),
      cancelLabel: text('action.cancel'),
      closeLabel: text('action.close'),
    })
    if (!isSure) return
    await commit(
      { key: `change.plan.${kind}`, params },
      (at) => bulkStep(kind, reached, at),
      text(`plans.${kind}.done`, params),
      { size: reached.length },
    )
  }

  const setRetired = (isRetired: boolean) =>
    commit(
      { key: isRetired ? 'change.planRetired' : 'change.planOffered', params: { name } },
      (at) => retire(entry, isRetired, { at, newId: notebook.sources.newId }),
      text(isRetired ? 'plans.retiredDone' : 'plans.offeredDone', { name }),
    )

  return (
    <header className={styles.editorHead}>
      <p className={styles.about}>
        {text('plans.version', { version: entry.version })}{' '}
        {text('plans.onIt', { running: count.running, paused: count.paused })}
        {count.onOlder > 0 && ` ${text('plans.onOlder', { count: count.onOlder })}`}
      </p>
      <span className={styles.headActions}>
        {!entry.isRetired && (
          <button
            type="button"
            className={styles.primary}
            disabled={isChanged}
            title={isChanged ? text('plans.saveFirst') : undefined}
            onClick={() => setEnrolling(true)}
          >
            {text('plans.enrol')}
          </button>
        )}
        {STEPS.filter((kind) => reachedBy(kind, own).length > 0).map((kind) => (
          <button key={kind} type="button" className={styles.secondary} onClick={() => void step(kind)}>
            {text(`plans.${kind}`)}
          </button>
        ))}
        <button type="button" className={styles.secondary} onClick={() => void setRetired(!entry.isRetired)}>
          {text(entry.isRetired ? 'plans.offerAgain' : 'plans.retire')}
        </button>
      </span>
      {enrolling && <EnrolDialog entry={entry} name={name} onClose={() => setEnrolling(false)} />}
    </header>
  )
}
