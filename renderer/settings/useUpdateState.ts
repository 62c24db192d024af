import { useEffect, useState } from 'react'
import type { UpdateState } from '#shared/ipc/updates'
import { useBridge } from '../shell/BridgeContext'

/** What is known of new versions, as it changes; undefined until it is known. */
export function useUpdateState(): UpdateState | undefined {
  const bridge = useBridge()
  const [state, setState] = useState<UpdateState>()
  useEffect(() => {
    const leave = bridge.on('update:changed', setState)
    // What was told meanwhile is newer than this answer.
    void bridge.call['update:state']().then((now) => now.ok && setState((told) => told ?? now.value))
    return leave
  }, [bridge])
  return state
}
