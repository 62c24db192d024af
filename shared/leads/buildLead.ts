import { promisesOfMarks, tagsWithMarks } from '../capture/markRecords'
import { createChange, type NewRecord, updateChange } from '../changes/buildChange'
import type { Change } from '../changes/changeSet'
import { draftHandles } from './draftHandles'
import type { LeadContext } from './leadContext'
import type { LeadDraft } from './leadDraft'
import { offerChanges } from './offerChanges'
import { typedOtherwise } from './typedOtherwise'

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
