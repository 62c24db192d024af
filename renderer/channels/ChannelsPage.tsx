import { CarriersTab } from '../carriers/CarriersTab'
import { HoursTab } from '../hours/HoursTab'
import { useText } from '../i18n/text'
import { PlaceTabs } from '../ui/PlaceTabs'
import { useView } from '../view/viewState'
import { ChannelsTab } from './ChannelsTab'
import { CostsTab } from './CostsTab'
import { WhatIfTab } from './WhatIfTab'

/** Where customers come from, what that costs in money and hours, and what it brings. */
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
        { name: 'costs', label: text('channels.tab.costs'), page: () => <CostsTab /> },
        { name: 'channels', label: text('channels.tab.channels'), page: () => <ChannelsTab /> },
        { name: 'carriers', label: text('channels.tab.carriers'), page: () => <CarriersTab /> },
        { name: 'hours', label: text('channels.tab.hours'), page: () => <HoursTab /> },
        { name: 'whatIf', label: text('channels.tab.whatIf'), page: () => <WhatIfTab /> },
      ]}
    />
  )
}
