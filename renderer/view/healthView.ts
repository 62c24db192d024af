import { create } from 'zustand'

/** Whether the self-check is open; may be lost on reload. */
interface HealthView {
  readonly isOpen: boolean
  readonly show: (isOpen: boolean) => void
}

export const useHealthView = create<HealthView>((set) => ({
  isOpen: false,
  show: (isOpen) => set({ isOpen }),
}))
