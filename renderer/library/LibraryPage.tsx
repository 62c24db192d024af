import { useText } from '../i18n/text'
import { PlaceTabs } from '../ui/PlaceTabs'
import { useView } from '../view/viewState'
import { ContentPart } from './ContentPart'
import { OffersPart } from './OffersPart'
import { PositionsPart } from './PositionsPart'
import { TemplatesPart } from './TemplatesPart'

/** What we stand for, what we give, and the words we give it with. */
export function LibraryPage() {
  const text = useText()
  const chosen = useView((view) => view.tabs.library)
  const openTab = useView((view) => view.openTab)
  return (
    <PlaceTabs
      label={text('place.library')}
      chosen={chosen}
      onChoose={(name) => openTab('library', name)}
      tabs={[
        { name: 'content', label: text('library.tab.content'), page: () => <ContentPart /> },
        { name: 'positions', label: text('library.tab.positions'), page: () => <PositionsPart /> },
        { name: 'templates', label: text('library.tab.templates'), page: () => <TemplatesPart /> },
        { name: 'offers', label: text('library.tab.offers'), page: () => <OffersPart /> },
      ]}
    />
  )
}
