import { useState } from 'react'
import type { InsightRequest } from '#shared/insights/insightBook'
import type { MissingRate } from '#shared/money/rates'
import { missingRateWords } from '#shared/reporting/costWords'
import { comma } from '../i18n/signs'
import { useText } from '../i18n/text'
import { RateDialog } from '../settings/RateDialog'
import { RateImportDialog } from '../settings/RateImportDialog'
import { useCounted } from '../store/useCounted'
import link from '../ui/link.module.css'
import { useCellWords } from './cellWords'
import styles from './Insights.module.css'

/** Which rates amounts lack, or have too old, so that they are left out of the figures; with the ways to add them. */
export function RateGaps({ request }: { request: InsightRequest }) {
  const text = useText()
  const { words } = useCellWords()
  const { value: gaps } = useCounted(request, 'rate gaps', (calls, asked) => calls.insightRateGaps(asked))
  const [adding, setAdding] = useState<MissingRate | 'file'>()
  if (gaps === undefined || gaps.length === 0) return null
  return (
    <details className={styles.gaps}>
      <summary>
        {text('insights.rateGaps', {
          pairs: gaps.map(({ from, to }) => `${from} → ${to}`).join(comma(text)),
        })}
      </summary>
      <ul>
        {gaps.map((gap) => (
          <li key={`${gap.from}${gap.to}`}>
            {missingRateWords(gap.latest, words)}{' '}
            {gap.days > 1 && (
              <span className={styles.quiet}>
                {text('insights.rateGapDays', {
                  count: gap.days,
                  first: words.day(gap.first),
                  last: words.day(gap.last),
                })}
              </span>
            )}{' '}
            <button type="button" className={link.link} onClick={() => setAdding(gap.latest)}>
              {text('rate.addThis')}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className={link.link} onClick={() => setAdding('file')}>
        {text('rates.import')}
      </button>
      {adding === 'file' && <RateImportDialog onClose={() => setAdding(undefined)} />}
      {adding !== undefined && adding !== 'file' && (
        <RateDialog wanted={adding} onClose={() => setAdding(undefined)} />
      )}
    </details>
  )
}
