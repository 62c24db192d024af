import { create } from 'zustand'

/** The places of the rail that exist. Their numbers are their keys. */
export const PLACES = ['fair', 'notebook', 'settings'] as const
export type Place = (typeof PLACES)[number]

/** What may be lost on reload: where one is, what is open. Ids only, never a record. */
export interface ViewState {
  readonly place: Place
  readonly customerId?: string | undefined
  /** Hides amounts, other customers and private notes while a buyer looks at the screen. */
  readonly privacy: boolean
  readonly keysShown: boolean
  readonly go: (place: Place) => void
  readonly openCustomer: (customerId: string) => void
  readonly togglePrivacy: () => void
  readonly showKeys: (shown: boolean) => void
}

export const useView = create<ViewState>((set) => ({
  place: 'fair',
  privacy: false,
  keysShown: false,
  go: (place) => set({ place }),
  openCustomer: (customerId) => set({ place: 'notebook', customerId }),
  togglePrivacy: () => set((view) => ({ privacy: !view.privacy })),
  showKeys: (keysShown) => set({ keysShown }),
}))
