import { NO_PLACE, placeKeyOf } from '#shared/costs/costPlace'
import { costTotals } from '#shared/costs/fairCosts'
import { rateTable } from '#shared/money/rates'
import type { Cost } from '#shared/records/cost'
import type { ReportWords } from '#shared/reporting/words'
import { useText } from '../i18n/text'
import type { CostBook } from '../store/queries/costs'
import { useView } from '../view/viewState'
import styles from './Channels.module.css'
import { ALL_COSTS, ALL_FAIRS } from './severalPlaces'

interface Line {
  readonly key: string
  readonly name: string
  readonly costs: readonly Cost[]
  readonly leads?: number
}

/** Where costs belong: everything, the fairs with their leads, other touchpoints, channels; each with its cost so far. */
export function CostPlaceList(props: { book: CostBook; words: ReportWords; chosen: string }) {
  const { book, words, chosen } = props
  const text = useText()
  const costsOf = new Map<string, Cost[]>()
  for (const cost of book.costs) {
    const key = placeKeyOf(cost)
    costsOf.set(key, [...(costsOf.get(key) ?? []), cost])
  }
  const lineOf = (key: string, name: string): Line => ({ key, name, costs: costsOf.get(key) ?? [] })
  const lines = (heading: string, list: readonly Line[]) =>
    list.length > 0 && <Lines heading={heading} list={list} book={book} words={words} chosen={chosen} />
  const unplaced = costsOf.get(NO_PLACE) ?? []
  return (
    <nav className={styles.list} aria-label={text('costs.places')}>
      <h1 className={styles.title}>{text('place.channels')}</h1>
      <Lines
        list={[
          { key: ALL_COSTS, name: text('costs.all'), costs: book.costs },
          ...(book.fairs.length > 1 ? [{ key: ALL_FAIRS, name: text('costs.allFairs'), costs: [] }] : []),
        ]}
        book={book}
        words={words}
        chosen={chosen}
      />
      {lines(
        text('costs.fairs'),
        book.fairs.map(({ fair, costs, counts }) => ({
          key: placeKeyOf({ touchpointId: fair.id }),
          name: fair.name,
          costs,
          leads: counts.leads,
        })),
      )}
      {lines(
        text('costs.otherTouchpoints'),
        book.touchpoints.map(({ id, name }) => lineOf(placeKeyOf({ touchpointId: id }), name)),
      )}
      {lines(
        text('costs.channels'),
        book.channels.map(({ id, name }) => lineOf(placeKeyOf({ channelId: id }), name)),
      )}
      {unplaced.length > 0 && lines('', [{ key: NO_PLACE, name: text('costs.noPlace'), costs: unplaced }])}
    </nav>
  )
}

function Lines(props: {
  heading?: string
  list: readonly Line[]
  book: CostBook
  words: ReportWords
  chosen: string
}) {
  const { heading = '', list, book, words, chosen } = props
  const text = useText()
  const privacy = useView((view) => view.privacy)
  const openCosts = useView((view) => view.openCosts)
  const rates = rateTable(book.rates, book)
  return (
    <>
      {heading !== '' && <h2 className={styles.group}>{heading}</h2>}
      {list.map(({ key, name, costs, leads }) => {
        const { total } = costTotals(costs, book.base, rates).scope
        return (
          <button
            key={key}
            type="button"
            className={styles.fair}
            aria-current={key === chosen ? 'true' : undefined}
            onClick={() => openCosts(key)}
          >
            <strong className={styles.name}>
              <bdi>{name}</bdi>
            </strong>
            <span className={styles.small}>
              {leads !== undefined && <span>{text('costs.leadCount', { count: leads })}</span>}
              {!privacy && total.value !== undefined && <bdi>{words.money(total.value)}</bdi>}
            </span>
          </button>
        )
      })}
    </>
  )
}
