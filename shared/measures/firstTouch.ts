import type { Grade } from '../records/customer'
import type { Interaction } from '../records/interaction'
import type { EpochMs } from '../time/values'

/** A customer met at a fair, and when they first heard from us. */
export interface FairLead {
  readonly customerId: string
  readonly interactionId: string
  readonly metAt: EpochMs
  readonly grade?: Grade
  /** The first time we spoke after the capture; absent while nobody has. */
  readonly firstTouchAt?: EpochMs
}

type Talk = Pick<Interaction, 'id' | 'customerId' | 'kind' | 'direction' | 'at' | 'touchpointId' | 'grade'>

/**
 * The leads of one touchpoint: every customer met there, once, at the first meeting. The grade is the one
 * given last at that touchpoint. The first touch is the first thing after the meeting in which we spoke
 * (`out` or `both`); our own notes and another meeting at the same booth are none. Interactions may come in
 * any order and may include those of other touchpoints. Source: measures.md "speed to first touch".
 */
export function fairLeads(touchpointId: string, interactions: readonly Talk[]): FairLead[] {
  const sorted = [...interactions].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const leads = new Map<string, FairLead>()
  for (const talk of sorted) {
    const lead = leads.get(talk.customerId)
    const here = talk.touchpointId === touchpointId && talk.kind === 'met'
    if (here) {
      const grade = talk.grade ?? lead?.grade
      const first = lead ?? { customerId: talk.customerId, interactionId: talk.id, metAt: talk.at }
      leads.set(talk.customerId, grade === undefined ? first : { ...first, grade })
    } else if (lead !== undefined && lead.firstTouchAt === undefined && isTouch(talk)) {
      leads.set(talk.customerId, { ...lead, firstTouchAt: talk.at })
    }
  }
  return [...leads.values()]
}

function isTouch(talk: Talk): boolean {
  return talk.direction !== 'in' && talk.kind !== 'note'
}
