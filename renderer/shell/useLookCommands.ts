import { useMemo } from 'react'
import { type Command, command } from '../commands/registry'
import { usePreferences } from '../settings/PreferencesContext'

/** How the window looks, from anywhere; this computer remembers it. */
export function useLookCommands(): readonly Command[] {
  const { preferences, change } = usePreferences()
  const isBooth = preferences.booth === true
  return useMemo(
    () => [command('booth.toggle', 'command.booth', ['F6'], () => void change({ booth: !isBooth }))],
    [change, isBooth],
  )
}
