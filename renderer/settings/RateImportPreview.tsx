import type { RatePlan } from '#shared/costs/rateImport'
import type { RateSheet } from '#shared/importing/rates/rateSeries'
import { useText } from '../i18n/text'
import { useReportWords } from '../i18n/useReportWords'
import styles from './Money.module.css'
import { usePreferences } from './PreferencesContext'

const SHOWN = 6

/** What taking the rates in would do, the newest of them as sentences, and the lines that give none. */
export function RateImportPreview({ sheet, plan }: { sheet: RateSheet; plan: RatePlan }) {
  const text = useText()
  const words = useReportWords(usePreferences().language)
  const { added, changed, same } = plan
  const newest = [
    ...added.map((rate) => ({ ...rate, was: undefined as string | undefined })),
    ...changed.map(({ rate, to }) => ({ ...rate, rate: to, was: rate.rate })),
  ]
    .sort((a, b) => (a.on < b.on ? 1 : -1))
    .slice(0, SHOWN)
  return (
    <>
      <p className={styles.hint} role="status">
        {text('rates.tally', { added: added.length, changed: changed.length, same })}
      </p>
      {newest.length > 0 && (
        <table className={styles.rates}>
          <caption className="visually-hidden">{text('rates.preview')}</caption>
          <tbody>
            {newest.map(({ from, to, rate, on, was }) => (
              <tr key={`${from}${to}${on}`}>
                <td className={styles.day}>{words.day(on)}</td>
                <td>
                  <bdi>{text('rate.sentence', { from, to, rate })}</bdi>
                </td>
                <td className={styles.day}>{was === undefined ? '' : text('rates.was', { rate: was })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {sheet.droppedCount > 0 && (
        <details className={styles.dropped}>
          <summary>{text('rates.dropped', { count: sheet.droppedCount })}</summary>
          <ul>
            {sheet.dropped.map(({ row, code, text: line }) => (
              <li key={`${row} ${code}`}>
                {text(code, { row: row + 1 })} <bdi className={styles.day}>{line}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
