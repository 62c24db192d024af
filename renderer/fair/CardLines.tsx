import { useMemo } from 'react'
import { readCardText } from '#shared/capture/cardText'
import type { LeadDraft } from '#shared/leads/leadDraft'
import { CARD_TARGETS, type CardTarget, placeLine, placeOf, targetOf } from '#shared/leads/placeCard'
import { useText } from '../i18n/text'
import styles from './CardPane.module.css'

/** The card's lines: what was recognised has its place, the rest is offered line by line. */
export function CardLines(props: { draft: LeadDraft; update: (patch: Partial<LeadDraft>) => void }) {
  const { draft, update } = props
  const text = useText()
  const { lines } = useMemo(
    () => readCardText(draft.cardText, draft.country === '' ? undefined : draft.country),
    [draft.cardText, draft.country],
  )
  if (lines.length === 0) return null
  const placed = lines.filter((line) => placeOf(draft, line) !== undefined).length
  return (
    <div>
      <p className={styles.count}>{text('card.placed', { placed, lines: lines.length })}</p>
      <ul className={styles.lines}>
        {lines.map((line) => {
          const place = placeOf(draft, line)
          const suggested = targetOf(line)
          return (
            <li
              key={`${line.start}:${line.entered}`}
              className={styles.line}
              data-placed={place !== undefined}
            >
              <bdi className={styles.lineText} title={line.entered}>
                {line.entered}
              </bdi>
              {place !== undefined ? (
                <span className={styles.placed}>{text(`card.target.${place}`)}</span>
              ) : (
                <span className={styles.offer}>
                  {suggested !== undefined && (
                    <button
                      type="button"
                      className={styles.suggest}
                      onClick={() => update(placeLine(draft, line, suggested))}
                    >
                      {text('card.suggest', { target: text(`card.target.${suggested}`) })}
                    </button>
                  )}
                  <select
                    className={styles.place}
                    aria-label={text('card.placeLine', { line: line.entered })}
                    value=""
                    onChange={(event) =>
                      update(placeLine(draft, line, event.currentTarget.value as CardTarget))
                    }
                  >
                    <option value="">{text('card.place')}</option>
                    {CARD_TARGETS.map((target) => (
                      <option key={target} value={target}>
                        {text(`card.target.${target}`)}
                      </option>
                    ))}
                  </select>
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
