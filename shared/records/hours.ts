import * as z from 'zod'
import { isoDateSchema } from '../time/values'
import { recordBase, recordIdSchema, textSchema } from './record'

export const HOUR_KINDS = [
  'enquiry',
  'quote',
  'sample',
  'order',
  'fair',
  'content',
  'travel',
  'other',
] as const
export const hourKindSchema = z.enum(HOUR_KINDS)

/** Time of ours that no talk stands for: the full-cycle cost counts it beside the minutes of interactions. */
export const hoursSchema = z.strictObject({
  ...recordBase,
  on: isoDateSchema,
  minutes: z.int().min(1).max(100_000),
  kind: hourKindSchema,
  staffId: recordIdSchema.optional(),
  customerId: recordIdSchema.optional(),
  touchpointId: recordIdSchema.optional(),
  channelId: recordIdSchema.optional(),
  note: textSchema.optional(),
})
export type Hours = z.infer<typeof hoursSchema>
