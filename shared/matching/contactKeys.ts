import { domainKey, parseEmail, splitEmails } from './emailKey'
import { fold } from './fold'
import type { MatchHandle, MatchQuery } from './match'
import { nationalDigits, phoneKeys, phoneTail, splitPhones } from './phoneKey'

/** Kinds whose address is a phone number. */
const PHONE_KINDS: ReadonlySet<string> = new Set(['phone', 'whatsapp', 'zalo', 'telegram'])
/** Six digits still to come or already known are too common to mean anything. */
export const MIN_PARTIAL_DIGITS = 6

/** One way of reaching somebody, as it is compared. */
export interface ContactKey {
  readonly type: 'email' | 'phone' | 'handle'
  /** Equal keys are the same address. For phones the tail, see PhoneKeys. */
  readonly key: string
  /** As it stands in the record. */
  readonly value: string
  readonly e164?: string
  /** National digits without leading zeros: what an unfinished number is compared with. */
  readonly digits?: string
  /** Of an address that a department reads. */
  readonly role?: boolean
  /** The company's own domain, for email and web addresses. */
  readonly domain?: string
}

/** The keys of a stored handle; empty for one that can't be compared. */
export function contactKeysOf(handle: MatchHandle, country: string | undefined): ContactKey[] {
  if (handle.kind === 'email') return splitEmails(handle.value).flatMap((value) => emailContact(value))
  if (handle.kind === 'web') {
    const domain = domainKey(handle.value)
    return domain === undefined ? [] : [{ type: 'handle', key: `web:${domain}`, value: handle.value, domain }]
  }
  const keys: ContactKey[] = []
  if (PHONE_KINDS.has(handle.kind)) {
    const known = /^\+[0-9]{7,15}$/.test(handle.value) ? handle.value : undefined
    if (known !== undefined) keys.push(...knownPhone(known))
    else for (const piece of splitPhones(handle.value)) keys.push(...phoneContact(piece, country))
  }
  if (keys.length === 0)
    keys.push({ type: 'handle', key: handleKey(handle.kind, handle.value), value: handle.value })
  return keys
}

/** The keys of everything in a query that is an address. */
export function contactKeysOfQuery(query: MatchQuery): ContactKey[] {
  return [
    ...(query.emails ?? []).flatMap((entered) =>
      splitEmails(entered).flatMap((value) => emailContact(value)),
    ),
    ...(query.phones ?? []).flatMap((entered) =>
      splitPhones(entered).flatMap((value) => phoneContact(value, query.country)),
    ),
    ...(query.handles ?? []).flatMap((handle) =>
      contactKeysOf({ ...handle, entered: handle.value }, query.country),
    ),
  ]
}

function emailContact(entered: string): ContactKey[] {
  const parts = parseEmail(entered)
  if (!parts) return []
  const domain = domainKey(parts.domain)
  return [
    {
      type: 'email',
      key: parts.key,
      value: parts.value,
      role: parts.role,
      ...(domain !== undefined && { domain }),
    },
  ]
}

/** A number that a record already holds as E.164 need not be parsed again: there may be 100,000. */
function knownPhone(e164: string): ContactKey[] {
  const digits = nationalDigits(e164).replace(/^0+/, '')
  return [{ type: 'phone', key: phoneTail(digits) ?? digits, value: e164, e164, digits }]
}

function phoneContact(entered: string, country: string | undefined): ContactKey[] {
  const keys = phoneKeys(entered, country)
  if (!keys) return []
  if (keys.e164 !== undefined)
    return knownPhone(keys.e164).map((key) => ({ ...key, value: keys.e164 ?? entered }))
  const written = entered.trim().startsWith('+') ? nationalDigits(`+${keys.digits}`) : keys.digits
  const digits = written.replace(/^0+/, '')
  return [{ type: 'phone', key: keys.tail ?? digits, value: entered, digits }]
}

function handleKey(kind: string, value: string): string {
  return `${kind}:${fold(value)
    .replace(/^@|\s+/g, '')
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[/?#]+$/, '')}`
}
