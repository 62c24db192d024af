import * as z from 'zod'
import { epochMsSchema, isoDateSchema } from '../time/values'
import { recordBase, recordIdSchema, textSchema } from './record'

/** A promise between a customer and us, due on a calendar day (not an instant). */
export const promiseSchema = z.strictObject({
  ...recordBase,
  customerId: recordIdSchema,
  personId: recordIdSchema.optional(),
  by: z.enum(['us', 'them']),
  text: textSchema,
  dueOn: isoDateSchema,
  /** Set once when kept; absent while open. */
  doneAt: epochMsSchema.optional(),
  interactionId: recordIdSchema.optional(),
})
export type PromiseRecord = z.infer<typeof promiseSchema>
