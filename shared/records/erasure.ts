import * as z from 'zod'
import { epochMsSchema } from '../time/values'
import { recordBase } from './record'
import { sha256Schema } from './sha256'

/**
 * That somebody was erased on request. Holds keyed hashes of their addresses and ids, nothing that can be read: with
 * these an import or a restore knows whom it must not bring back.
 */
export const erasureSchema = z.strictObject({
  ...recordBase,
  at: epochMsSchema,
  /** The key of the hashes, lower-case hex. */
  salt: z.string().regex(/^[0-9a-f]{32,64}$/),
  hashes: z.array(sha256Schema).max(1_000),
  reason: z.enum(['request', 'retention', 'other']),
  /** How many records were blanked, by table. */
  counts: z.record(z.string().max(60), z.int().min(0)),
})
