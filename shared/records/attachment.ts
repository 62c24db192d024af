import * as z from 'zod'
import { recordBase, recordIdSchema } from './record'
import { sha256Schema } from './sha256'

/** A file that belongs to a record. The bytes lie beside the journal under their hash, never in a record. */
export const attachmentSchema = z.strictObject({
  ...recordBase,
  /** SHA-256 of the bytes, lower-case hex. */
  hash: sha256Schema,
  mediaType: z.string().max(200),
  sizeBytes: z.int().min(0),
  fileName: z.string().max(500).optional(),
  purpose: z.enum(['card', 'photo', 'receipt', 'document', 'content']),
  customerId: recordIdSchema.optional(),
})
export type Attachment = z.infer<typeof attachmentSchema>
