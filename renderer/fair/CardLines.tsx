import type { LeadDraft } from '#shared/leads/leadDraft'
export function CardLines(_props: { draft: LeadDraft; update: (patch: Partial<LeadDraft>) => void }) {
  return null
}
