import * as z from 'zod'
import { recordBase, recordIdSchema } from './record'

/**
 * Somebody looked at two customers and said that they are not the same: nobody is asked again. The order of the two
 * means nothing.
 */
export const distinctionSchema = z.strictObject({
  ...recordBase,
  aId: recordIdSchema,
  bId: recordIdSchema,
})
