import { useEditDrafts } from './EditDrafts'

/** Fields of a form that rewrites a record, on disk from the first keystroke on. */
export interface KeptFields<F> {
  /** What the form says: what was typed, else what it began with. */
  readonly fields: F
  /** Whether something was typed and neither saved nor given up, in this window or before it was last closed. */
  readonly isOpen: boolean
  readonly write: (part: Partial<F>) => void
  /** The edit was saved or given up. */
  readonly forget: () => void
}

/** The edit of what `key` names, beginning with what the record says now. */
export function useKeptEdit<F extends Readonly<Record<string, string>>>(
  key: string,
  current: F,
): KeptFields<F> {
  const drafts = useEditDrafts()
  const kept = drafts.of(key)
  const fields = { ...current, ...kept?.fields }
  return {
    fields,
    isOpen: kept !== undefined,
    write: (part) => drafts.keep({ edit: 1, key, fields: { ...fields, ...part } }),
    forget: () => drafts.forget(key),
  }
}
