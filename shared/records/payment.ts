import * as z from 'zod'
import { moneySchema } from '../money/values'
import { isoDateSchema } from '../time/values'
import { recordBase, recordIdSchema, textSchema } from './record'

/** Money that came in from a customer, or went back to one. */
export const paymentSchema = z.strictObject({
  ...recordBase,
  customerId: recordIdSchema,
  orderId: recordIdSchema.optional(),
  on: isoDateSchema,
  /** Never negative: a refund says so by its kind. */
  amount: moneySchema,
  kind: z.enum(['deposit', 'balance', 'other', 'refund']),
  reference: z.string().max(300).optional(),
  sourceKey: z.string().max(300).optional(),
  note: textSchema.optional(),
})
export type Payment = z.infer<typeof paymentSchema>
