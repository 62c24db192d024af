import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { RATE_MAX_AGE_DAYS } from '#shared/money/rates'
import type { Rate } from '#shared/records/cost'
import { useEdits } from '../edits/useEdits'
import { useText } from '../i18n/text'
import { useReportWords } from '../i18n/useReportWords'
import { useRead } from '../store/NotebookContext'
import { allRates } from '../store/queries/costs'
import { notebookSettings } from '../store/queries/nurture'
import styles from './Money.module.css'
import { NumberRow } from './NumberRow'
import { usePreferences } from './PreferencesContext'
import { RateDialog } from './RateDialog'
import { RateImportDialog } from './RateImportDialog'
import { useSaveSettings } from './useSaveSettings'

/** Years of monthly rates are hundreds of lines; the newest are looked at, and the backups stand below them. */
const SHOWN = 8

/** The notebook's own rate table, the newest line first. */
export function RatesSection() {
  const text = useText()
  const words = useReportWords(usePreferences().language)
  const edits = useEdits()
  const rates = useRead(allRates, [])
  const settings = useRead(async (db) => ({ now: await notebookSettings(db) }), [])
  const save = useSaveSettings()
  const [editing, setEditing] = useState<Rate | 'new'>()
  const [importing, setImporting] = useState(false)
  const [all, setAll] = useState(false)
  if (rates === undefined || settings === undefined) return null
  const rateMaxAgeDays = settings.now?.rateMaxAgeDays
  const days = rateMaxAgeDays ?? RATE_MAX_AGE_DAYS
  const remove = ({ id, from, to }: Rate) =>
    void edits.remove('rates', id, { key: 'change.rateRemoved', params: { from, to } })
  return (
    <section className={styles.section} aria-labelledby="settings-rates">
      <header className={styles.head}>
        <h2 id="settings-rates" className={styles.heading}>
          {text('rate.title')}
        </h2>
        <span className={styles.buttons}>
          <button type="button" className={styles.add} onClick={() => setImporting(true)}>
            {text('rates.import')}
          </button>
          <button type="button" className={styles.add} onClick={() => setEditing('new')}>
            {text('rate.add')}
          </button>
        </span>
      </header>
      <p className={styles.hint}>{text(rates.length === 0 ? 'rate.none' : 'settings.ratesHint', { days })}</p>
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
      <NumberRow
        key={`rateAge ${rateMaxAgeDays}`}
        name="rateAge"
        value={rateMaxAgeDays}
        least={0}
        most={3650}
        onSave={(age) => void save('rateAge', { rateMaxAgeDays: age })}
      />
      {importing && <RateImportDialog onClose={() => setImporting(false)} />}
      {editing !== undefined && (
        <RateDialog rate={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
    </section>
  )
}
