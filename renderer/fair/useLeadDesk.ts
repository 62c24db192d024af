import { useEffect } from 'react'
import { useBridge } from '../shell/BridgeContext'
import { type LeadDesk, type LeadDeskState, leadDeskOf } from '../store/leadDesk'
import { useNotebook, useNotebookState } from '../store/NotebookContext'
import { useLeadDeskState } from '../store/useLeadDeskState'

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
  return { desk, now: useLeadDeskState(desk, (state) => state) }
}
