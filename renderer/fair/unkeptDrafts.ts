import type { LeadDraft } from '#shared/leads/leadDraft'

/**
 * Drafts that the disk refused, for instance because it is full: nothing but this window has them, so that looking
 * at another page must not lose them. By the id of the lead they will become.
 */
const unkept = new Map<string, LeadDraft>()

/** Notes whether the draft as given is on disk. */
export function noteKept(draft: LeadDraft, isKept: boolean): void {
  if (isKept) unkept.delete(draft.changeSetId)
  else unkept.set(draft.changeSetId, draft)
}

/** The drafts of a fair that only this window has. */
export function unkeptDrafts(fairId: string): readonly LeadDraft[] {
  return [...unkept.values()].filter((draft) => draft.fairId === fairId)
}

/**
 * Tries again to put on disk what only this window has, before the window is left. `save` takes the name and the text of
 * a draft's file and answers whether the disk took it; true in the end when nothing is left that would be lost.
 */
export async function keepUnkept(save: (name: string, text: string) => Promise<boolean>): Promise<boolean> {
  // The names are those of `useLeadDraft`.
  for (const draft of [...unkept.values()])
    noteKept(draft, await save(`lead-${draft.changeSetId}`, JSON.stringify(draft)))
  return unkept.size === 0
}
