import { useText } from '../i18n/text'
import { Private } from '../privacy/Private'
import { ReportsTab } from '../reports/ReportsTab'
import { SegmentsTab } from '../segments/SegmentsTab'
import { PlaceTabs } from '../ui/PlaceTabs'
import { useView } from '../view/viewState'
import { AcquisitionTab } from './AcquisitionTab'
import { InsightProvider } from './InsightContext'
import { NurtureTab } from './NurtureTab'
import { OrchardTab } from './OrchardTab'

/** What acquiring and keeping customers costs and yields. */
export function InsightsPage() {
  const text = useText()
  const chosen = useView((view) => view.tabs.insights)
  const openTab = useView((view) => view.openTab)
  return (
    <Private>
      <InsightProvider>
        <PlaceTabs
          label={text('place.insights')}
          chosen={chosen}
          onChoose={(name) => openTab('insights', name)}
          tabs={[
            { name: 'acquisition', label: text('insights.tab.acquisition'), page: () => <AcquisitionTab /> },
            { name: 'orchard', label: text('insights.tab.orchard'), page: () => <OrchardTab /> },
            { name: 'nurture', label: text('insights.tab.nurture'), page: () => <NurtureTab /> },
            { name: 'reports', label: text('insights.tab.reports'), page: () => <ReportsTab /> },
            { name: 'segments', label: text('insights.tab.segments'), page: () => <SegmentsTab /> },
          ]}
        />
      </InsightProvider>
    </Private>
  )
}
