import { suggestedPosition } from '#shared/library/contentFilter'
import type { Position } from '#shared/records/content'
import type { Fact } from '#shared/records/fact'
import { useEdits } from '../edits/useEdits'
import { leadingDirection } from '../i18n/leadingDirection'
import { useText } from '../i18n/text'
import styles from './FactPosition.module.css'

/** What a fact may be an instance of: a trouble or a wish is a matter of our positioning, a gift is not. */
const TIED_KINDS: readonly Fact['kind'][] = ['pain', 'likes', 'papers']

/** The pain point or interest that a fact belongs to: chosen from the list, or with one press where words suggest it. */
export function FactPosition(props: { fact: Fact; name: string; positions: readonly Position[] }) {
  const { fact, name } = props
  const text = useText()
  const edits = useEdits()
  const positions = props.positions.filter(
    ({ id, kind, retiredAt }) => kind !== 'value' && (retiredAt === undefined || id === fact.positionId),
  )
  if (!TIED_KINDS.includes(fact.kind) || positions.length === 0) return null
  const suggested = fact.positionId === undefined ? suggestedPosition(fact.text, positions) : undefined
  const tie = (positionId: string | undefined) =>
    void edits.update('facts', fact.id, { positionId }, { key: 'change.factPosition', params: { name } })
  return (
    <span className={styles.position}>
      {suggested !== undefined && (
        <button type="button" className={styles.suggested} onClick={() => tie(suggested.id)}>
          {text('fact.suggested', { position: suggested.text })}
        </button>
      )}
      <select
        className={styles.choice}
        dir={leadingDirection(positions.find(({ id }) => id === fact.positionId)?.text ?? '')}
        data-tied={fact.positionId !== undefined}
        aria-label={text('fact.positionOf', { fact: fact.text })}
        title={text('fact.position')}
        value={fact.positionId ?? ''}
        onChange={(event) => tie(event.currentTarget.value || undefined)}
      >
        <option value="">{text('fact.noPosition')}</option>
        {positions.map((position) => (
          <option key={position.id} value={position.id}>
            {position.text}
          </option>
        ))}
      </select>
    </span>
  )
}
