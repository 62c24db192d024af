import { useState } from 'react'
import { WARMTH_HALF_LIFE_DAYS } from '#shared/measures/warmth'
import { warmthWeights, withHalfLife, withWeight } from '#shared/measures/warmthSettings'
import { INTERACTION_KINDS } from '#shared/records/interaction'
import { useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import { notebookSettings } from '../store/queries/nurture'
import styles from './Money.module.css'
import { NumberRow } from './NumberRow'
import { useSaveSettings } from './useSaveSettings'
import { WeightField } from './WeightField'

const DIRECTIONS = ['in', 'out', 'both'] as const

/** How many points a talk adds to a relationship's warmth, and how soon they fade. It belongs to the notebook. */
export function WarmthSection() {
  const text = useText()
  const save = useSaveSettings()
  const settings = useRead(async (db) => ({ now: await notebookSettings(db) }), [])
  const [open, setOpen] = useState(false)
  if (settings === undefined) return null
  const warmth = settings.now?.warmth
  const weights = warmthWeights(settings.now)
  return (
    <section className={styles.section} aria-labelledby="settings-warmth">
      <h2 id="settings-warmth" className={styles.heading}>
        {text('settings.warmth')}
      </h2>
      <p className={styles.hint}>
        {text('settings.warmthHint', { days: warmth?.halfLifeDays ?? WARMTH_HALF_LIFE_DAYS })}
      </p>
      <NumberRow
        key={`halfLife ${warmth?.halfLifeDays}`}
        name="halfLife"
        value={warmth?.halfLifeDays}
        least={1}
        most={3650}
        onSave={(days) => void save('warmth', { warmth: withHalfLife(warmth, days) })}
      />
      <button type="button" className={styles.add} aria-expanded={open} onClick={() => setOpen(!open)}>
        {text(open ? 'settings.warmthHide' : 'settings.warmthShow')}
      </button>
      {open && (
        <table className={styles.weights}>
          <caption className="visually-hidden">{text('settings.warmth')}</caption>
          <thead>
            <tr>
              <th scope="col">{text('settings.warmth.talk')}</th>
              {DIRECTIONS.map((direction) => (
                <th key={direction} scope="col">
                  {text(`settings.warmth.${direction}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {INTERACTION_KINDS.map((kind) => (
              <tr key={kind}>
                <th scope="row">{text(`interaction.${kind}`)}</th>
                {DIRECTIONS.map((direction) => (
                  <td key={direction}>
                    <WeightField
                      key={weights[kind][direction]}
                      kind={kind}
                      direction={direction}
                      points={weights[kind][direction]}
                      onSave={(points) =>
                        void save('warmth', { warmth: withWeight(warmth, { kind, direction }, points) })
                      }
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {warmth !== undefined && (
        <p>
          <button
            type="button"
            className={styles.add}
            onClick={() => void save('warmth', { warmth: undefined })}
          >
            {text('settings.warmthBack')}
          </button>
        </p>
      )}
    </section>
  )
}
