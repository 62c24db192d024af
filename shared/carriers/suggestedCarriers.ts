import type { Carrier, CarrierKind } from '../records/carrier'
import type { HandleKind } from '../records/handle'

/** A carrier that Orchard suggests: its name is a message until the person writes their own. */
export interface SuggestedCarrier {
  readonly nameKey:
    | 'carrier.suggested.letter'
    | 'carrier.suggested.linkedin'
    | 'carrier.suggested.whatsapp'
    | 'carrier.suggested.wechat'
    | 'carrier.suggested.site'
  readonly kind: CarrierKind
  /** Absent for a site: nobody is written to there, so nobody has to agree. */
  readonly handleKind?: HandleKind
}

/** The usual ground of one's own in foreign trade. Source: "email list, LinkedIn, communities per region, own site". */
export const SUGGESTED_CARRIERS: readonly SuggestedCarrier[] = [
  { nameKey: 'carrier.suggested.letter', kind: 'emailList', handleKind: 'email' },
  { nameKey: 'carrier.suggested.linkedin', kind: 'linkedin', handleKind: 'linkedin' },
  { nameKey: 'carrier.suggested.whatsapp', kind: 'community', handleKind: 'whatsapp' },
  { nameKey: 'carrier.suggested.wechat', kind: 'community', handleKind: 'wechat' },
  { nameKey: 'carrier.suggested.site', kind: 'site' },
]

/** The suggestions that are not among our carriers yet, retired ones included: who retired one does not want it back. */
export function openSuggestions(carriers: readonly Pick<Carrier, 'nameKey'>[]): SuggestedCarrier[] {
  const taken = new Set(carriers.map(({ nameKey }) => nameKey))
  return SUGGESTED_CARRIERS.filter(({ nameKey }) => !taken.has(nameKey))
}

/** The order in which carriers stand: the main one, the second, the others by name, retired ones last. */
export function inCarrierOrder<T extends Pick<Carrier, 'name' | 'rank' | 'retiredAt'>>(
  carriers: readonly T[],
): T[] {
  const place = ({ rank, retiredAt }: T) =>
    retiredAt !== undefined ? 3 : rank === 'main' ? 0 : rank === 'second' ? 1 : 2
  return [...carriers].sort((a, b) => place(a) - place(b) || a.name.localeCompare(b.name))
}
