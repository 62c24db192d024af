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
import { askedTooEarly } from '#shared/nurture/planGuard'
import { newVersion } from '#shared/nurture/planVersions'
import { type Enrolment, PLAN_EVENTS, type PlanEvent } from '#shared/records/nurture'
import { useText } from '../i18n/text'
import { usePlanNames } from '../nurture/usePlanNames'
import { useNotebook } from '../store/NotebookContext'
import { PlanActions } from './PlanActions'
import { PlanPreview } from './PlanPreview'
import styles from './Plans.module.css'
import { StepRow } from './StepRow'
import { useFaultWords } from './useFaultWords'
import { usePlanCommit } from './usePlanCommit'

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
  const faults = planFaults(draft)
  const words = planWords(draft, entry, shown)
  const isChanged = isNew || JSON.stringify(draft) !== JSON.stringify(shown)
  const early = askedTooEarly(guardedPlan(draft))
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
      <div className={styles.rules}>
        <EventChoice
          label={text('plans.pauseOn')}
          value={draft.pauseOn}
          onChange={(pauseOn) =>
            set({ pauseOn, stopOn: draft.stopOn.filter((one) => !pauseOn.includes(one)) })
          }
        />
        <EventChoice
          label={text('plans.stopOn')}
          value={draft.stopOn}
          onChange={(stopOn) =>
            set({ stopOn, pauseOn: draft.pauseOn.filter((one) => !stopOn.includes(one)) })
          }
        />
        <TextInput
          label={text('plans.quietDays')}
          dir="ltr"
          inputMode="numeric"
          value={draft.quietDays}
          onChange={(event) => set({ quietDays: event.currentTarget.value })}
        />
        <TextInput
          label={text('plans.ratio')}
          dir="ltr"
          inputMode="numeric"
          value={draft.giveAskRatio}
          onChange={(event) => set({ giveAskRatio: event.currentTarget.value })}
        />
      </div>
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

function EventChoice(props: {
  label: string
  value: readonly PlanEvent[]
  onChange: (next: readonly PlanEvent[]) => void
}) {
  const text = useText()
  const { label, value, onChange } = props
  return (
    <fieldset className={styles.events}>
      <legend>{label}</legend>
      {PLAN_EVENTS.map((event) => (
        <Checkbox
          key={event}
          size="xs"
          label={text(`plan.event.${event}`)}
          checked={value.includes(event)}
          onChange={({ currentTarget }) =>
            onChange(currentTarget.checked ? [...value, event] : value.filter((one) => one !== event))
          }
        />
      ))}
    </fieldset>
  )
}
