import type { Patch } from '#shared/changes/buildChange'
import { dayIn } from '#shared/time/calendarDay'
import { useEdits } from '../edits/useEdits'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import { usePlanNames } from '../nurture/usePlanNames'
import { useNotebook } from '../store/NotebookContext'
import type { CustomerPageData } from '../store/queries/customerPage'
import { deviceZone } from '../store/TodayContext'
import { useView } from '../view/viewState'
import styles from './Notebook.module.css'

/** The plan that is under way, that paused and why, or the offer of one. */
export function PlanFacet({ data }: { data: CustomerPageData }) {
  const text = useText()
  const formats = useFormats()
  const names = usePlanNames()
  const edits = useEdits()
  const openEnrol = useView((view) => view.openEnrol)
  const { sources } = useNotebook()
  const { name } = data.customer
  const newest = [...data.enrolments]
    .filter((enrolment) => enrolment.endedAt === undefined)
    .sort(
      (a, b) =>
        Number(a.pausedAt !== undefined) - Number(b.pausedAt !== undefined) || b.createdAt - a.createdAt,
    )[0]
  if (newest === undefined) {
    return (
      <span className={styles.facet}>
        <button type="button" className={styles.add} onClick={() => openEnrol({ ids: [data.customer.id] })}>
          {text('plans.enrolListed')}
        </button>
        <small>{text('enrolment.none')}</small>
      </span>
    )
  }
  const plan = data.plans.find((candidate) => candidate.id === newest.planId)
  const set = (patch: Patch<'enrolments'>, key: string) =>
    void edits.update('enrolments', newest.id, patch, { key, params: { name } })
  const { pausedAt } = newest
  return (
    <span className={styles.facet}>
      <strong>
        {names.plan(plan)}{' '}
        <button
          type="button"
          className={styles.add}
          onClick={() =>
            pausedAt === undefined
              ? set({ pausedAt: sources.now(), pausedReason: 'person' }, 'change.planPaused')
              : set({ pausedAt: undefined, pausedReason: undefined }, 'change.planResumed')
          }
        >
          {text(pausedAt === undefined ? 'enrolment.pause' : 'enrolment.resume')}
        </button>{' '}
        <button
          type="button"
          className={styles.add}
          onClick={() => set({ endedAt: sources.now(), endedReason: 'person' }, 'change.planEnded')}
        >
          {text('enrolment.end')}
        </button>
      </strong>
      <small>
        {pausedAt === undefined
          ? text('enrolment.since', { day: formats.shortDay(newest.startsOn) })
          : text('brief.paused', {
              day: formats.shortDay(dayIn(deviceZone(), pausedAt)),
              reason: text(`enrolment.paused.${newest.pausedReason ?? 'person'}`),
            })}
      </small>
    </span>
  )
}
