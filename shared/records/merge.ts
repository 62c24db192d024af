import * as z from 'zod'
import { epochMsSchema } from '../time/values'
import { customerSchema } from './customer'
import { personSchema } from './person'
import { type Json, recordBase, recordIdSchema } from './record'

/** More records than this on one page is no customer; the merge is refused rather than cut. */
export const MERGE_MAX_RECORDS = 20_000

const jsonSchema: z.ZodType<Json> = z.json()

/**
 * Some fields of a record before and after the merge. A field that was absent stands in neither, so `fields` names
 * them all.
 */
const fieldsSchema = z.strictObject({
  fields: z.array(z.string().max(60)).max(60),
  was: z.record(z.string().max(60), jsonSchema),
  became: z.record(z.string().max(60), jsonSchema),
})

/** A record that stayed, and what the merge changed in it. */
export const mergeTouchSchema = z.strictObject({
  table: z.string().max(40),
  id: recordIdSchema,
  ...fieldsSchema.shape,
})
export type MergeTouch = z.infer<typeof mergeTouchSchema>

/** Two people of the merged pages who are one: what the winner's record took over, and the loser's as it was. */
export const mergedPersonSchema = z.strictObject({
  winnerId: recordIdSchema,
  loser: personSchema,
  ...fieldsSchema.shape,
})
export type MergedPerson = z.infer<typeof mergedPersonSchema>

/**
 * One customer's page merged into another's, with everything that is needed to take them apart again at any later
 * time: the loser as it was, what the winner's fields were, and every record that changed hands.
 */
export const mergeSchema = z.strictObject({
  ...recordBase,
  winnerId: recordIdSchema,
  loserId: recordIdSchema,
  loser: customerSchema,
  ...fieldsSchema.shape,
  people: z.array(mergedPersonSchema).max(200),
  touched: z.array(mergeTouchSchema).max(MERGE_MAX_RECORDS),
  /** Set once the two were taken apart again. */
  unmergedAt: epochMsSchema.optional(),
})
export type Merge = z.infer<typeof mergeSchema>
