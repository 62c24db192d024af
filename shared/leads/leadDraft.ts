import * as z from 'zod'
import { gradeSchema } from '../records/customer'
import { handleKindSchema } from '../records/handle'
import { recordIdSchema } from '../records/record'
import { sha256Schema } from '../records/sha256'
import { epochMsSchema, isoDateSchema } from '../time/values'

/**
 * A lead while it is being typed. Kept on disk at every keystroke, so every field may be empty and none is
 * normalised. The ids are made when the draft begins: saving the same draft twice, before and after a crash,
 * makes the same records.
 */
export const leadDraftSchema = z.strictObject({
  version: z.literal(1),
  changeSetId: recordIdSchema,
  customerId: recordIdSchema,
  personId: recordIdSchema,
  interactionId: recordIdSchema,
  fairId: recordIdSchema,
  startedAt: epochMsSchema,
  /** Set when "met before?" was answered with yes: the lead goes onto this page instead of a new one. */
  existingCustomerId: recordIdSchema.optional(),
  existingPersonId: recordIdSchema.optional(),
  /** Pages of which "met before?" was answered with no: not offered again, and no duplicates of this lead. */
  distinctFromIds: z.array(recordIdSchema).default([]),
  company: z.string(),
  person: z.string(),
  title: z.string(),
  country: z.string(),
  phone: z.string(),
  /** The same number also answers on these. */
  phoneAlso: z.array(handleKindSchema),
  email: z.string(),
  handles: z.array(z.strictObject({ kind: handleKindSchema, entered: z.string() })),
  /** The further address and the product being typed, before Enter makes chips of them: part of the lead all the same. */
  typedHandle: z.strictObject({ kind: handleKindSchema, entered: z.string() }),
  typedProduct: z.string(),
  website: z.string(),
  address: z.string(),
  cardText: z.string(),
  photos: z.array(
    z.strictObject({
      attachmentId: recordIdSchema,
      hash: sha256Schema,
      mediaType: z.string(),
      sizeBytes: z.int(),
      fileName: z.string(),
    }),
  ),
  answers: z.record(z.string(), z.string()),
  grade: gradeSchema.optional(),
  products: z.array(z.string()),
  promised: z.string(),
  promisedBy: isoDateSchema.optional(),
  note: z.string(),
  consents: z.array(handleKindSchema),
  /** The plan that the lead goes on once its offer was accepted. `none` stands only in drafts of earlier versions. */
  plan: z.enum(['fairWelcome', 'none']).optional(),
  /** The offers that were made, each as it stood then: what was said with it, and the carrier that it leads to. */
  offers: z
    .array(
      z.strictObject({
        offerId: recordIdSchema,
        carrierId: recordIdSchema.optional(),
        handleKind: handleKindSchema.optional(),
        wording: z.string(),
        state: z.enum(['offered', 'joined']),
      }),
    )
    .optional(),
  /** A yes or no to newsletters, over each kind of address. */
  newsletters: z
    .array(z.strictObject({ carrier: handleKindSchema, state: z.enum(['given', 'withdrawn']) }))
    .optional(),
  /** Who of us is talking. Absent until something is typed, and where nobody of the booth was chosen. */
  staffId: recordIdSchema.optional(),
  /**
   * Something was typed after the lead may have been handed to the notebook: where its meeting is known already, this
   * may say more.
   */
  changedSinceSent: z.boolean().optional(),
  /** It was put aside: the next start does not put it back into the form, where the next visitor would be typed into it. */
  isAside: z.boolean().optional(),
})
export type LeadDraft = z.infer<typeof leadDraftSchema>

/** Ids for a new draft, made by the caller. */
export interface DraftIds {
  readonly changeSetId: string
  readonly customerId: string
  readonly personId: string
  readonly interactionId: string
}

/** An empty form for a fair. */
export function emptyLeadDraft(ids: DraftIds, fairId: string, startedAt: number): LeadDraft {
  return {
    version: 1,
    ...ids,
    fairId,
    startedAt,
    distinctFromIds: [],
    company: '',
    person: '',
    title: '',
    country: '',
    phone: '',
    phoneAlso: [],
    email: '',
    handles: [],
    typedHandle: { kind: 'wechat', entered: '' },
    typedProduct: '',
    website: '',
    address: '',
    cardText: '',
    photos: [],
    answers: {},
    products: [],
    promised: '',
    note: '',
    consents: [],
  }
}

/** Reads a kept draft; `undefined` for what this version can't read, which is then left where it is. */
export function parseLeadDraft(text: string): LeadDraft | undefined {
  try {
    const parsed = leadDraftSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/** Whether nobody has typed, pasted or chosen anything yet. */
export function isUntouched(draft: LeadDraft): boolean {
  const texts = [
    draft.company,
    draft.person,
    draft.title,
    draft.country,
    draft.phone,
    draft.email,
    draft.website,
    draft.address,
    draft.cardText,
    draft.promised,
    draft.note,
    draft.typedHandle.entered,
    draft.typedProduct,
  ]
  return (
    texts.every((text) => text.trim() === '') &&
    draft.handles.every((handle) => handle.entered.trim() === '') &&
    draft.photos.length === 0 &&
    draft.products.length === 0 &&
    draft.consents.length === 0 &&
    (draft.offers ?? []).length === 0 &&
    (draft.newsletters ?? []).length === 0 &&
    draft.grade === undefined &&
    Object.keys(draft.answers).length === 0
  )
}
