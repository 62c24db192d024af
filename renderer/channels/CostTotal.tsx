import type { CostTotals } from '#shared/costs/fairCosts'
import { reasonWords } from '#shared/reporting/costWords'
import type { ReportWords } from '#shared/reporting/words'
import { useText } from '../i18n/text'
import { Amount } from './Amount'
import styles from './Channels.module.css'

/** What some lines come to, and whether anything had to be left out. */
export function CostTotal(props: { totals: CostTotals; count: number; words: ReportWords }) {
  const { totals, count, words } = props
  const text = useText()
  const { total, missingRates } = totals.scope
  const isLowerBound = missingRates.length > 0 || totals.unpriced > 0
  return (
    <>
      <dl className={styles.figures}>
        <div>
          <dt>{text('costs.total')}</dt>
          {total.value === undefined ? (
            <dd className={styles.reason}>{reasonWords(total.reason, words)}</dd>
          ) : (
            <dd className={styles.big}>
              <Amount shown={words.money(total.value)} isFloor={isLowerBound} />
            </dd>
          )}
          <dd className={styles.note}>{text('costs.lineCount', { count })}</dd>
        </div>
      </dl>
      {isLowerBound && (
        <p className={styles.warn} role="status">
          {text('costs.lowerBound', { missing: missingRates.length, unpriced: totals.unpriced })}
        </p>
      )}
    </>
  )
}
