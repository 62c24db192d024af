import { fairCosts, pricedCosts } from '#shared/costs/fairCosts'
import { costCoverage } from '#shared/measures/scopeCost'
import { rateTable } from '#shared/money/rates'
import type { ReportWords } from '#shared/reporting/words'
import { useText } from '../i18n/text'
import type { CostBook } from '../store/queries/costs'
import sheet from '../ui/sheet.module.css'
import styles from './Channels.module.css'
import { CostFigures } from './CostFigures'
import { FairsTable } from './FairsTable'
import { MissingRates } from './MissingRates'

/** All fairs together. A fair without a cost lowers every figure, so the share that is covered stands beside it. */
export function AllFairs({ book, words }: { book: CostBook; words: ReportWords }) {
  const text = useText()
  const costs = book.fairs.flatMap((one) => one.costs)
  const sum = (of: (one: CostBook['fairs'][number]['counts']) => number) =>
    book.fairs.reduce((total, { counts }) => total + of(counts), 0)
  const counts = {
    leads: sum(({ leads }) => leads),
    qualified: sum(({ qualified }) => qualified),
    firstOrders: sum(({ firstOrders }) => firstOrders),
  }
  const figures = fairCosts(costs, counts, book.base, rateTable(book.rates, book))
  const leads = book.fairs.flatMap(({ fair, counts: own }) =>
    Array.from({ length: own.leads }, () => ({ touchpointId: fair.id })),
  )
  const coverage = costCoverage(leads, pricedCosts(costs))
  return (
    <section className={`${sheet.ground} ${styles.ledger}`}>
      <header className={sheet.head}>
        <h2 className={sheet.heading}>{text('costs.allFairs')}</h2>
      </header>
      <CostFigures figures={figures} counts={counts} coverage={coverage} words={words} />
      <MissingRates missing={figures.scope.missingRates} words={words} />
      <FairsTable book={book} words={words} />
    </section>
  )
}
