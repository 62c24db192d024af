import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { LanguageChoice } from '#shared/i18n/languages'
import type { Preferences } from '#shared/preferences'
import { useBridge } from '../shell/BridgeContext'
import { loadLanguage } from './loadLanguage'
import { shownLanguage } from './shownLanguage'

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
  // The language that is shown: a chosen one follows as soon as its words are there.
  const [language, setLanguage] = useState(() => shownLanguage(initial))
  const chosen = shownLanguage(preferences)
  useEffect(() => {
    let isWanted = true
    void loadLanguage(chosen).then(() => {
      if (isWanted) setLanguage(chosen)
    })
    return () => {
      isWanted = false
    }
  }, [chosen])
  const change = useCallback(
    async (changes: Partial<Preferences>) => {
      setPreferences((now) => ({ ...now, ...changes }))
      const saved = await bridge.call['preferences:save'](changes)
      if (saved.ok) setPreferences(saved.value)
    },
    [bridge],
  )
  const access = useMemo(() => ({ preferences, language, change }), [preferences, language, change])
  return <Context.Provider value={access}>{children}</Context.Provider>
}

export function usePreferences(): PreferencesAccess {
  const access = useContext(Context)
  if (access === undefined) throw new Error('no preferences around this view')
  return access
}
