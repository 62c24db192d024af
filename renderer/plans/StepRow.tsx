import { NativeSelect, TextInput } from '@mantine/core'
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { GiveAskHold } from '#shared/nurture/giveAsk'
import { LETTER_KEYS } from '#shared/nurture/letters/letterTemplate'
import type { PlanFault } from '#shared/nurture/planDraft'
import type { CapMove } from '#shared/nurture/planGuard'
import {
  isCounted,
  STEP_UNITS,
  type StepDraft,
  type StepUnit,
  YEARLY_ANCHORS,
  type YearlyAnchor,
} from '#shared/nurture/stepDraft'
import { useText } from '../i18n/text'
import styles from './Plans.module.css'
import { StepMore } from './StepMore'
import { useFaultWords } from './useFaultWords'
import type { PlanLists } from './usePlanLists'

const INTENTS = ['value', 'ask', 'neutral'] as const

/** One step of a plan; Alt with an arrow moves it from any of its fields. */
export function StepRow(props: {
  draft: StepDraft
  place: number
  hold: GiveAskHold | undefined
  /** How far the notebook's distance between two letters moves it, where it does. */
  cap: CapMove | undefined
  lists: PlanLists | undefined
  faults: readonly PlanFault[]
  onChange: (next: StepDraft) => void
  onMove: (by: 1 | -1) => void
  onRemove: () => void
}) {
  const { draft, place, hold, cap, lists, faults, onChange, onMove, onRemove } = props
  const text = useText()
  const faultWords = useFaultWords()
  const what = draft.title.trim() === '' ? text('plans.step', { number: place }) : draft.title
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined
    if (by === undefined || !event.altKey) return
    event.preventDefault()
    onMove(by)
  }
  return (
    <li className={styles.step} onKeyDown={onKeyDown} data-intent={draft.intent}>
      <span className={styles.number} aria-hidden="true">
        {place}
      </span>
      <TextInput
        className={styles.stepTitle ?? ''}
        label={text('plans.stepTitle')}
        dir="auto"
        value={draft.title}
        maxLength={200}
        onChange={(event) => onChange({ ...draft, title: event.currentTarget.value })}
      />
      <NativeSelect
        label={text('plans.when')}
        value={draft.unit}
        onChange={(event) => onChange({ ...draft, unit: event.currentTarget.value as StepUnit })}
        data={STEP_UNITS.map((value) => ({ value, label: text(`plan.unit.${value}`) }))}
      />
      {isCounted(draft.unit) && (
        <TextInput
          className={styles.stepCount ?? ''}
          label={text(draft.unit === 'yearly' ? 'plans.offset' : 'plans.count')}
          dir="ltr"
          value={draft.count}
          onChange={(event) => onChange({ ...draft, count: event.currentTarget.value })}
        />
      )}
      {draft.unit === 'yearly' && (
        <NativeSelect
          label={text('plans.anchor')}
          value={draft.anchor}
          onChange={(event) => onChange({ ...draft, anchor: event.currentTarget.value as YearlyAnchor })}
          data={YEARLY_ANCHORS.map((value) => ({ value, label: text(`plan.anchor.${value}`) }))}
        />
      )}
      <NativeSelect
        label={text('plans.intent')}
        value={draft.intent}
        onChange={(event) => onChange({ ...draft, intent: event.currentTarget.value as StepDraft['intent'] })}
        data={INTENTS.map((value) => ({ value, label: text(`plan.intent.${value}`) }))}
      />
      <NativeSelect
        className={styles.stepLetter ?? ''}
        label={text('plans.letter')}
        value={draft.templateId || draft.templateKey}
        onChange={(event) => onChange({ ...draft, ...letterChoice(event.currentTarget.value, lists) })}
        data={letterChoices(draft)}
      />
      <div className={styles.stepFoot}>
        <StepMore draft={draft} lists={lists} onChange={onChange} />
        <span className={styles.tools}>
          <button
            type="button"
            aria-label={text('plans.moveUp', { what })}
            aria-keyshortcuts="Alt+ArrowUp"
            onClick={() => onMove(-1)}
          >
            <ArrowUp size={15} strokeWidth={1.5} aria-hidden="true" />
          </button>
          <button
            type="button"
            aria-label={text('plans.moveDown', { what })}
            aria-keyshortcuts="Alt+ArrowDown"
            onClick={() => onMove(1)}
          >
            <ArrowDown size={15} strokeWidth={1.5} aria-hidden="true" />
          </button>
          <button type="button" aria-label={text('action.remove', { what })} onClick={onRemove}>
            <Trash2 size={15} strokeWidth={1.5} aria-hidden="true" />
          </button>
        </span>
      </div>
      {hold !== undefined && (
        <p className={styles.hold}>
          {text('plans.asksEarly', { gives: hold.gives, asks: hold.asks, ratio: hold.ratio })}
        </p>
      )}
      {cap !== undefined && (
        <p className={styles.hold}>{text('plans.capped', { by: cap.by, days: cap.capDays })}</p>
      )}
      {faults.map((fault) => (
        <p key={fault.code} className={styles.fault}>
          {faultWords(fault, undefined)}
        </p>
      ))}
    </li>
  )

  function letterChoices({ templateKey, templateId }: StepDraft) {
    const choices = [
      { value: '', label: text('plans.ownWords') },
      ...LETTER_KEYS.map((key) => ({ value: `letter.${key}`, label: text(`plan.step.${key}`) })),
      ...(lists?.templates ?? []).map(({ id, name }) => ({ value: id, label: name })),
    ]
    const chosen = templateId || templateKey
    const isGone = !choices.some(({ value }) => value === chosen)
    return isGone ? [...choices, { value: chosen, label: text('plans.letterGone') }] : choices
  }
}

/** A shipped letter, or one of our own together with the shipped one that it is a copy of. */
function letterChoice(value: string, lists: PlanLists | undefined) {
  const own = lists?.templates.find(({ id }) => id === value)
  return own === undefined
    ? { templateKey: value, templateId: '' }
    : { templateKey: own.templateKey ?? '', templateId: own.id }
}
