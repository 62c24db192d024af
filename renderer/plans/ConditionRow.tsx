import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { Trash2 } from 'lucide-react'
import { CONDITION_KINDS, type ConditionDraft, type ConditionKind } from '#shared/nurture/conditionDraft'
import type { Content } from '#shared/records/content'
import { STAGES } from '#shared/records/customer'
import { FACT_KINDS, type FactKind } from '#shared/records/fact'
import { useText } from '../i18n/text'
import styles from './Plans.module.css'

/** One condition of a step, as a sentence of choices: what is looked at, and how it must be. */
export function ConditionRow(props: {
  draft: ConditionDraft
  place: number
  pieces: readonly Content[]
  onChange: (next: ConditionDraft) => void
  onRemove: () => void
}) {
  const { draft, place, pieces, onChange, onRemove } = props
  const text = useText()
  const name = text('plans.condition', { number: place })
  return (
    <fieldset className={styles.condition} aria-label={name}>
      <NativeSelect
        aria-label={text('plans.conditionOn')}
        value={draft.on}
        onChange={(event) => onChange({ ...draft, on: event.currentTarget.value as ConditionKind })}
        data={CONDITION_KINDS.map((value) => ({ value, label: text(`plan.condition.${value}`) }))}
      />
      {draft.on === 'fact' && (
        <NativeSelect
          aria-label={text('fact.kind')}
          value={draft.fact}
          onChange={(event) => onChange({ ...draft, fact: event.currentTarget.value as FactKind })}
          data={FACT_KINDS.map((value) => ({ value, label: text(`fact.${value}`) }))}
        />
      )}
      {draft.on === 'opened' && (
        <NativeSelect
          aria-label={text('plans.piece')}
          value={draft.contentId}
          onChange={(event) => onChange({ ...draft, contentId: event.currentTarget.value })}
          data={[
            { value: '', label: text('plans.anyPiece') },
            ...pieceChoices(pieces, draft.contentId, text('plans.gone.piece')),
          ]}
        />
      )}
      {draft.on === 'warmth' && <Bounds draft={draft} onChange={onChange} />}
      {draft.on === 'stage' &&
        STAGES.map((stage) => (
          <Checkbox
            key={stage}
            size="xs"
            label={text(`stage.${stage}`)}
            checked={draft.stages.includes(stage)}
            onChange={({ currentTarget: { checked } }) =>
              onChange({
                ...draft,
                stages: STAGES.filter((one) => (one === stage ? checked : draft.stages.includes(one))),
              })
            }
          />
        ))}
      {draft.on !== 'warmth' && draft.on !== 'stage' && (
        <NativeSelect
          aria-label={text('plans.conditionIs')}
          value={String(draft.is)}
          onChange={(event) => onChange({ ...draft, is: event.currentTarget.value === 'true' })}
          data={['true', 'false'].map((value) => ({
            value,
            label: text(`plan.is.${draft.on === 'fact' ? 'fact' : 'event'}`, { is: value }),
          }))}
        />
      )}
      <span className={styles.tools}>
        <button type="button" aria-label={text('action.remove', { what: name })} onClick={onRemove}>
          <Trash2 size={15} strokeWidth={1.5} aria-hidden="true" />
        </button>
      </span>
    </fieldset>
  )
}

function Bounds(props: { draft: ConditionDraft; onChange: (next: ConditionDraft) => void }) {
  const { draft, onChange } = props
  const text = useText()
  return (['min', 'max'] as const).map((bound) => (
    <TextInput
      key={bound}
      className={styles.bound ?? ''}
      aria-label={text(`plans.warmth.${bound}`)}
      placeholder={text(`plans.warmth.${bound}`)}
      dir="ltr"
      inputMode="numeric"
      value={draft[bound]}
      onChange={(event) => onChange({ ...draft, [bound]: event.currentTarget.value })}
    />
  ))
}

/** Pieces to choose from, and the one that is chosen although it may not go out any more. */
export function pieceChoices(pieces: readonly Content[], chosen: string, gone: string) {
  const isGone = chosen !== '' && !pieces.some(({ id }) => id === chosen)
  return [
    ...pieces.map(({ id, title }) => ({ value: id, label: title })),
    ...(isGone ? [{ value: chosen, label: gone }] : []),
  ]
}
