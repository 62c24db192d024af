import * as z from 'zod'
import { epochMsSchema } from '../time/values'
import { handleKindSchema } from './handle'
import { languageSchema, nameSchema, recordBase, recordIdSchema, textSchema } from './record'

export const CARRIER_KINDS = ['emailList', 'linkedin', 'community', 'site', 'other'] as const
export const carrierKindSchema = z.enum(CARRIER_KINDS)
export type CarrierKind = z.infer<typeof carrierKindSchema>

/** A place of our own where people are reached again without paying: the email list, a community, the site. */
export const carrierSchema = z.strictObject({
  ...recordBase,
  name: nameSchema,
  /** Set while the name is the shipped one. */
  nameKey: z.string().max(100).optional(),
  kind: carrierKindSchema,
  /** The addresses by which its members are reached: a consent for these speaks of this carrier. */
  handleKind: handleKindSchema.optional(),
  /** The one that is tended first, and the one beside it. At most one of each. */
  rank: z.enum(['main', 'second']).optional(),
  region: nameSchema.optional(),
  language: languageSchema.optional(),
  url: z.string().max(2000).optional(),
  note: textSchema.optional(),
  retiredAt: epochMsSchema.optional(),
})
export type Carrier = z.infer<typeof carrierSchema>

/** That a person came onto a carrier of ours, and perhaps left it. Whoever joins again gets a new record. */
export const membershipSchema = z.strictObject({
  ...recordBase,
  carrierId: recordIdSchema,
  customerId: recordIdSchema,
  personId: recordIdSchema.optional(),
  joinedAt: epochMsSchema,
  leftAt: epochMsSchema.optional(),
  leftReason: z.enum(['unsubscribed', 'bounced', 'removed', 'person']).optional(),
  /** What brought them: the two together are what drainage is measured by. */
  touchpointId: recordIdSchema.optional(),
  offerId: recordIdSchema.optional(),
  consentId: recordIdSchema.optional(),
  sourceKey: z.string().max(300).optional(),
})
export type Membership = z.infer<typeof membershipSchema>
