import * as z from 'zod'
import { currencyCodeSchema, moneySchema } from '../money/values'
import { isoDateSchema, zoneNameSchema } from '../time/values'
import { countrySchema, nameSchema, recordBase, recordIdSchema } from './record'

export const CHANNEL_KINDS = [
  'fair',
  'platform',
  'ads',
  'social',
  'site',
  'email',
  'referral',
  'outreach',
  'other',
] as const
export const channelKindSchema = z.enum(CHANNEL_KINDS)
export type ChannelKind = z.infer<typeof channelKindSchema>

/** A source of attention: rented ones end when the fee stops, owned ones stay. */
export const channelSchema = z.strictObject({
  ...recordBase,
  name: nameSchema,
  /** Set while the name is the shipped one; the interface then shows its translation. */
  nameKey: z.string().max(100).optional(),
  ownership: z.enum(['rented', 'owned']),
  kind: channelKindSchema.optional(),
})
export type Channel = z.infer<typeof channelSchema>

/** One question that a fair's form asks, answered with one key. */
export const qualifierSchema = z.strictObject({
  /** Shipped questions are keys until edited, then copies. */
  key: z.string().max(100),
  label: z.string().max(200).optional(),
  options: z
    .array(z.strictObject({ key: z.string().max(100), label: z.string().max(200).optional() }))
    .min(2)
    .max(9),
})
export type Qualifier = z.infer<typeof qualifierSchema>

/** Where and when a relationship was touched: one edition of a fair, one campaign, one page. */
export const touchpointSchema = z.strictObject({
  ...recordBase,
  kind: z.enum(['fair', 'campaign', 'page', 'platform', 'other']),
  channelId: recordIdSchema.optional(),
  /** Editions of one fair share a series, so that they can be compared. */
  series: nameSchema.optional(),
  name: nameSchema,
  city: nameSchema.optional(),
  country: countrySchema.optional(),
  /** The fair's own clock: its days begin there, whatever the laptop thinks. */
  zone: zoneNameSchema.optional(),
  startsOn: isoDateSchema.optional(),
  endsOn: isoDateSchema.optional(),
  halls: z.array(z.string().max(100)).max(50).optional(),
  booth: z.string().max(100).optional(),
  staffIds: z.array(recordIdSchema).max(100).optional(),
  currency: currencyCodeSchema.optional(),
  qualifiers: z.array(qualifierSchema).max(9).optional(),
  /** The offers that are made here, in the order of their keys in the capture form. */
  offerIds: z.array(recordIdSchema).max(9).optional(),
  budget: moneySchema.optional(),
  /** Names it in another system (account and campaign of an ad network), so that reading again finds it. */
  externalKey: z.string().max(300).optional(),
  /** For a page or an article: the piece it shows. */
  contentId: recordIdSchema.optional(),
})
export type Touchpoint = z.infer<typeof touchpointSchema>

/** One of us: me, or somebody at the booth. */
export const staffSchema = z.strictObject({ ...recordBase, name: nameSchema, me: z.boolean().optional() })
export type Staff = z.infer<typeof staffSchema>
