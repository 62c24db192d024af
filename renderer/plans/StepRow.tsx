import { NativeSelect, TextInput } from '@mantine/core'
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { GiveAskHold } from '#shared/nurture/giveAsk'
import { LETTER_KEYS } from '#shared/nurture/letters/letterTemplate'
import {
  type PlanFault,
  STEP_UNITS,
  type StepDraft,
  type StepUnit,
  YEARLY_ANCHORS,
  type YearlyAnchor,
} from '#shared/nurture/planDraft'
import { useText } from '../i18n/text'
import styles from './Plans.module.css'
import { useFaultWords } from './useFaultWords'

const INTENTS = ['value', 'ask', 'neutral'] as const

/** One step of a plan; Alt with an arrow moves it from any of its fields. */
export function StepRow(props: {
  draft: StepDraft
  place: number
  hold: GiveAskHold | undefined
  faults: readonly PlanFault[]
  onChange: (next: StepDraft) => void
  onMove: (by: 1 | -1) => void
  onRemove: () => void
}) {
  const { draft, place, hold, faults, onChange, onMove, onRemove } = props
  const text = useText()
  const faultWords = useFaultWords()
  const isCounted = draft.unit === 'days' || draft.unit === 'businessDays' || draft.unit === 'yearly'
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
      {isCounted && (
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
        label={text('plans.letter')}
        value={draft.templateKey}
        onChange={(event) => onChange({ ...draft, templateKey: event.currentTarget.value })}
        data={[
          { value: '', label: text('plans.ownWords') },
          ...LETTER_KEYS.map((key) => ({ value: `letter.${key}`, label: text(`plan.step.${key}`) })),
          ...(isKnownLetter(draft.templateKey)
            ? []
            : [{ value: draft.templateKey, label: text('plans.letterGone') }]),
        ]}
      />
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
      {hold !== undefined && (
        <p className={styles.hold}>
          {text('plans.asksEarly', { gives: hold.gives, asks: hold.asks, ratio: hold.ratio })}
        </p>
      )}
      {faults.map((fault) => (
        <p key={fault.code} className={styles.fault}>
          {faultWords(fault, undefined)}
        </p>
      ))}
    </li>
  )
}

function isKnownLetter(templateKey: string): boolean {
  return templateKey === '' || LETTER_KEYS.some((key) => templateKey === `letter.${key}`)
}
