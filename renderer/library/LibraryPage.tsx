import { useText } from '../i18n/text'
import { PlaceTabs } from '../ui/PlaceTabs'
import { useView } from '../view/viewState'

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
        { name: 'content', label: text('library.tab.content'), page: () => null },
        { name: 'positions', label: text('library.tab.positions'), page: () => null },
        { name: 'templates', label: text('library.tab.templates'), page: () => null },
        { name: 'offers', label: text('library.tab.offers'), page: () => null },
      ]}
    />
  )
}
