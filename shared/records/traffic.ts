import * as z from 'zod'
import { moneySchema } from '../money/values'
import { isoDateSchema } from '../time/values'
import { nameSchema, recordBase, recordIdSchema } from './record'

const countSchema = z.int().min(0)

/** What a site, a platform or an ad network counted over some days; never summed over overlapping periods. */
export const trafficSchema = z.strictObject({
  ...recordBase,
  channelId: recordIdSchema.optional(),
  touchpointId: recordIdSchema.optional(),
  contentId: recordIdSchema.optional(),
  productId: recordIdSchema.optional(),
  /** As the source names it: a channel group, a campaign, a product's name, a search term. */
  what: nameSchema,
  from: isoDateSchema,
  to: isoDateSchema,
  impressions: countSchema.optional(),
  clicks: countSchema.optional(),
  visits: countSchema.optional(),
  visitors: countSchema.optional(),
  engagedVisits: countSchema.optional(),
  /** Whatever the source calls a success: key events, conversions, opportunities. */
  conversions: z.number().min(0).optional(),
  enquiries: countSchema.optional(),
  orders: countSchema.optional(),
  revenue: moneySchema.optional(),
  /** Who visits: strangers, followers or buyers. */
  kind: z.enum(['public', 'follower', 'member']).optional(),
  /** Source, account, subject and period: reading it again replaces the line. */
  sourceKey: z.string().max(300),
})
export type Traffic = z.infer<typeof trafficSchema>
