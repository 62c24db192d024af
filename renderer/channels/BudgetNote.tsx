import { budgetUse } from '#shared/costs/budgetUse'
import { rateTable } from '#shared/money/rates'
import type { Touchpoint } from '#shared/records/touchpoint'
import type { ReportWords } from '#shared/reporting/words'
import { useText } from '../i18n/text'
import type { PlaceBook } from '../store/queries/places'
import styles from './Channels.module.css'

/** How much of a touchpoint's budget is spent, over all of its time. */
export function BudgetNote(props: { touchpoint: Touchpoint; book: PlaceBook; words: ReportWords }) {
  const { touchpoint, book, words } = props
  const text = useText()
  if (touchpoint.budget === undefined) return null
  const costs = book.costs.filter(({ touchpointId }) => touchpointId === touchpoint.id)
  const { budget, spent, share } = budgetUse(touchpoint.budget, costs, book.base, rateTable(book.rates, book))
  const isOver = share.value !== undefined && share.value > 1
  return (
    <span className={isOver ? styles.gap : styles.quiet}>
      {text('channels.budgetSpent', {
        budget: words.money(budget),
        share: share.value === undefined ? '–' : words.share(share.value),
        missing: spent.missingRates.length,
      })}
    </span>
  )
}
