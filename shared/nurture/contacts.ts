import type { Interaction } from '../records/interaction'
import type { Enrolment, Touch } from '../records/nurture'
import { dayIn } from '../time/calendarDay'
import type { IsoDate, ZoneName } from '../time/values'

/** A day on which something passed between a person and us. */
export interface Contact {
  readonly on: IsoDate
  /** True where we wrote or called: the frequency cap counts these. */
  readonly byUs: boolean
  /** True where somebody really spoke: a plan's quiet begins anew. A ticked task is no talk. */
  readonly isTalk: boolean
}

/** Notes are for ourselves, what we heard of them was not said by them, and an accepted invitation says nothing. */
const NO_TALK: readonly Interaction['kind'][] = ['note', 'news', 'connected']
/** A meeting at a booth and a visit are the reason to write, and no letter. */
const NO_LETTER: readonly Interaction['kind'][] = ['met', 'visit', 'payment']

/** What a logged interaction means for the days that follow it; undefined where nobody spoke. */
export function contactOf(
  talk: Pick<Interaction, 'kind' | 'direction' | 'at' | 'day'>,
  zone: ZoneName,
): Contact | undefined {
  if (NO_TALK.includes(talk.kind)) return undefined
  const byUs = talk.direction === 'out' && !NO_LETTER.includes(talk.kind)
  return { on: talk.day ?? dayIn(zone, talk.at), byUs, isTalk: true }
}

/** What a touch that was done means for the days that follow it; undefined for one that was moved or skipped. */
export function contactOfTouch(touch: Pick<Touch, 'action' | 'on'>): Contact | undefined {
  // The interaction that may have been logged with it is a contact of its own.
  return touch.action === 'done' ? { on: touch.on, byUs: true, isTalk: false } : undefined
}

/** What passed between us and the person of an enrolment; talks that name nobody count for all of the customer. */
export function contactsByPerson(
  talks: readonly Interaction[],
): (enrolment: Pick<Enrolment, 'customerId' | 'personId'>) => readonly Contact[] {
  const found = new Map<string, Contact[]>()
  for (const talk of talks) {
    const contact = contactOf(talk, talk.zone ?? 'UTC')
    if (contact === undefined) continue
    const keys = talk.personIds.length === 0 ? [`customer/${talk.customerId}`] : talk.personIds
    for (const key of keys) {
      const known = found.get(key)
      if (known === undefined) found.set(key, [contact])
      else known.push(contact)
    }
  }
  return ({ personId, customerId }) => [
    ...(found.get(`customer/${customerId}`) ?? []),
    ...(personId === undefined ? [] : (found.get(personId) ?? [])),
  ]
}
