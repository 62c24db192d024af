import { create } from 'zustand'
import { PLACES, type Place } from '#shared/links/places'

export { PLACES, type Place }

/** What a search found, by ids, and the words it was asked with; without words those that were chosen otherwise. */
export interface ListedCustomers {
  readonly query: string
  readonly ids: readonly string[]
}

/** Whom to put on a plan, by ids, and the segment that they are the members of. */
export interface EnrolledList {
  readonly ids: readonly string[]
  readonly segmentId?: string | undefined
}

export type TodayFilter = 'all' | 'promises' | 'orders' | 'leads' | 'touches'

/** What may be lost on reload: where one is, what is open. Ids only, never a record. */
export interface ViewState {
  readonly place: Place
  /** Whether a person went to the place; the start only chooses one as long as nobody has. */
  readonly placeChosen: boolean
  /** The part of a place that was looked at last; a place without an entry shows its first. */
  readonly tabs: Readonly<Partial<Record<Place, string>>>
  readonly customerId?: string | undefined
  /** The rows of the notebook's list that are marked, in the order in which they were. */
  readonly markedIds: readonly string[]
  /** The segment that the notebook's list is narrowed to. */
  readonly segmentId?: string | undefined
  /** Whether the notebook shows its possible duplicates instead of its pages. */
  readonly duplicatesShown: boolean
  /** Hides amounts, other customers and private notes while a buyer looks at the screen. */
  readonly privacy: boolean
  readonly keysShown: boolean
  /** Whether the page about the place that is open stands beside it. */
  readonly helpShown: boolean
  readonly todayFilter: TodayFilter
  /** The key of the work chosen on Today. */
  readonly workKey?: string | undefined
  /** Whether the evening's letters are being written. */
  readonly queueOpen: boolean
  /** Whose costs are shown: a place as `placeKeyOf` writes it or a list of several; undefined is where one is. */
  readonly costPlace?: string | undefined
  /** The fair whose report is about to be saved. */
  readonly reportFairId?: string | undefined
  /** The fair whose past visitors are looked at; empty where there is no fair. */
  readonly visitorsFairId?: string | undefined
  /** The fair to which people are about to be invited; empty where there is no fair. */
  readonly invitingFairId?: string | undefined
  /** Whose export is about to be chosen. */
  readonly exporting?: 'all' | ListedCustomers | undefined
  /** Who is about to be put on a plan. */
  readonly enrolling?: EnrolledList | undefined
  readonly go: (place: Place) => void
  readonly startAt: (place: Place) => void
  /** Goes to a part of a place. */
  readonly openTab: (place: Place, tab: string) => void
  readonly filterToday: (filter: TodayFilter) => void
  readonly selectWork: (key: string) => void
  readonly openWork: (key: string) => void
  readonly openQueue: (open: boolean) => void
  readonly openCustomer: (customerId: string) => void
  /** Marks these rows of the list and no others. */
  readonly mark: (markedIds: readonly string[]) => void
  /** Narrows the notebook's list to a segment; `undefined` shows everybody again. */
  readonly listSegment: (segmentId: string | undefined) => void
  readonly showDuplicates: (shown: boolean) => void
  readonly togglePrivacy: () => void
  readonly showKeys: (shown: boolean) => void
  readonly showHelp: (shown: boolean) => void
  readonly toggleHelp: () => void
  readonly openCosts: (costPlace: string | undefined) => void
  /** `undefined` closes it again. */
  readonly openReport: (reportFairId: string | undefined) => void
  /** `undefined` closes it again. */
  readonly openVisitors: (visitorsFairId: string | undefined) => void
  /** `undefined` closes it again. */
  readonly openInvitations: (invitingFairId: string | undefined) => void
  /** `undefined` closes it again. */
  readonly openExport: (exporting: ViewState['exporting']) => void
  /** `undefined` closes it again. */
  readonly openEnrol: (enrolling: ViewState['enrolling']) => void
}

export const useView = create<ViewState>((set) => ({
  place: 'fair',
  placeChosen: false,
  tabs: {},
  markedIds: [],
  duplicatesShown: false,
  privacy: false,
  keysShown: false,
  helpShown: false,
  todayFilter: 'all',
  queueOpen: false,
  go: (place) => set({ place, placeChosen: true, duplicatesShown: false }),
  startAt: (place) => set((view) => (view.placeChosen ? {} : { place, placeChosen: true })),
  openTab: (place, tab) =>
    set((view) => ({
      place,
      placeChosen: true,
      duplicatesShown: false,
      tabs: { ...view.tabs, [place]: tab },
    })),
  filterToday: (todayFilter) => set({ todayFilter }),
  selectWork: (workKey) => set({ workKey }),
  openWork: (workKey) =>
    set({ place: 'today', placeChosen: true, workKey, todayFilter: 'all', queueOpen: false }),
  openQueue: (queueOpen) => set({ queueOpen }),
  openCustomer: (customerId) =>
    set({ place: 'notebook', placeChosen: true, customerId, duplicatesShown: false }),
  mark: (markedIds) => set({ markedIds }),
  listSegment: (segmentId) =>
    set({ place: 'notebook', placeChosen: true, segmentId, duplicatesShown: false }),
  showDuplicates: (duplicatesShown) => set({ place: 'notebook', placeChosen: true, duplicatesShown }),
  togglePrivacy: () => set((view) => ({ privacy: !view.privacy })),
  showKeys: (keysShown) => set({ keysShown }),
  showHelp: (helpShown) => set({ helpShown }),
  toggleHelp: () => set((view) => ({ helpShown: !view.helpShown })),
  openCosts: (costPlace) =>
    set((view) => ({
      place: 'channels',
      placeChosen: true,
      costPlace,
      tabs: { ...view.tabs, channels: 'costs' },
    })),
  openReport: (reportFairId) => set({ reportFairId }),
  openVisitors: (visitorsFairId) => set({ visitorsFairId }),
  openInvitations: (invitingFairId) => set({ invitingFairId }),
  openExport: (exporting) => set({ exporting }),
  openEnrol: (enrolling) => set({ enrolling }),
}))
