import { lazy, type ReactNode } from 'react'
import { FairPage } from '../fair/FairPage'
import { NotebookPage } from '../notebook/NotebookPage'
import { Private } from '../privacy/Private'
import { TodayPage } from '../today/TodayPage'
import type { Place } from '../view/viewState'

/** Places that nobody needs in the first second: their code is no part of what the start has to read. */
const LATER = {
  timeline: async () => ({ default: (await import('../timeline/TimelinePlace')).TimelinePlace }),
  library: async () => ({ default: (await import('../library/LibraryPage')).LibraryPage }),
  channels: async () => ({ default: (await import('../channels/ChannelsPage')).ChannelsPage }),
  insights: async () => ({ default: (await import('../insights/InsightsPage')).InsightsPage }),
  import: async () => ({ default: (await import('../importing/ImportPage')).ImportPage }),
  settings: async () => ({ default: (await import('../settings/SettingsPage')).SettingsPage }),
}

const TimelinePlace = lazy(LATER.timeline)
const LibraryPage = lazy(LATER.library)
const ChannelsPage = lazy(LATER.channels)
const InsightsPage = lazy(LATER.insights)
const ImportPage = lazy(LATER.import)
const SettingsPage = lazy(LATER.settings)

/** The page of each place. */
export const PAGES: Readonly<Record<Place, () => ReactNode>> = {
  today: () => <TodayPage />,
  fair: () => <FairPage />,
  notebook: () => <NotebookPage />,
  timeline: () => <TimelinePlace />,
  library: () => <LibraryPage />,
  channels: () => <ChannelsPage />,
  insights: () => <InsightsPage />,
  import: () => (
    <Private>
      <ImportPage />
    </Private>
  ),
  settings: () => <SettingsPage />,
}

/** Reads the code of every place while nobody asks for anything, so that the first visit opens as fast as the second. */
export async function readAheadPages(): Promise<void> {
  for (const read of Object.values(LATER)) {
    await new Promise((resolve) => requestIdleCallback(resolve))
    await read()
  }
}
