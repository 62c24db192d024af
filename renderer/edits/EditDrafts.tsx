import { createContext, type ReactNode, useContext } from 'react'
import * as z from 'zod'
import { type KeptDrafts, useKeptDrafts } from './useKeptDrafts'

const keptEditSchema = z.strictObject({
  /** The version of this form; it also tells edits from other drafts. */
  edit: z.literal(1),
  /** The id of the record that is being edited, with the field where it has several long ones. */
  key: z.string(),
  fields: z.record(z.string(), z.string()),
})

/** A text that is being rewritten where it stands and is not in the notebook yet. */
type KeptEdit = z.infer<typeof keptEditSchema>

const Context = createContext<KeptDrafts<KeptEdit> | undefined>(undefined)

/** Texts being rewritten on the pages of customers: looking elsewhere, or closing the program, loses none. */
export function EditDraftsProvider({ children }: { children: ReactNode }) {
  return <Context.Provider value={useKeptDrafts('edit-', keptEditSchema)}>{children}</Context.Provider>
}

/** The texts being rewritten. */
export function useEditDrafts(): KeptDrafts<KeptEdit> {
  const drafts = useContext(Context)
  if (drafts === undefined) throw new Error('no edit drafts around this view')
  return drafts
}
