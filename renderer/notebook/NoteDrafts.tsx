import { createContext, type ReactNode, useContext } from 'react'
import * as z from 'zod'
import { NOTE_KINDS } from '#shared/capture/buildNote'
import { type KeptDrafts, useKeptDrafts } from '../edits/useKeptDrafts'

const keptNoteSchema = z.strictObject({
  /** The version of this form; it also tells notes from other drafts. */
  note: z.literal(1),
  /** The customer's id: each page has one note that is being written. */
  key: z.string(),
  words: z.string(),
  kind: z.enum(NOTE_KINDS),
  direction: z.enum(['in', 'out', 'both']),
})

/** A quick note that is not on its page yet. */
type KeptNote = z.infer<typeof keptNoteSchema>

const Context = createContext<KeptDrafts<KeptNote> | undefined>(undefined)

/** Quick notes being written, one a customer: looking at another page, or closing the program, loses none. */
export function NoteDraftsProvider({ children }: { children: ReactNode }) {
  return <Context.Provider value={useKeptDrafts('note-', keptNoteSchema)}>{children}</Context.Provider>
}

/** The notes being written. */
export function useNoteDrafts(): KeptDrafts<KeptNote> {
  const drafts = useContext(Context)
  if (drafts === undefined) throw new Error('no note drafts around this view')
  return drafts
}
