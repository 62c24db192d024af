import { NO_PLACE, placeKeyOf } from '#shared/costs/costPlace'
import { useText } from '../i18n/text'
import { useReportWords } from '../i18n/useReportWords'
import { usePreferences } from '../settings/PreferencesContext'
import { useRead } from '../store/NotebookContext'
import { type CostBook, costBook } from '../store/queries/costs'
import sheet from '../ui/sheet.module.css'
import { useView } from '../view/viewState'
import { AllFairs } from './AllFairs'
import styles from './Channels.module.css'
import { CostPlaceList } from './CostPlaceList'
import { FairLedger } from './FairLedger'
import { PlaceLedger } from './PlaceLedger'
import { placeName } from './placeName'
import { ALL_COSTS, ALL_FAIRS } from './severalPlaces'

/** What everything cost, line by line: each fair, campaign and platform, each channel, and the business as a whole. */
export function CostsTab() {
  const text = useText()
  const { preferences, language } = usePreferences()
  const words = useReportWords(language)
  const book = useRead(costBook, [])
  const wanted = useView((view) => view.costPlace)
  const go = useView((view) => view.go)
  if (book === undefined) return null
  const isEmpty = [book.fairs, book.touchpoints, book.channels, book.costs].every((list) => list.length === 0)
  if (isEmpty) {
    return (
      <section className={styles.empty}>
        <h1 className={styles.title}>{text('place.channels')}</h1>
        <p>{text('costs.noFairs')}</p>
        <button type="button" className={sheet.secondary} onClick={() => go('fair')}>
          {text('command.goFair')}
        </button>
      </section>
    )
  }
  const chosen = chosenPlace(book, wanted, preferences.fairId)
  const fair = book.fairs.find((one) => placeKeyOf({ touchpointId: one.fair.id }) === chosen)
  return (
    <div className={styles.page}>
      <CostPlaceList book={book} words={words} chosen={chosen} />
      {chosen === ALL_FAIRS ? (
        <AllFairs book={book} words={words} />
      ) : fair === undefined ? (
        <PlaceLedger key={chosen} place={chosen} book={book} words={words} />
      ) : (
        <FairLedger key={chosen} one={fair} book={book} words={words} />
      )}
    </div>
  )
}

/** What was chosen, as long as it is still there; else the fair one is at, the newest fair, or everything. */
function chosenPlace(book: CostBook, wanted: string | undefined, fairId: string | undefined): string {
  const isThere = (key: string) =>
    key === ALL_COSTS || key === ALL_FAIRS || key === NO_PLACE || placeName(book, key) !== undefined
  if (wanted !== undefined && isThere(wanted)) return wanted
  const [current] = [...book.fairs.filter(({ fair }) => fair.id === fairId), ...book.fairs]
  return current === undefined ? ALL_COSTS : placeKeyOf({ touchpointId: current.fair.id })
}
