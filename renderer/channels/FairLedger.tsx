import { useState } from 'react'
import { placeKeyOf } from '#shared/costs/costPlace'
import { fairCosts, pricedCosts } from '#shared/costs/fairCosts'
import { costCoverage } from '#shared/measures/scopeCost'
import { rateTable } from '#shared/money/rates'
import type { Cost } from '#shared/records/cost'
import type { ReportWords } from '#shared/reporting/words'
import { useText } from '../i18n/text'
import type { CostBook, FairBook } from '../store/queries/costs'
import { KeyCaps } from '../ui/KeyCaps'
import sheet from '../ui/sheet.module.css'
import { useView } from '../view/viewState'
import styles from './Channels.module.css'
import { CostDialog } from './CostDialog'
import { CostFigures } from './CostFigures'
import { CostTable } from './CostTable'
import { MissingRates } from './MissingRates'

/** One fair's costs: what they come to, and the lines themselves. */
export function FairLedger({ one, book, words }: { one: FairBook; book: CostBook; words: ReportWords }) {
  const { fair, costs, counts } = one
  const text = useText()
  const privacy = useView((view) => view.privacy)
  const openReport = useView((view) => view.openReport)
  const openVisitors = useView((view) => view.openVisitors)
  const [editing, setEditing] = useState<Cost | 'new'>()
  const rates = rateTable(book.rates, book)
  const figures = fairCosts(costs, counts, book.base, rates)
  const leads = Array.from({ length: counts.leads }, () => ({ touchpointId: fair.id }))
  return (
    <section className={`${sheet.ground} ${styles.ledger}`}>
      <header className={sheet.head}>
        <h2 className={sheet.heading}>
          <bdi>{fair.name}</bdi>
        </h2>
        <button type="button" className={sheet.secondary} onClick={() => openReport(fair.id)}>
          <KeyCaps chord="F9" /> {text('fair.report')}
        </button>
        <button type="button" className={sheet.secondary} onClick={() => openVisitors(fair.id)}>
          {text('visitors.open')}
        </button>
        <button type="button" className={sheet.primary} onClick={() => setEditing('new')}>
          {text('costs.add')}
        </button>
      </header>
      <CostFigures
        figures={figures}
        counts={counts}
        coverage={costCoverage(leads, pricedCosts(costs))}
        words={words}
      />
      <MissingRates missing={figures.scope.missingRates} words={words} />
      {!privacy &&
        (costs.length === 0 ? (
          <p className={styles.note}>{text('costs.none')}</p>
        ) : (
          <CostTable
            costs={costs}
            perCategory={figures.perCategory}
            base={book.base}
            rates={rates}
            words={words}
            onEdit={setEditing}
          />
        ))}
      {editing !== undefined && (
        <CostDialog
          place={placeKeyOf({ touchpointId: fair.id })}
          book={book}
          words={words}
          cost={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </section>
  )
}
