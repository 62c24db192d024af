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
