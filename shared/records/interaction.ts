import * as z from 'zod'
import { epochMsSchema, isoDateSchema, zoneNameSchema } from '../time/values'
import { gradeSchema } from './customer'
import { handleKindSchema } from './handle'
import { nameSchema, recordBase, recordIdSchema, textSchema } from './record'

export const INTERACTION_KINDS = [
  'met',
  'enquiry',
  'message',
  'call',
  'visit',
  'note',
  'value',
  'ask',
  'complaint',
  'connected',
  'payment',
  /** Something we heard of them: a new job, a milestone, an opening. */
  'news',
] as const
export const interactionKindSchema = z.enum(INTERACTION_KINDS)
export type InteractionKind = z.infer<typeof interactionKindSchema>

/** The question's key while it is the shipped one, its text once edited; likewise the answer. */
export const answerSchema = z.strictObject({
  question: z.string().max(500),
  value: z.string().max(2000),
})
export type Answer = z.infer<typeof answerSchema>

/** Something that happened between us and a customer. Only this counts as contact; a ticked task does not. */
export const interactionSchema = z.strictObject({
  ...recordBase,
  customerId: recordIdSchema,
  personIds: z.array(recordIdSchema).max(50),
  kind: interactionKindSchema,
  /** Who spoke: `in` the customer, `out` we, `both` a conversation. */
  direction: z.enum(['in', 'out', 'both']),
  at: epochMsSchema,
  /** Set instead of a clock time when the source only knew the day. */
  day: isoDateSchema.optional(),
  zone: zoneNameSchema.optional(),
  carrier: handleKindSchema.optional(),
  touchpointId: recordIdSchema.optional(),
  staffId: recordIdSchema.optional(),
  /** The channel it came through where no touchpoint is known. */
  channelId: recordIdSchema.optional(),
  /** Of a letter or an enquiry. */
  subject: nameSchema.optional(),
  /** How long it took us: hours of the full-cycle cost. */
  minutes: z.int().min(0).max(100_000).optional(),
  /** The piece that was given, and the offer that was made. */
  contentId: recordIdSchema.optional(),
  offerId: recordIdSchema.optional(),
  /** Verbatim, inline marks included. */
  text: textSchema.optional(),
  /** Hidden while the privacy key is on. */
  private: z.boolean().optional(),
  answers: z.array(answerSchema).max(100).optional(),
  grade: gradeSchema.optional(),
  productIds: z.array(recordIdSchema).max(100).optional(),
  attachmentIds: z.array(recordIdSchema).max(50).optional(),
  /** The planned touch that this was, `enrolment/step/occurrence`. */
  touchKey: z.string().max(200).optional(),
  /** Identifies the row of an outside source, so that reading it again adds nothing. */
  sourceKey: z.string().max(200).optional(),
})
export type Interaction = z.infer<typeof interactionSchema>
