import { useMemo } from 'react'
import type { MessageKey } from '#shared/i18n/catalogues'
import { type Command, command } from '../commands/registry'
import { type Place, useView } from '../view/viewState'

/** The parts of places, each found by the name on its tab. */
const TABS: readonly (readonly [Place, string, MessageKey])[] = [
  ['timeline', 'plans', 'timeline.tab.plans'],
  ['library', 'content', 'library.tab.content'],
  ['library', 'positions', 'library.tab.positions'],
  ['library', 'templates', 'library.tab.templates'],
  ['library', 'offers', 'library.tab.offers'],
  ['channels', 'costs', 'channels.tab.costs'],
  ['channels', 'channels', 'channels.tab.channels'],
  ['channels', 'carriers', 'channels.tab.carriers'],
  ['channels', 'hours', 'channels.tab.hours'],
  ['channels', 'whatIf', 'channels.tab.whatIf'],
  ['insights', 'acquisition', 'insights.tab.acquisition'],
  ['insights', 'orchard', 'insights.tab.orchard'],
  ['insights', 'nurture', 'insights.tab.nurture'],
  ['insights', 'reports', 'insights.tab.reports'],
  ['insights', 'segments', 'insights.tab.segments'],
]

/** Goes straight to a part of a place. */
export function useTabCommands(): readonly Command[] {
  const openTab = useView((view) => view.openTab)
  return useMemo(
    () =>
      TABS.map(([place, tab, title]) => command(`tab.${place}.${tab}`, title, [], () => openTab(place, tab))),
    [openTab],
  )
}
