import { useText } from '../i18n/text'
import { PlansPage } from '../plans/PlansPage'
import { PlaceTabs } from '../ui/PlaceTabs'
import { useView } from '../view/viewState'
import { TimelinePage } from './TimelinePage'

/** What is planned, day by day, and the plans behind it. */
export function TimelinePlace() {
  const text = useText()
  const chosen = useView((view) => view.tabs.timeline)
  const openTab = useView((view) => view.openTab)
  return (
    <PlaceTabs
      label={text('place.timeline')}
      chosen={chosen}
      onChoose={(name) => openTab('timeline', name)}
      tabs={[
        { name: 'calendar', label: text('timeline.tab.calendar'), page: () => <TimelinePage /> },
        { name: 'plans', label: text('timeline.tab.plans'), page: () => <PlansPage /> },
      ]}
    />
  )
}
