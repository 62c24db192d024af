import * as z from 'zod'
import { epochMsSchema, isoDateSchema } from '../time/values'
import { handleKindSchema } from './handle'
import { languageSchema, nameSchema, recordBase, recordIdSchema, textSchema } from './record'

/** What we stand for: a daily trouble of some customers, something they like to read of, or our answer to it. */
export const positionSchema = z.strictObject({
  ...recordBase,
  kind: z.enum(['pain', 'interest', 'value']),
  text: textSchema,
  /** For a value proposition: the troubles that it answers. */
  answersIds: z.array(recordIdSchema).max(100).optional(),
  productLines: z.array(nameSchema).max(100).optional(),
  retiredAt: epochMsSchema.optional(),
})
export type Position = z.infer<typeof positionSchema>

export const CONTENT_KINDS = [
  'report',
  'whitePaper',
  'article',
  'case',
  'video',
  'webinar',
  'catalogue',
  'certificate',
  'priceList',
  'letter',
  'other',
] as const
export const contentKindSchema = z.enum(CONTENT_KINDS)
export type ContentKind = z.infer<typeof contentKindSchema>

export const CONTENT_STATUSES = ['idea', 'draft', 'ready', 'published'] as const
export const contentStatusSchema = z.enum(CONTENT_STATUSES)
export type ContentStatus = z.infer<typeof contentStatusSchema>

/** One language of a piece: a file of ours or a link, and until when it may be given. */
export const contentEditionSchema = z.strictObject({
  language: languageSchema,
  title: nameSchema.optional(),
  attachmentId: recordIdSchema.optional(),
  url: z.string().max(2000).optional(),
  version: z.string().max(100).optional(),
  expiresOn: isoDateSchema.optional(),
})
export type ContentEdition = z.infer<typeof contentEditionSchema>

/** A piece that gives something: on the content calendar until it is out, afterwards in what was sent to whom. */
export const contentSchema = z.strictObject({
  ...recordBase,
  title: nameSchema,
  kind: contentKindSchema,
  status: contentStatusSchema,
  /** The pain points and points of interest that it is for. */
  positionIds: z.array(recordIdSchema).max(100),
  productLines: z.array(nameSchema).max(100).optional(),
  topic: nameSchema.optional(),
  editions: z.array(contentEditionSchema).max(50),
  /** The day on the content calendar: planned until published, then the day it came out. */
  on: isoDateSchema.optional(),
  /** Given in exchange for an address. */
  leadMagnet: z.boolean().optional(),
  staffId: recordIdSchema.optional(),
  note: textSchema.optional(),
  retiredAt: epochMsSchema.optional(),
})
export type Content = z.infer<typeof contentSchema>

/** What is held out to a person so that they come onto a carrier of ours. */
export const offerSchema = z.strictObject({
  ...recordBase,
  name: nameSchema,
  nameKey: z.string().max(100).optional(),
  contentId: recordIdSchema.optional(),
  carrierId: recordIdSchema.optional(),
  /** What is said with it; becomes the wording of the consent. */
  wording: textSchema.optional(),
  retiredAt: epochMsSchema.optional(),
})
export type Offer = z.infer<typeof offerSchema>

export const ENGAGEMENT_KINDS = [
  'offered',
  'delivered',
  'opened',
  'clicked',
  'replied',
  'registered',
  'attended',
  'downloaded',
  'visited',
  'bounced',
] as const
export const engagementKindSchema = z.enum(ENGAGEMENT_KINDS)
export type EngagementKind = z.infer<typeof engagementKindSchema>

/** That a person took notice: of a piece, a letter, an offer. Comes by import, or from what was logged. */
export const engagementSchema = z.strictObject({
  ...recordBase,
  customerId: recordIdSchema,
  personId: recordIdSchema.optional(),
  kind: engagementKindSchema,
  at: epochMsSchema,
  /** Set instead of a clock time when the source only knew the day. */
  day: isoDateSchema.optional(),
  /** How often, where the source only gives a sum. */
  count: z.int().min(1).max(1_000_000).optional(),
  /** How long they stayed or watched. */
  minutes: z.int().min(0).max(100_000).optional(),
  contentId: recordIdSchema.optional(),
  offerId: recordIdSchema.optional(),
  carrierId: recordIdSchema.optional(),
  touchpointId: recordIdSchema.optional(),
  /** The letter or campaign, as the source names it. */
  campaign: nameSchema.optional(),
  sourceKey: z.string().max(300).optional(),
})
export type Engagement = z.infer<typeof engagementSchema>

/** A text to begin a message with. Shipped ones are keys; an edited one is a copy that names its key. */
export const templateSchema = z.strictObject({
  ...recordBase,
  name: nameSchema,
  /** The shipped template that this one stands before. */
  templateKey: z.string().max(100).optional(),
  variants: z
    .array(
      z.strictObject({
        language: languageSchema,
        /** For one way of writing; absent: for all. */
        carrier: handleKindSchema.optional(),
        subject: nameSchema.optional(),
        /** With merge fields `{{field|what stands where it is unknown}}`. */
        text: textSchema,
      }),
    )
    .min(1)
    .max(100),
  contentId: recordIdSchema.optional(),
  retiredAt: epochMsSchema.optional(),
})
export type Template = z.infer<typeof templateSchema>
