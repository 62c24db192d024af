import type { Consent } from '../records/consent'
import type { Handle, HandleKind } from '../records/handle'

/** Whom we want to write to, over what, and what for. */
export interface ConsentQuestion {
  readonly customerId: string
  readonly personId?: string | undefined
  readonly carrier: HandleKind
  /** The normalised address; without it the carrier as a whole. */
  readonly address?: string | undefined
  readonly purpose: Consent['purpose']
}

/** A key with parameters for something the person should see. */
interface Notice {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/** May we write? A yes and a no rest on a record; nothing on record is neither. */
export type ConsentAnswer =
  | { readonly allowed: true; readonly consentId: string }
  | { readonly allowed: 'unknown'; readonly warning: Notice }
  | {
      readonly allowed: false
      readonly consentId: string
      readonly warning: Notice
      /** Ways to the same person that nobody closed; may be empty. */
      readonly alternatives: readonly Handle[]
    }

/**
 * Whether we may write to somebody over a carrier, from the consent records (live ones only).
 *
 * The latest record that covers the question decides; of two at one instant the no. A record covers a
 * question when it is of this person (or of the customer as a whole), of this carrier, and of this address
 * (or of all). A yes holds for its own purpose; a no to being written to (`followUp`) closes the carrier
 * for newsletters too, while a no to newsletters leaves personal letters open.
 */
export function mayWrite(
  question: ConsentQuestion,
  consents: readonly Consent[],
  handles: readonly Handle[] = [],
): ConsentAnswer {
  const latest = consents.filter((consent) => covers(consent, question)).reduce(later, undefined)
  const params = { carrier: question.carrier, purpose: question.purpose }
  if (latest === undefined) return { allowed: 'unknown', warning: { code: 'consent.none', params } }
  if (latest.state === 'given') return { allowed: true, consentId: latest.id }
  const alternatives = handles.filter((handle) => {
    const other = { ...question, carrier: handle.kind, address: handle.value }
    return (
      consents.filter((consent) => covers(consent, other)).reduce(later, undefined)?.state !== 'withdrawn'
    )
  })
  const warning = { code: 'consent.withdrawn', params: { ...params, at: latest.at } }
  return { allowed: false, consentId: latest.id, warning, alternatives }
}

function covers(consent: Consent, question: ConsentQuestion): boolean {
  const purpose =
    consent.purpose === question.purpose ||
    (question.purpose === 'newsletter' && consent.purpose === 'followUp' && consent.state === 'withdrawn')
  return (
    purpose &&
    consent.customerId === question.customerId &&
    consent.carrier === question.carrier &&
    (consent.personId === undefined || consent.personId === question.personId) &&
    (consent.address === undefined || question.address === undefined || consent.address === question.address)
  )
}

function later(best: Consent | undefined, next: Consent): Consent {
  if (best === undefined || next.at > best.at) return next
  return next.at === best.at && next.state === 'withdrawn' ? next : best
}
