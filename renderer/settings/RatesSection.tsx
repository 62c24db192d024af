import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Rate } from '#shared/records/cost'
import { useEdits } from '../edits/useEdits'
import { useText } from '../i18n/text'
import { useReportWords } from '../i18n/useReportWords'
import { useRead } from '../store/NotebookContext'
import { allRates } from '../store/queries/costs'
import styles from './Money.module.css'
import { usePreferences } from './PreferencesContext'
import { RateDialog } from './RateDialog'

/** Years of monthly rates are hundreds of lines; the newest are looked at, and the backups stand below them. */
const SHOWN = 8

/** The notebook's own rate table, the newest line first. */
export function RatesSection() {
  const text = useText()
  const words = useReportWords(usePreferences().language)
  const edits = useEdits()
  const rates = useRead(allRates, [])
  const [editing, setEditing] = useState<Rate | 'new'>()
  const [all, setAll] = useState(false)
  if (rates === undefined) return null
  const remove = ({ id, from, to }: Rate) =>
    void edits.remove('rates', id, { key: 'change.rateRemoved', params: { from, to } })
  return (
    <section className={styles.section} aria-labelledby="settings-rates">
      <header className={styles.head}>
        <h2 id="settings-rates" className={styles.heading}>
          {text('rate.title')}
        </h2>
        <button type="button" className={styles.add} onClick={() => setEditing('new')}>
          {text('rate.add')}
        </button>
      </header>
      <p className={styles.hint}>{text(rates.length === 0 ? 'rate.none' : 'settings.ratesHint')}</p>
      {rates.length > 0 && (
        <table className={styles.rates}>
          <tbody>
            {rates.slice(0, all ? rates.length : SHOWN).map((rate) => {
              const { from, to } = rate
              const sentence = text('rate.sentence', { from, to, rate: rate.rate })
              return (
                <tr key={rate.id}>
                  <td className={styles.day}>{words.day(rate.on)}</td>
                  <td>
                    <button type="button" className={styles.edit} onClick={() => setEditing(rate)}>
                      <bdi>{sentence}</bdi>
                    </button>
                  </td>
                  <td>
                    <button
                      type="button"
                      className={styles.icon}
                      aria-label={text('action.remove', { what: sentence })}
                      onClick={() => remove(rate)}
                    >
                      <Trash2 size={15} strokeWidth={1.5} aria-hidden="true" />
                    </button>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {!all && rates.length > SHOWN && (
        <button type="button" className={styles.add} onClick={() => setAll(true)}>
          {text('rate.showAll', { count: rates.length })}
        </button>
      )}
      {editing !== undefined && (
        <RateDialog rate={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
    </section>
  )
}
