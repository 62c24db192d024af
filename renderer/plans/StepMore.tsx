import { Checkbox, NativeSelect } from '@mantine/core'
import { Plus } from 'lucide-react'
import { conditionOf, NEW_CONDITION } from '#shared/nurture/conditionDraft'
import type { StepDraft } from '#shared/nurture/stepDraft'
import { HANDLE_KINDS, type HandleKind } from '#shared/records/handle'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import { useConditionWords } from '../nurture/useTouchReasons'
import { ConditionRow, pieceChoices } from './ConditionRow'
import styles from './Plans.module.css'
import type { PlanLists } from './usePlanLists'

/** What a step says beyond day and letter: by which way, with what, by whom, and when it is passed over. */
export function StepMore(props: {
  draft: StepDraft
  lists: PlanLists | undefined
  onChange: (next: StepDraft) => void
}) {
  const { draft, lists, onChange } = props
  const text = useText()
  const { conditions } = draft
  const pieces = lists?.pieces ?? []
  const staff = lists?.staff ?? []
  const isStaffGone = draft.staffId !== '' && lists?.known.staffIds.has(draft.staffId) === false
  return (
    <details className={styles.more}>
      <summary>
        <MoreSummary draft={draft} lists={lists} />
      </summary>
      <div className={styles.moreFields}>
        <CarrierOrder carriers={draft.carriers} onChange={(carriers) => onChange({ ...draft, carriers })} />
        <NativeSelect
          label={text('plans.piece')}
          value={draft.contentId}
          onChange={(event) => onChange({ ...draft, contentId: event.currentTarget.value })}
          data={[
            { value: '', label: text('plans.letterPiece') },
            ...pieceChoices(pieces, draft.contentId, text('plans.gone.piece')),
          ]}
        />
        <NativeSelect
          label={text('plans.staff')}
          value={draft.staffId}
          onChange={(event) => onChange({ ...draft, staffId: event.currentTarget.value })}
          data={[
            { value: '', label: text('plans.anybody') },
            ...staff.map(({ id, name }) => ({ value: id, label: name })),
            ...(isStaffGone ? [{ value: draft.staffId, label: text('plans.gone.staff') }] : []),
          ]}
        />
        <Checkbox
          size="xs"
          label={text('plans.promisedOnly')}
          checked={draft.isPromisedOnly}
          onChange={(event) => onChange({ ...draft, isPromisedOnly: event.currentTarget.checked })}
        />
      </div>
      {conditions.map((condition, place) => (
        <ConditionRow
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have nothing but their place
          key={place}
          draft={condition}
          place={place + 1}
          pieces={pieces}
          onChange={(next) =>
            onChange({ ...draft, conditions: conditions.map((one, at) => (at === place ? next : one)) })
          }
          onRemove={() => onChange({ ...draft, conditions: conditions.filter((_, at) => at !== place) })}
        />
      ))}
      <button
        type="button"
        className={styles.link}
        onClick={() => onChange({ ...draft, conditions: [...conditions, NEW_CONDITION] })}
      >
        <Plus size={15} strokeWidth={1.75} aria-hidden="true" /> {text('plans.addCondition')}
      </button>
    </details>
  )
}

/** What is set, so that a closed step hides nothing; else what can be set. */
function MoreSummary({ draft, lists }: { draft: StepDraft; lists: PlanLists | undefined }) {
  const text = useText()
  const formats = useFormats()
  const conditionWords = useConditionWords()
  const { carriers, contentId, staffId, conditions } = draft
  const ways = carriers.map((kind) => text(`handle.${kind}`))
  const said = [
    ways.length > 0 && formats.listed(ways, 'or'),
    lists?.pieces.find(({ id }) => id === contentId)?.title,
    lists?.staff.find(({ id }) => id === staffId)?.name,
    draft.isPromisedOnly && text('plans.promisedOnly'),
    ...conditions.map((one) => {
      const condition = conditionOf(one)
      return condition !== undefined && text('plans.onlyIf', { condition: conditionWords(condition) })
    }),
  ].filter((part) => typeof part === 'string')
  return said.length === 0
    ? text('plans.more')
    : said.map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: words have nothing but their place
        <bdi key={place}>
          {place > 0 && ' · '}
          {part}
        </bdi>
      ))
}

/** The way to write, then the one that stands in for it, and so on: each choice but "none" offers another. */
function CarrierOrder(props: {
  carriers: readonly HandleKind[]
  onChange: (carriers: readonly HandleKind[]) => void
}) {
  const { carriers, onChange } = props
  const text = useText()
  const choose = (place: number, chosen: string) =>
    onChange(
      chosen === ''
        ? carriers.filter((_, at) => at !== place)
        : [...carriers.slice(0, place), chosen as HandleKind, ...carriers.slice(place + 1)],
    )
  const places = Math.min(carriers.length + 1, HANDLE_KINDS.length)
  return Array.from({ length: places }, (_, place) => {
    const others = carriers.filter((_, at) => at !== place)
    return (
      <NativeSelect
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what it is
        key={place}
        label={text(place === 0 ? 'plans.carrier' : 'plans.carrierElse')}
        value={carriers[place] ?? ''}
        onChange={(event) => choose(place, event.currentTarget.value)}
        data={[
          { value: '', label: text(place === 0 ? 'plans.anyCarrier' : 'plans.noCarrierElse') },
          ...HANDLE_KINDS.filter((kind) => !others.includes(kind)).map((kind) => ({
            value: kind,
            label: text(`handle.${kind}`),
          })),
        ]}
      />
    )
  })
}
