import * as z from 'zod'
import { recordBase, recordIdSchema, textSchema } from './record'

export const RELATION_KINDS = ['parent', 'agent', 'endBuyer', 'movedTo', 'referredBy'] as const

/** A directed tie between two customers: `fromId` has `kind` `toId` ("A was referred by B"). */
export const relationSchema = z.strictObject({
  ...recordBase,
  fromId: recordIdSchema,
  toId: recordIdSchema,
  kind: z.enum(RELATION_KINDS),
  note: textSchema.optional(),
})
export type Relation = z.infer<typeof relationSchema>
