import * as z from 'zod'
import { isoDateSchema } from '../time/values'
import { recordBase, recordIdSchema, textSchema } from './record'

export const FACT_KINDS = ['likes', 'pain', 'terms', 'taboo', 'papers', 'gift', 'personal', 'other'] as const
export const factKindSchema = z.enum(FACT_KINDS)
export type FactKind = z.infer<typeof factKindSchema>

/** One short line that a good salesperson would keep in the notebook, with when and where it was learnt. */
export const factSchema = z.strictObject({
  ...recordBase,
  customerId: recordIdSchema,
  personId: recordIdSchema.optional(),
  kind: factKindSchema,
  text: textSchema,
  learntOn: isoDateSchema,
  /** "fair", "call", a document's number: in the writer's own words. */
  source: z.string().max(500).optional(),
  interactionId: recordIdSchema.optional(),
  private: z.boolean().optional(),
  /** The pain point or point of interest that this is an instance of. */
  positionId: recordIdSchema.optional(),
})
export type Fact = z.infer<typeof factSchema>
