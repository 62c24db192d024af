import * as z from 'zod'
import { unitPriceSchema } from '../money/values'
import { isoDateSchema } from '../time/values'
import { nameSchema, recordBase, recordIdSchema } from './record'

/** Something we sell, as it is named on quotes. */
export const productSchema = z.strictObject({
  ...recordBase,
  name: nameSchema,
  code: z.string().max(200).optional(),
  line: nameSchema.optional(),
  unit: z.string().max(50).optional(),
  /** The list price and what a unit costs us. */
  price: unitPriceSchema.optional(),
  unitCost: unitPriceSchema.optional(),
  moq: z.string().max(200).optional(),
  attachmentIds: z.array(recordIdSchema).max(50).optional(),
  /** No longer sold; kept for what was quoted and ordered. */
  retiredOn: isoDateSchema.optional(),
})
export type Product = z.infer<typeof productSchema>
