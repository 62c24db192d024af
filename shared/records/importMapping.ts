import * as z from 'zod'
import { epochMsSchema } from '../time/values'
import { nameSchema, recordBase, recordIdSchema } from './record'

export const OVERWRITE_RULES = ['fillEmpty', 'overwrite', 'append', 'newest', 'skip'] as const
export const overwriteRuleSchema = z.enum(OVERWRITE_RULES)

/** How a file with these headings was read the last time: the next one is read the same way, and says so. */
export const importMappingSchema = z.strictObject({
  ...recordBase,
  /** SHA-1 over the sorted, normalised headings, lower-case hex. */
  fingerprint: z.string().regex(/^[0-9a-f]{40}$/),
  name: nameSchema.optional(),
  format: z.string().max(100),
  /** Target by normalised heading: columns may have changed places since. */
  columns: z.record(z.string().max(1000), z.string().max(200)),
  /** What happens where both sides hold something, by target. */
  rules: z.record(z.string().max(200), overwriteRuleSchema).optional(),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).optional(),
  decimalMark: z.enum(['.', ',']).optional(),
  touchpointId: recordIdSchema.optional(),
  channelId: recordIdSchema.optional(),
  usedAt: epochMsSchema,
})
export type ImportMapping = z.infer<typeof importMappingSchema>
