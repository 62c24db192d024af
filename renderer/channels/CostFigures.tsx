import type { FairCosts, FairCounts } from '#shared/costs/fairCosts'
import type { Figure } from '#shared/measures/figure'
import type { Money } from '#shared/money/values'
import { reasonWords } from '#shared/reporting/costWords'
import type { ReportWords } from '#shared/reporting/words'
import { useText } from '../i18n/text'
import { useView } from '../view/viewState'
import { Amount } from './Amount'
import styles from './Channels.module.css'

/** The total and what it comes to for each card, qualified lead and order; what is not known says why. */
export function CostFigures(props: {
  figures: FairCosts
  counts: FairCounts
  coverage: Figure
  words: ReportWords
}) {
  const { figures, counts, coverage, words } = props
  const text = useText()
  const privacy = useView((view) => view.privacy)
  if (privacy) return <p className={styles.note}>{text('costs.hidden')}</p>
  const { scope, unpriced } = figures
  const isLowerBound = scope.missingRates.length > 0 || unpriced > 0
  const share = coverage.value !== undefined && coverage.value < 1 ? belowAll(coverage.value) : undefined
  const shown: readonly (readonly [string, Figure<Money>, string | undefined])[] = [
    [text('costs.total'), scope.total, undefined],
    [text('costs.perCard'), figures.perCard, text('costs.leadCount', { count: counts.leads })],
    [
      text('costs.perQualified'),
      figures.perQualified,
      text('costs.qualifiedCount', { count: counts.qualified }),
    ],
    [text('costs.perOrder'), figures.perOrder, text('costs.orderCount', { count: counts.firstOrders })],
  ]
  return (
    <>
      <dl className={styles.figures}>
        {shown.map(([label, figure, count], index) => (
          <div key={label}>
            <dt>{label}</dt>
            {figure.value === undefined ? (
              <dd className={styles.reason}>{reasonWords(figure.reason, words)}</dd>
            ) : (
              <dd className={styles.big}>
                <Amount shown={words.money(figure.value)} isFloor={isLowerBound} />
              </dd>
            )}
            {count !== undefined && <dd className={styles.note}>{count}</dd>}
            {index > 0 && figure.value !== undefined && share !== undefined && (
              <dd className={styles.warn}>{text('costs.coverageOf', { share: words.share(share) })}</dd>
            )}
          </div>
        ))}
      </dl>
      {isLowerBound && (
        <p className={styles.warn} role="status">
          {text('costs.lowerBound', { missing: scope.missingRates.length, unpriced })}
        </p>
      )}
    </>
  )
}

/** 99.6 % must not be shown as all of them. */
function belowAll(share: number): number {
  return Math.floor(share * 100) / 100
}
