import { useEffect } from 'react'
import { usePreferences } from '../settings/PreferencesContext'
import { useBridge } from '../shell/BridgeContext'
import { useToday } from '../store/TodayContext'
import { peopleToWrite } from './peopleToWrite'

/** Tells the icon beside the clock, where the person wants one, how many people there are to write to. */
export function useTrayCount(): void {
  const { call } = useBridge()
  const { preferences } = usePreferences()
  const isWanted = (preferences.tray ?? 'off') !== 'off'
  const count = peopleToWrite(useToday())
  useEffect(() => {
    if (isWanted && count !== undefined) void call['tray:toWrite'](count)
  }, [call, isWanted, count])
}
