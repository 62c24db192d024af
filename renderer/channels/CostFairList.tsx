import { fairCosts } from '#shared/costs/fairCosts'
import { rateTable } from '#shared/money/rates'
import type { ReportWords } from '#shared/reporting/words'
import { useText } from '../i18n/text'
import type { CostBook } from '../store/queries/costs'
import { useView } from '../view/viewState'
import { ALL_FAIRS } from './allFairsId'
import styles from './Channels.module.css'

/** The fairs, the newest first, each with its cost so far and its leads. */
export function CostFairList(props: { book: CostBook; words: ReportWords; chosenId: string }) {
  const { book, words, chosenId } = props
  const text = useText()
  const privacy = useView((view) => view.privacy)
  const openCosts = useView((view) => view.openCosts)
  const rates = rateTable(book.rates)
  return (
    <nav className={styles.list} aria-label={text('costs.fairs')}>
      <h1 className={styles.title}>{text('place.channels')}</h1>
      {book.fairs.length > 1 && (
        <button
          type="button"
          className={styles.fair}
          aria-current={chosenId === ALL_FAIRS ? 'true' : undefined}
          onClick={() => openCosts(ALL_FAIRS)}
        >
          <strong className={styles.name}>{text('costs.allFairs')}</strong>
        </button>
      )}
      {book.fairs.map(({ fair, costs, counts }) => {
        const { total } = fairCosts(costs, counts, book.base, rates).scope
        return (
          <button
            key={fair.id}
            type="button"
            className={styles.fair}
            aria-current={fair.id === chosenId ? 'true' : undefined}
            onClick={() => openCosts(fair.id)}
          >
            <strong className={styles.name}>
              <bdi>{fair.name}</bdi>
            </strong>
            <span className={styles.small}>
              <span>{text('costs.leadCount', { count: counts.leads })}</span>
              {!privacy && total.value !== undefined && <bdi>{words.money(total.value)}</bdi>}
            </span>
          </button>
        )
      })}
    </nav>
  )
}
