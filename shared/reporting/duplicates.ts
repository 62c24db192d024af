import { companyKey } from '../matching/companyKey'
import { contactKeysOf } from '../matching/contactKeys'
import type { MatchCode } from '../matching/match'
import type { LeadFacts } from './fairFacts'
import { handlesOf } from './leadWords'

/** Leads that may be one and the same, by their place in the list, and what they share. */
export interface PossibleDuplicate {
  readonly positions: readonly number[]
  readonly reason: Extract<MatchCode, 'sameEmail' | 'samePhone' | 'sameHandle' | 'sameCompany'>
}

/** Who has the same key, and whether having it means anything. */
interface Sharing {
  readonly reason: PossibleDuplicate['reason']
  readonly positions: Set<number>
  readonly counts: boolean
}

const REASON_OF = { email: 'sameEmail', phone: 'samePhone', handle: 'sameHandle' } as const

/**
 * Leads of one fair that share an address or a company's name. The same group is named once, by the first thing
 * found: a shared number says more than a shared name. A department's address (info@) proves nothing.
 */
export function possibleDuplicates(leads: readonly LeadFacts[]): PossibleDuplicate[] {
  const shared = new Map<string, Sharing>()
  const note = (key: string, reason: PossibleDuplicate['reason'], position: number, counts = true) => {
    const known = shared.get(key) ?? { reason, positions: new Set(), counts: false }
    known.positions.add(position)
    shared.set(key, { ...known, counts: known.counts || counts })
  }
  for (const [position, lead] of leads.entries()) {
    const { country, name } = lead.customer
    for (const handle of handlesOf(lead)) {
      if (handle.kind === 'web') continue
      for (const { type, key, role, e164 } of contactKeysOf(handle, country)) {
        if (role === true) continue
        // A phone's key is how it ends. Of numbers that are known whole, equal ends prove nothing; one that was
        // written down without its country may be any of those that end like it.
        if (e164 !== undefined) note(`${type}:${e164}`, REASON_OF[type], position)
        note(`${type}:${key}`, REASON_OF[type], position, e164 === undefined)
      }
    }
    const company = companyKey(name)
    if (company !== undefined) note(`company:${country ?? ''}:${company}`, 'sameCompany', position)
  }
  const found = new Map<string, PossibleDuplicate>()
  for (const [, { reason, positions, counts }] of [...shared].sort(([a], [b]) => rank(a) - rank(b))) {
    const group = [...positions].sort((a, b) => a - b)
    if (counts && group.length > 1 && !found.has(group.join()))
      found.set(group.join(), { positions: group, reason })
  }
  return [...found.values()]
}

function rank(key: string): number {
  return key.startsWith('company:') ? 1 : 0
}
