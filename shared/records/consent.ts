import * as z from 'zod'
import { epochMsSchema } from '../time/values'
import { handleKindSchema } from './handle'
import { languageSchema, recordBase, recordIdSchema, textSchema } from './record'

/** A person's yes or no to being written to over one carrier; a no is a newer record, never an edit. */
export const consentSchema = z.strictObject({
  ...recordBase,
  customerId: recordIdSchema,
  personId: recordIdSchema.optional(),
  carrier: handleKindSchema,
  /** The address it was given for, normalised; absent when it covers the carrier. */
  address: z.string().max(1000).optional(),
  purpose: z.enum(['followUp', 'newsletter']),
  state: z.enum(['given', 'withdrawn']),
  at: epochMsSchema,
  /** Exactly what was said or shown, since a translation may change later. */
  wording: textSchema,
  wordingVersion: z.string().max(50).optional(),
  wordingLanguage: languageSchema.optional(),
  touchpointId: recordIdSchema.optional(),
  staffId: recordIdSchema.optional(),
  /** The offer in exchange for which it was given. */
  offerId: recordIdSchema.optional(),
  /** A signed card or a screenshot of the form. */
  attachmentIds: z.array(recordIdSchema).max(20).optional(),
})
export type Consent = z.infer<typeof consentSchema>
