import { useStore } from 'zustand'
import type { LeadDesk, LeadDeskState } from './leadDesk'

/** A part of what lies on a fair's desk. */
export function useLeadDeskState<T>(desk: LeadDesk, select: (state: LeadDeskState) => T): T {
  return useStore(desk.state, select)
}
