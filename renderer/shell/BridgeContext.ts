import { createContext, useContext } from 'react'
import type { OrchardBridge } from '#shared/ipc/contract'

export const BridgeContext = createContext<OrchardBridge | undefined>(undefined)

/** The bridge to the main process. Views use it for files and preferences; records go through the notebook. */
export function useBridge(): OrchardBridge {
  const bridge = useContext(BridgeContext)
  if (bridge === undefined) throw new Error('no bridge around this view')
  return bridge
}
