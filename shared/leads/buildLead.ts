import { promisesOfMarks, tagsWithMarks } from '../capture/markRecords'
import type { NoteMark } from '../capture/noteMark'
import { createChange, type NewRecord, updateChange } from '../changes/buildChange'
import type { Change } from '../changes/changeSet'
import { emailKey } from '../matching/emailKey'
import { phoneKeys } from '../matching/phoneKey'
import type { Customer } from '../records/customer'
import type { Handle, HandleKind } from '../records/handle'
import type { Person } from '../records/person'
import type { Product } from '../records/product'
import type { Touchpoint } from '../records/touchpoint'
import type { IsoDate } from '../time/values'
import type { LeadDraft } from './leadDraft'
import { offerChanges } from './offerChanges'

/** What the notebook knows already and the draft refers to. */
export interface LeadContext {
  readonly at: number
  readonly fair: Touchpoint
  readonly staffId?: string | undefined
  /** By lower-cased name or code: a product named at the booth is made once. */
  readonly productsByName: ReadonlyMap<string, Product>
  /** The page that "met before?" led to, and the person on it when it is the same one. */
  readonly existingCustomer?: Customer | undefined
  readonly existingPerson?: Person | undefined
  /** Set instead, when the page and the person that were chosen can't be read just now: only their ids are known. */
  readonly unreadPage?: { readonly customerId: string; readonly personId?: string | undefined } | undefined
  /** What the marks of the note say (see findNoteMarks). */
  readonly noteMarks: readonly NoteMark[]
  /** The consent sentence as it was shown, in the language it was shown in. */
  readonly consentWording: string
  readonly consentLanguage: string
  /** How one asks for a newsletter where no offer of the fair says it. */
  readonly newsletterWording: string
  /** When a promise is due that was typed without a day. */
  readonly defaultPromiseDay: IsoDate
  readonly newId: () => string
}

/**
 * All records of one captured lead: customer, person, meeting, photos, products, promise, consents and memberships, in
 * an order in which every reference points backwards. Nothing the person typed is dropped or altered: what can't
 * be normalised is kept as entered.
 */
export function buildLead(draft: LeadDraft, context: LeadContext): Change[] {
  const { at } = context
  const { unreadPage } = context
  const customerId = context.existingCustomer?.id ?? unreadPage?.customerId ?? draft.customerId
  const personId = context.existingPerson?.id ?? unreadPage?.personId ?? draft.personId
  const products = productChanges(draft, context)
  const photos = draft.photos.map((photo) =>
    createChange(
      'attachments',
      {
        id: photo.attachmentId,
        hash: photo.hash,
        mediaType: photo.mediaType,
        sizeBytes: photo.sizeBytes,
        fileName: photo.fileName,
        purpose: 'card',
        customerId,
      },
      at,
    ),
  )
  return [
    ...customerChanges(draft, context),
    ...distinctionChanges(draft, context),
    ...personChanges(draft, context, customerId),
    ...photos,
    ...products.created,
    meetingChange(draft, context, customerId, personId, products.ids),
    ...promiseChanges(draft, context, customerId, personId),
    ...consentChanges(draft, context, customerId, personId),
    ...offerChanges(draft, {
      customerId,
      personId: hasPerson(draft, context) ? personId : undefined,
      touchpointId: context.fair.id,
      staffId: context.staffId,
      handles: draftHandles(draft),
      newsletterWording: context.newsletterWording,
      language: context.consentLanguage,
      at,
      newId: context.newId,
    }),
  ]
}

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

/** What was said about a new page: that it is none of those which looked like it. */
function distinctionChanges(draft: LeadDraft, context: LeadContext): Change[] {
  const { existingCustomer, unreadPage, newId, at } = context
  if (existingCustomer !== undefined || unreadPage !== undefined) return []
  return draft.distinctFromIds.map((bId) =>
    createChange('distinctions', { id: newId(), aId: draft.customerId, bId }, at),
  )
}

function customerChanges(draft: LeadDraft, context: LeadContext): Change[] {
  const { at, existingCustomer, fair, noteMarks } = context
  if (context.unreadPage !== undefined) return []
  if (existingCustomer !== undefined) {
    // A page that exists keeps what it says; only what it lacks is filled in.
    const lacked = (field: 'country' | 'address' | 'website') => {
      const typed = draft[field].trim()
      return existingCustomer[field] === undefined && typed !== '' ? { [field]: typed } : {}
    }
    const patch = {
      ...lacked('country'),
      ...lacked('address'),
      ...lacked('website'),
      ...(draft.grade === undefined ? {} : { grade: draft.grade }),
      tags: tagsWithMarks(existingCustomer.tags, noteMarks),
    }
    const change = updateChange('customers', existingCustomer, patch, at)
    return change === undefined ? [] : [change]
  }
  const customer: NewRecord<'customers'> = {
    id: draft.customerId,
    name: leadName(draft),
    handles: [],
    stage: 'lead',
    tags: tagsWithMarks([], noteMarks),
    sourceTouchpointId: fair.id,
    ...(draft.country === '' ? {} : { country: draft.country }),
    ...(draft.grade === undefined ? {} : { grade: draft.grade }),
    ...(draft.website.trim() === '' ? {} : { website: draft.website.trim() }),
    ...(draft.address.trim() === '' ? {} : { address: draft.address.trim() }),
  }
  return [
    createChange('customers', customer, at),
    createChange('stageMoves', { id: context.newId(), customerId: draft.customerId, to: 'lead', at }, at),
  ]
}

function personChanges(draft: LeadDraft, context: LeadContext, customerId: string): Change[] {
  const { at, existingPerson } = context
  if (context.unreadPage?.personId !== undefined) return []
  const handles = draftHandles(draft)
  const title = draft.title.trim()
  if (existingPerson !== undefined) {
    const known = new Set(existingPerson.handles.map((handle) => `${handle.kind}:${handle.value}`))
    const fresh = handles.filter((handle) => !known.has(`${handle.kind}:${handle.value}`))
    const patch = {
      ...(fresh.length > 0 ? { handles: [...existingPerson.handles, ...fresh] } : {}),
      ...(title !== '' && existingPerson.title === undefined ? { title } : {}),
    }
    const change = updateChange('people', existingPerson, patch, at)
    return change === undefined ? [] : [change]
  }
  const fullName = draft.person.trim()
  if (fullName === '' && handles.length === 0 && title === '') return []
  return [
    createChange(
      'people',
      { id: draft.personId, customerId, fullName, handles, ...(title === '' ? {} : { title }) },
      at,
    ),
  ]
}

function meetingChange(
  draft: LeadDraft,
  context: LeadContext,
  customerId: string,
  personId: string,
  productIds: readonly string[],
): Change {
  const answers = Object.entries(draft.answers).map(([question, value]) => ({ question, value }))
  const note = draft.note.trim()
  // The text that was pasted is kept word for word: a line that nobody placed may matter later.
  const cardText = draft.cardText.trim()
  const extra = { ...(cardText === '' ? {} : { cardText }), ...typedOtherwise(draft, context) }
  return createChange(
    'interactions',
    {
      id: draft.interactionId,
      customerId,
      personIds: hasPerson(draft, context) ? [personId] : [],
      kind: 'met',
      direction: 'both',
      at: draft.startedAt,
      touchpointId: context.fair.id,
      ...(context.staffId === undefined ? {} : { staffId: context.staffId }),
      ...(context.fair.zone === undefined ? {} : { zone: context.fair.zone }),
      ...(note === '' ? {} : { text: note }),
      ...(answers.length === 0 ? {} : { answers }),
      ...(draft.grade === undefined ? {} : { grade: draft.grade }),
      ...(productIds.length === 0 ? {} : { productIds: [...productIds] }),
      ...(draft.photos.length === 0
        ? {}
        : { attachmentIds: draft.photos.map((photo) => photo.attachmentId) }),
      ...(Object.keys(extra).length === 0 ? {} : { extra }),
    },
    context.at,
  )
}

/** What was typed and stands differently on the page that exists: kept with the meeting, word for word. */
function typedOtherwise(draft: LeadDraft, context: LeadContext): Record<string, string> {
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

function hasPerson(draft: LeadDraft, context: LeadContext): boolean {
  if (context.existingPerson !== undefined || context.unreadPage?.personId !== undefined) return true
  return draft.person.trim() !== '' || draft.title.trim() !== '' || draftHandles(draft).length > 0
}

function productChanges(draft: LeadDraft, context: LeadContext): { created: Change[]; ids: string[] } {
  const created: Change[] = []
  const ids: string[] = []
  for (const named of [...draft.products, draft.typedProduct]) {
    const name = named.trim()
    const known = context.productsByName.get(name.toLowerCase())
    if (known !== undefined) ids.push(known.id)
    else if (name !== '') {
      const id = context.newId()
      created.push(createChange('products', { id, name }, context.at))
      ids.push(id)
    }
  }
  return { created, ids: [...new Set(ids)] }
}

function promiseChanges(
  draft: LeadDraft,
  context: LeadContext,
  customerId: string,
  personId: string,
): Change[] {
  const text = draft.promised.trim()
  const { at, defaultPromiseDay, newId } = context
  const { interactionId } = draft
  const person = hasPerson(draft, context) ? { personId } : {}
  const owner = { at, customerId, ...person, interactionId, defaultPromiseDay, newId }
  const marked = promisesOfMarks(context.noteMarks, owner)
  if (text === '') return marked
  return [
    createChange(
      'promises',
      {
        id: newId(),
        customerId,
        by: 'us',
        text,
        dueOn: draft.promisedBy ?? defaultPromiseDay,
        interactionId,
        ...person,
      },
      at,
    ),
    ...marked,
  ]
}

/** A yes holds for the addresses that were there when it was given: a carrier without one gets no consent. */
function consentChanges(
  draft: LeadDraft,
  context: LeadContext,
  customerId: string,
  personId: string,
): Change[] {
  const agreed = draftHandles(draft).filter(({ kind }) => draft.consents.includes(kind))
  return agreed.map(({ kind: carrier, value: address }) =>
    createChange(
      'consents',
      {
        id: context.newId(),
        customerId,
        carrier,
        purpose: 'followUp',
        state: 'given',
        at: draft.startedAt,
        wording: context.consentWording,
        wordingLanguage: context.consentLanguage,
        touchpointId: context.fair.id,
        ...(hasPerson(draft, context) ? { personId } : {}),
        address,
        ...(context.staffId === undefined ? {} : { staffId: context.staffId }),
      },
      context.at,
    ),
  )
}

/** What the page of a lead is called: somebody who only left a number is named by it; '' when there is not even that. */
export function leadName(draft: LeadDraft): string {
  return draft.company.trim() || draft.person.trim() || (draftHandles(draft)[0]?.entered ?? '')
}
