import * as z from 'zod'
import { epochMsSchema } from '../time/values'
import { stageSchema } from './customer'
import { recordBase, recordIdSchema, textSchema } from './record'

/** One step of a customer's stage history; funnels are read from these, never from the current stage. */
export const stageMoveSchema = z.strictObject({
  ...recordBase,
  customerId: recordIdSchema,
  from: stageSchema.optional(),
  to: stageSchema,
  at: epochMsSchema,
  reason: textSchema.optional(),
})
export type StageMove = z.infer<typeof stageMoveSchema>
