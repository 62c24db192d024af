import { create } from 'zustand'

/** How the content shelf is looked at. */
export const CONTENT_VIEWS = ['board', 'month', 'list'] as const
export type ContentView = (typeof CONTENT_VIEWS)[number]

/** The dialog that is open over the library: a new piece (on a day), one that is there, or another new thing. */
export type LibraryDialog =
  | { readonly kind: 'newPiece'; readonly on?: string | undefined }
  | { readonly kind: 'piece'; readonly id: string }
  | { readonly kind: 'newPosition' }
  | { readonly kind: 'position'; readonly id: string }
  | { readonly kind: 'newTemplate' }
  | { readonly kind: 'newOffer' }
  | { readonly kind: 'offer'; readonly id: string }

/** What of the library is shown; may be lost on reload. */
interface LibraryView {
  readonly contentView: ContentView
  readonly dialog: LibraryDialog | undefined
  /** The position whose customers and pieces are shown. */
  readonly positionId: string | undefined
  /** The template in the editor: the id of one's own, or a shipped key. */
  readonly template: string
  readonly showContentAs: (contentView: ContentView) => void
  readonly openDialog: (dialog: LibraryDialog | undefined) => void
  readonly showPosition: (positionId: string | undefined) => void
  readonly editTemplate: (template: string) => void
}

export const useLibraryView = create<LibraryView>((set) => ({
  contentView: 'board',
  dialog: undefined,
  positionId: undefined,
  template: 'letter.thanks',
  showContentAs: (contentView) => set({ contentView }),
  openDialog: (dialog) => set({ dialog }),
  showPosition: (positionId) => set({ positionId }),
  editTemplate: (template) => set({ template }),
}))
