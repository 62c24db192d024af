import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { UpdateState } from '#shared/ipc/updates'
import { useBridge } from '../shell/BridgeContext'

const Context = createContext<UpdateState | undefined>(undefined)

/** Asks once what is known of new versions and listens from then on, for every view. */
export function UpdatesProvider({ children }: { children: ReactNode }) {
  const bridge = useBridge()
  const [state, setState] = useState<UpdateState>()
  useEffect(() => {
    const leave = bridge.on('update:changed', setState)
    // What was told meanwhile is newer than this answer.
    void bridge.call['update:state']().then((now) => now.ok && setState((told) => told ?? now.value))
    return leave
  }, [bridge])
  return <Context.Provider value={state}>{children}</Context.Provider>
}

/** What is known of new versions, as it changes; undefined until it is known. */
export function useUpdateState(): UpdateState | undefined {
  return useContext(Context)
}
