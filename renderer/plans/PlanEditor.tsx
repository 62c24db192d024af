import { Checkbox, TextInput } from '@mantine/core'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { PlanCount, PlanEntry } from '#shared/nurture/planBook'
import {
  addedStep,
  draftOf,
  guardedPlan,
  type PlanDraft,
  planFaults,
  planWords,
  reordered,
} from '#shared/nurture/planDraft'
import { askedTooEarly, movedByCap } from '#shared/nurture/planGuard'
import { newVersion } from '#shared/nurture/planVersions'
import type { Enrolment } from '#shared/records/nurture'
import { useText } from '../i18n/text'
import { usePlanNames } from '../nurture/usePlanNames'
import { useNotebook } from '../store/NotebookContext'
import { PlanActions } from './PlanActions'
import { PlanPreview } from './PlanPreview'
import { PlanRules } from './PlanRules'
import styles from './Plans.module.css'
import { StepRow } from './StepRow'
import { useFaultWords } from './useFaultWords'
import { usePlanCommit } from './usePlanCommit'
import { usePlanLists } from './usePlanLists'

/** One plan as a form: its steps in order, its rules, what is wrong with it, and what it would do to somebody. */
export function PlanEditor(props: {
  entry: PlanEntry
  count: PlanCount
  enrolments: readonly Enrolment[]
  onSaved: (planKey: string) => void
}) {
  const { entry, count, enrolments, onSaved } = props
  const text = useText()
  const names = usePlanNames()
  const faultWords = useFaultWords()
  const notebook = useNotebook()
  const commit = usePlanCommit()
  const named = { plan: names.plan(entry), step: names.stepTitle }
  const shown = draftOf(entry, named)
  const [draft, setDraft] = useState<PlanDraft>(shown)
  const [asked, setAsked] = useState(false)
  const [moves, setMoves] = useState(false)
  const isNew = entry.version === 0
  const lists = usePlanLists()
  const faults = planFaults(draft, lists?.known)
  const words = planWords(draft, entry, shown, lists?.known)
  const isChanged = isNew || JSON.stringify(draft) !== JSON.stringify(shown)
  const guarded = guardedPlan(draft)
  const early = askedTooEarly(guarded, guarded.giveAskRatio ?? lists?.giveAskRatio)
  const capped = movedByCap(guarded.steps, lists?.frequencyCapDays ?? 0)
  const set = (patch: Partial<PlanDraft>) => setDraft((now) => ({ ...now, ...patch }))

  const save = async () => {
    setAsked(true)
    if (words === undefined) return
    const versions = new Set(entry.versionIds)
    const moving = moves
      ? enrolments.filter(
          ({ planId, endedAt, pausedAt }) =>
            versions.has(planId) && endedAt === undefined && pausedAt === undefined,
        )
      : []
    let planKey = entry.planKey
    const name = draft.name.trim()
    const saved = await commit(
      { key: 'change.planSaved', params: { name } },
      (at) => {
        const changes = newVersion(words, isNew ? undefined : entry, moving, {
          at,
          newId: notebook.sources.newId,
        })
        planKey = String(changes[0]?.after.planKey ?? planKey)
        return changes
      },
      text('plans.saved', { name, version: entry.version + 1 }),
      { size: moving.length + 1 },
    )
    if (saved) onSaved(planKey)
  }

  return (
    <form
      className={styles.editor}
      aria-label={isNew ? text('plans.new') : named.plan}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <PlanActions
        entry={entry}
        count={count}
        enrolments={enrolments}
        name={named.plan}
        isChanged={isChanged}
      />
      <TextInput
        className={styles.name ?? ''}
        label={text('plans.name')}
        dir="auto"
        value={draft.name}
        maxLength={200}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <h2 className={styles.heading}>{text('plans.steps')}</h2>
      <ol className={styles.steps}>
        {draft.steps.map((step, index) => (
          <StepRow
            key={step.step.key}
            draft={step}
            place={index + 1}
            hold={early.get(step.step.key)}
            cap={capped.get(step.step.key)}
            lists={lists}
            faults={
              asked || step.count !== '' ? faults.filter(({ stepKey }) => stepKey === step.step.key) : []
            }
            onChange={(next) => set({ steps: draft.steps.map((one, at) => (at === index ? next : one)) })}
            onMove={(by) => set({ steps: reordered(draft.steps, index, by) })}
            onRemove={() => set({ steps: draft.steps.filter((_, at) => at !== index) })}
          />
        ))}
      </ol>
      <button
        type="button"
        className={styles.link}
        onClick={() =>
          set({ steps: [...draft.steps, addedStep(draft, new Set(entry.steps.map(({ key }) => key)))] })
        }
      >
        <Plus size={15} strokeWidth={1.75} aria-hidden="true" /> {text('plans.addStep')}
      </button>
      <p className={styles.guard} role="status" data-holds={early.size > 0}>
        {early.size > 0 ? text('plans.guardHolds', { count: early.size }) : text('plans.guardFine')}
      </p>
      <h2 className={styles.heading}>{text('plans.rules')}</h2>
      <PlanRules draft={draft} onChange={set} />
      {asked && faults.length > 0 && (
        <ul className={styles.faults} role="alert">
          {faults.map((fault) => (
            <li key={`${fault.code}/${fault.stepKey ?? ''}`}>{faultWords(fault, draft)}</li>
          ))}
        </ul>
      )}
      {count.running > 0 && isChanged && (
        <Checkbox
          className={styles.moves ?? ''}
          label={text('plans.moveRunning', { count: count.running })}
          checked={moves}
          onChange={(event) => setMoves(event.currentTarget.checked)}
        />
      )}
      <div className={styles.actions}>
        <button type="submit" className={styles.primary} disabled={!isChanged}>
          {text('plans.save', { version: entry.version + 1 })}
        </button>
        {isChanged && !isNew && (
          <button type="button" className={styles.secondary} onClick={() => setDraft(shown)}>
            {text('plans.discard')}
          </button>
        )}
      </div>
      {words !== undefined && <PlanPreview plan={words} />}
    </form>
  )
}
