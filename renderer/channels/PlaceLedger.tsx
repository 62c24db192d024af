import { useState } from 'react'
import { type CostFilter, EVERY_COST, filterCosts } from '#shared/costs/costFilter'
import { NO_PLACE, placeKeyOf } from '#shared/costs/costPlace'
import { costTotals } from '#shared/costs/fairCosts'
import { rateTable } from '#shared/money/rates'
import type { Cost } from '#shared/records/cost'
import type { ReportWords } from '#shared/reporting/words'
import { useText } from '../i18n/text'
import type { CostBook } from '../store/queries/costs'
import sheet from '../ui/sheet.module.css'
import { useView } from '../view/viewState'
import styles from './Channels.module.css'
import { CostDialog } from './CostDialog'
import { CostFilterRow } from './CostFilterRow'
import { CostTable } from './CostTable'
import { CostTotal } from './CostTotal'
import { MissingRates } from './MissingRates'
import { placeName } from './placeName'
import { ALL_COSTS } from './severalPlaces'

/** The ledger of one place, or of the whole notebook: narrowed as one likes, with what is left added up. */
export function PlaceLedger(props: { place: string; book: CostBook; words: ReportWords }) {
  const { place, book, words } = props
  const text = useText()
  const privacy = useView((view) => view.privacy)
  const [editing, setEditing] = useState<Cost | 'new'>()
  const [filter, setFilter] = useState<CostFilter>(EVERY_COST)
  const rates = rateTable(book.rates, book)
  const isWhole = place === ALL_COSTS
  const own = isWhole ? book.costs : book.costs.filter((cost) => placeKeyOf(cost) === place)
  const shown = filterCosts(own, filter, (cost) => placeName(book, placeKeyOf(cost)) ?? '')
  const totals = costTotals(shown, book.base, rates)
  const heading = isWhole ? text('costs.all') : (placeName(book, place) ?? text('costs.noPlace'))
  return (
    <section className={`${sheet.ground} ${styles.ledger}`}>
      <header className={sheet.head}>
        <h2 className={sheet.heading}>
          <bdi>{heading}</bdi>
        </h2>
        <button type="button" className={sheet.primary} onClick={() => setEditing('new')}>
          {text('costs.add')}
        </button>
      </header>
      {privacy ? (
        <p className={styles.note}>{text('costs.hidden')}</p>
      ) : (
        <>
          <CostTotal totals={totals} count={shown.length} words={words} />
          <MissingRates missing={totals.scope.missingRates} words={words} />
          {own.length > 0 && <CostFilterRow filter={filter} onChange={setFilter} />}
          {shown.length === 0 ? (
            <p className={styles.note}>{text(own.length === 0 ? 'costs.noneHere' : 'costs.noneFound')}</p>
          ) : (
            <CostTable
              costs={shown}
              perCategory={totals.perCategory}
              base={book.base}
              rates={rates}
              words={words}
              placeOf={isWhole ? (cost) => placeName(book, placeKeyOf(cost)) : undefined}
              onEdit={setEditing}
            />
          )}
        </>
      )}
      {editing !== undefined && (
        <CostDialog
          place={isWhole ? NO_PLACE : place}
          book={book}
          words={words}
          cost={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </section>
  )
}
