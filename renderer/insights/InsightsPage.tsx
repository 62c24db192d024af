import { useText } from '../i18n/text'
import { SegmentsTab } from '../segments/SegmentsTab'
import { PlaceTabs } from '../ui/PlaceTabs'
import { useView } from '../view/viewState'

/** What acquiring and keeping customers costs and yields. */
export function InsightsPage() {
  const text = useText()
  const chosen = useView((view) => view.tabs.insights)
  const openTab = useView((view) => view.openTab)
  return (
    <PlaceTabs
      label={text('place.insights')}
      chosen={chosen}
      onChoose={(name) => openTab('insights', name)}
      tabs={[
        { name: 'acquisition', label: text('insights.tab.acquisition'), page: () => null },
        { name: 'orchard', label: text('insights.tab.orchard'), page: () => null },
        { name: 'nurture', label: text('insights.tab.nurture'), page: () => null },
        { name: 'segments', label: text('insights.tab.segments'), page: () => <SegmentsTab /> },
        { name: 'reports', label: text('insights.tab.reports'), page: () => null },
      ]}
    />
  )
}
