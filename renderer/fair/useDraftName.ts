import { leadName } from '#shared/leads/buildLead'
import type { LeadDraft } from '#shared/leads/leadDraft'
import { useText } from '../i18n/text'

/** What a lead is called while it is none yet. */
export function useDraftName(): (draft: LeadDraft) => string {
  const text = useText()
  return (draft) => leadName(draft) || text('lead.unnamed')
}
