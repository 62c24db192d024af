import { placeKeyOf } from '#shared/costs/costPlace'
import { fairCosts } from '#shared/costs/fairCosts'
import type { Figure } from '#shared/measures/figure'
import { rateTable } from '#shared/money/rates'
import type { Money } from '#shared/money/values'
import { reasonWords } from '#shared/reporting/costWords'
import type { ReportWords } from '#shared/reporting/words'
import { useText } from '../i18n/text'
import type { CostBook } from '../store/queries/costs'
import { useView } from '../view/viewState'
import styles from './Channels.module.css'

/** Cost and result of all fairs side by side. */
export function FairsTable({ book, words }: { book: CostBook; words: ReportWords }) {
  const text = useText()
  const privacy = useView((view) => view.privacy)
  const openCosts = useView((view) => view.openCosts)
  if (privacy) return null
  const rates = rateTable(book.rates, book)
  return (
    <table className={`${styles.lines} ${styles.fairs}`}>
      <thead>
        <tr>
          <th>{text('costs.fairs')}</th>
          <th className={styles.number}>{text('costs.total')}</th>
          <th className={styles.number}>{text('costs.perCard')}</th>
          <th className={styles.number}>{text('costs.perQualified')}</th>
          <th className={styles.number}>{text('costs.perOrder')}</th>
        </tr>
      </thead>
      <tbody>
        {book.fairs.map(({ fair, costs, counts }) => {
          const figures = fairCosts(costs, counts, book.base, rates)
          return (
            <tr key={fair.id}>
              <td className={styles.remark}>
                <button
                  type="button"
                  className={styles.edit}
                  onClick={() => openCosts(placeKeyOf({ touchpointId: fair.id }))}
                >
                  <bdi>{fair.name}</bdi>
                </button>
              </td>
              <Amount figure={figures.scope.total} words={words} />
              <Amount figure={figures.perCard} words={words} />
              <Amount figure={figures.perQualified} words={words} />
              <Amount figure={figures.perOrder} words={words} />
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** A dash has its reason behind it, for those who point at it and those who hear it. */
function Amount({ figure, words }: { figure: Figure<Money>; words: ReportWords }) {
  if (figure.value !== undefined) {
    return (
      <td className={styles.number}>
        <bdi>{words.money(figure.value)}</bdi>
      </td>
    )
  }
  const reason = reasonWords(figure.reason, words)
  return (
    <td className={styles.number} title={reason}>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{reason}</span>
    </td>
  )
}
