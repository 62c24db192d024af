import * as z from 'zod'
import { recordBase, recordIdSchema } from './record'

const countSchema = z.int().min(0)

/**
 * That something left the notebook as a file: what, when (`createdAt`), by whom, how much. Counts only, no name of a
 * file or a customer: the log must not become a second copy of what it watches over.
 */
export const exportRunSchema = z.strictObject({
  ...recordBase,
  /** A subject and a form of `shared/exporting`. */
  subject: z.string().max(40),
  format: z.string().max(40),
  /** The table of a file that holds only one. */
  table: z.string().max(40).optional(),
  /** Whether it was all customers or those that were listed. */
  scope: z.enum(['all', 'listed']),
  /** Personal fields were written as SHA-256. */
  hashed: z.boolean().optional(),
  counts: z.strictObject({
    rows: countSchema,
    withEmail: countSchema,
    withPhone: countSchema,
    photos: countSchema,
    leftOut: countSchema,
  }),
  /** Who of us; absent while nobody has said who they are. */
  staffId: recordIdSchema.optional(),
})
export type ExportRun = z.infer<typeof exportRunSchema>
