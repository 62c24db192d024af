import { createContext, type ReactNode, useContext } from 'react'
import * as z from 'zod'
import { type KeptDrafts, useKeptDrafts } from '../edits/useKeptDrafts'

const keptLetterSchema = z.strictObject({
  /** The version of this form; it also tells letters from other drafts. */
  letter: z.literal(1),
  key: z.string(),
  language: z.string(),
  /** Absent while the words are still the template's. */
  subject: z.string().optional(),
  body: z.string().optional(),
  /** The piece that goes with it, empty for none; absent while it is the one that the step or the template names. */
  contentId: z.string().optional(),
})

/** A letter that a person has changed, or given a piece to, and not sent yet. */
export type KeptLetter = z.infer<typeof keptLetterSchema>

const Context = createContext<KeptDrafts<KeptLetter> | undefined>(undefined)

/** Letters being written, on disk at every keystroke: leaving a letter, the queue or the program loses none. */
export function LetterDraftsProvider({ children }: { children: ReactNode }) {
  return <Context.Provider value={useKeptDrafts('letter-', keptLetterSchema)}>{children}</Context.Provider>
}

/** The letters being written. */
export function useLetterDrafts(): KeptDrafts<KeptLetter> {
  const drafts = useContext(Context)
  if (drafts === undefined) throw new Error('no letter drafts around this view')
  return drafts
}
