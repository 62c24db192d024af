import * as z from 'zod'
import { nameSchema, recordBase } from './record'

/** Something we sell, as it is named on quotes. */
export const productSchema = z.strictObject({
  ...recordBase,
  name: nameSchema,
  code: z.string().max(200).optional(),
  line: nameSchema.optional(),
})
export type Product = z.infer<typeof productSchema>
