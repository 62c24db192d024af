import { CarriersTab } from '../carriers/CarriersTab'
import { useText } from '../i18n/text'
import { useReportWords } from '../i18n/useReportWords'
import { usePreferences } from '../settings/PreferencesContext'
import { useRead } from '../store/NotebookContext'
import { costBook } from '../store/queries/costs'
import { PlaceTabs } from '../ui/PlaceTabs'
import { useView } from '../view/viewState'
import { AllFairs } from './AllFairs'
import { ALL_FAIRS } from './allFairsId'
import styles from './Channels.module.css'
import { CostFairList } from './CostFairList'
import { FairLedger } from './FairLedger'

/** What comes from where: the costs of fairs, and the ground of our own. */
export function ChannelsPage() {
  const text = useText()
  const chosen = useView((view) => view.tabs.channels)
  const openTab = useView((view) => view.openTab)
  return (
    <PlaceTabs
      label={text('place.channels')}
      chosen={chosen}
      onChoose={(name) => openTab('channels', name)}
      tabs={[
        { name: 'costs', label: text('channels.tab.costs'), page: () => <FairCosts /> },
        { name: 'carriers', label: text('channels.tab.carriers'), page: () => <CarriersTab /> },
      ]}
    />
  )
}

/** What each fair cost, line by line, and what a card, a qualified lead and an order cost there. */
function FairCosts() {
  const text = useText()
  const { preferences, language } = usePreferences()
  const words = useReportWords(language)
  const book = useRead(costBook, [])
  const chosenId = useView((view) => view.costFairId)
  const go = useView((view) => view.go)
  if (book === undefined) return null
  if (book.fairs.length === 0) {
    return (
      <section className={styles.empty}>
        <h1 className={styles.title}>{text('place.channels')}</h1>
        <p>{text('costs.noFairs')}</p>
        <button type="button" className={styles.secondary} onClick={() => go('fair')}>
          {text('command.goFair')}
        </button>
      </section>
    )
  }
  const wanted = chosenId ?? preferences.fairId ?? book.fairs[0]?.fair.id
  const chosen = wanted === ALL_FAIRS ? undefined : book.fairs.find(({ fair }) => fair.id === wanted)
  const shown = chosen ?? (wanted === ALL_FAIRS ? undefined : book.fairs[0])
  return (
    <div className={styles.page}>
      <CostFairList book={book} words={words} chosenId={shown?.fair.id ?? ALL_FAIRS} />
      {shown === undefined ? (
        <AllFairs book={book} words={words} />
      ) : (
        <FairLedger key={shown.fair.id} one={shown} book={book} words={words} />
      )}
    </div>
  )
}
