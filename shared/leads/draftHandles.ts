import { emailKey } from '../matching/emailKey'
import { phoneKeys } from '../matching/phoneKey'
import type { Handle, HandleKind } from '../records/handle'
import type { LeadDraft } from './leadDraft'

/** Every address in the draft, normalised where that is sure, in the order of the form. */
export function draftHandles(draft: LeadDraft): Handle[] {
  const handles: Handle[] = []
  const add = (kind: HandleKind, entered: string) => {
    const trimmed = entered.trim()
    if (trimmed === '') return
    const value = normalisedHandle(kind, trimmed, draft.country)
    if (!handles.some((handle) => handle.kind === kind && handle.value === value)) {
      handles.push({ kind, value, entered: trimmed })
    }
  }
  add('phone', draft.phone)
  for (const kind of draft.phoneAlso) add(kind, draft.phone)
  add('email', draft.email)
  for (const handle of [...draft.handles, draft.typedHandle]) add(handle.kind, handle.entered)
  add('web', draft.website)
  return handles
}

/** The form in which two spellings of one address are equal. */
export function normalisedHandle(kind: HandleKind, entered: string, country: string): string {
  if (kind === 'email') return emailKey(entered) ?? entered.toLowerCase()
  if (kind === 'phone' || kind === 'whatsapp' || kind === 'zalo') {
    const keys = phoneKeys(entered, country === '' ? undefined : country)
    return keys?.e164 ?? keys?.digits ?? entered
  }
  return entered
}
