import { draftHandles } from './draftHandles'
import type { LeadContext } from './leadContext'
import type { LeadDraft } from './leadDraft'

/** What was typed and stands differently on the page that exists: kept with the meeting, word for word. */
export function typedOtherwise(draft: LeadDraft, context: LeadContext): Record<string, string> {
  const { existingCustomer: page, existingPerson: person, unreadPage } = context
  const onPage: readonly (readonly [field: 'company' | 'country' | 'address' | 'website', known?: string])[] =
    page !== undefined
      ? [
          ['company', page.name],
          ['country', page.country ?? draft.country],
          ['address', page.address ?? draft.address.trim()],
          ['website', page.website ?? draft.website.trim()],
        ]
      : unreadPage !== undefined
        ? [['company'], ['country'], ['address'], ['website']]
        : []
  const ofPerson: readonly (readonly [field: 'person' | 'title', known?: string])[] =
    person !== undefined
      ? [
          ['person', person.fullName],
          ['title', person.title ?? draft.title.trim()],
        ]
      : unreadPage?.personId !== undefined
        ? [['person'], ['title']]
        : []
  const texts = Object.fromEntries(
    [...onPage, ...ofPerson]
      .map(([field, known]) => [field, draft[field].trim(), known] as const)
      .filter(([, typed, known]) => typed !== '' && typed !== known)
      .map(([field, typed]) => [field, typed]),
  )
  return unreadPage?.personId === undefined ? texts : { ...addressTexts(draft), ...texts }
}

/** The addresses as they were typed, for a person whose record can't be read and so not be completed. */
function addressTexts(draft: LeadDraft): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const { kind, entered } of draftHandles(draft)) {
    const count = Object.keys(texts).filter((name) => name.startsWith(kind)).length
    texts[count === 0 ? kind : `${kind}${count + 1}`] = entered
  }
  return texts
}
