import * as z from 'zod'
import { recordBase, recordIdSchema } from './record'
import { sha256Schema } from './sha256'

/** What one import did, so that it can be named, listed and undone. */
export const importRunSchema = z.strictObject({
  ...recordBase,
  fileName: z.string().max(500),
  format: z.string().max(100),
  /** SHA-256 of the file, lower-case hex: the same file again is recognised. */
  fileHash: sha256Schema,
  counts: z.strictObject({
    created: z.int().min(0),
    updated: z.int().min(0),
    same: z.int().min(0),
    duplicate: z.int().min(0),
    rejected: z.int().min(0),
  }),
  /** The touchpoint or channel that the person named as its source. */
  touchpointId: recordIdSchema.optional(),
  channelId: recordIdSchema.optional(),
})
