import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import type { LanguageChoice } from '#shared/i18n/languages'
import { closestLanguage } from '#shared/i18n/languages'
import type { Preferences } from '#shared/preferences'
import { useBridge } from '../shell/BridgeContext'

interface PreferencesAccess {
  readonly preferences: Preferences
  /** The language in use: the chosen one, or the system's as far as we ship it. */
  readonly language: LanguageChoice
  readonly change: (changes: Partial<Preferences>) => Promise<void>
}

const Context = createContext<PreferencesAccess | undefined>(undefined)

/** Holds what belongs to this device; every change goes to disk through the main process. */
export function PreferencesProvider({ initial, children }: { initial: Preferences; children: ReactNode }) {
  const bridge = useBridge()
  const [preferences, setPreferences] = useState(initial)
  const change = useCallback(
    async (changes: Partial<Preferences>) => {
      setPreferences((now) => ({ ...now, ...changes }))
      const saved = await bridge.call['preferences:save'](changes)
      if (saved.ok) setPreferences(saved.value)
    },
    [bridge],
  )
  const access = useMemo(() => {
    const language =
      preferences.language === 'system' ? closestLanguage(navigator.languages) : preferences.language
    return { preferences, language, change }
  }, [preferences, change])
  return <Context.Provider value={access}>{children}</Context.Provider>
}

export function usePreferences(): PreferencesAccess {
  const access = useContext(Context)
  if (access === undefined) throw new Error('no preferences around this view')
  return access
}
