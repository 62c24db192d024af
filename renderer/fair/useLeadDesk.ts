import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useBridge } from '../shell/BridgeContext'
import { useNotebook, useNotebookState } from '../store/NotebookContext'
import { type LeadDesk, type LeadDeskState, leadDeskOf } from './leadDesk'

/** The fair's desk and what lies on it. */
export function useLeadDesk(fairId: string): { readonly desk: LeadDesk; readonly now: LeadDeskState } {
  const bridge = useBridge()
  const notebook = useNotebook()
  // An index that can't be read keeps nobody from capturing.
  const ready = useNotebookState(({ phase }) => phase !== 'opening' && phase !== 'catchingUp')
  const desk = leadDeskOf(notebook, bridge.call, fairId)
  useEffect(() => {
    if (ready) void desk.open()
  }, [ready, desk])
  return { desk, now: useStore(desk.state) }
}
