import * as z from 'zod'
import { currencyCodeSchema, moneySchema } from '../money/values'
import { isoDateSchema } from '../time/values'
import { countrySchema, nameSchema, recordBase, recordIdSchema, textSchema } from './record'

export const COST_CATEGORIES = [
  'booth',
  'build',
  'travel',
  'lodging',
  'freight',
  'samples',
  'staffDays',
  'ads',
  'platformFee',
  'content',
  'tools',
  'other',
] as const
export const costCategorySchema = z.enum(COST_CATEGORIES)
export type CostCategory = z.infer<typeof costCategorySchema>

/** Days of our own people: how many, in whole or broken days, at what price a day. */
export const staffDaysSchema = z.strictObject({
  days: z.string().regex(/^\d{1,5}(\.\d{1,2})?$/),
  price: moneySchema,
})

/** Money that was spent, in the currency it was spent in. */
export const costSchema = z.strictObject({
  ...recordBase,
  touchpointId: recordIdSchema.optional(),
  channelId: recordIdSchema.optional(),
  category: costCategorySchema,
  /** Zero while nobody knows it yet: such a line is named in reports and counted in no figure. */
  amount: moneySchema,
  /** How the amount of our own days came about; the amount is what counts. */
  staffDays: staffDaysSchema.optional(),
  /** The day it was paid, or is due. */
  on: isoDateSchema,
  /**
   * The days it pays for, both ends included, such as a platform's year: the accrual view spreads it over them. Absent:
   * its own day, and for content the twelve months from there.
   */
  coversFrom: isoDateSchema.optional(),
  coversTo: isoDateSchema.optional(),
  /** The campaign of an ad network, as that network names it. */
  campaign: nameSchema.optional(),
  /** The piece that was paid for. */
  contentId: recordIdSchema.optional(),
  /** The market it was spent on. */
  country: countrySchema.optional(),
  /** Platform, account, campaign and day: reading the same period again replaces the line. */
  sourceKey: z.string().max(300).optional(),
  note: textSchema.optional(),
  attachmentIds: z.array(recordIdSchema).max(50).optional(),
})
export type Cost = z.infer<typeof costSchema>

/** One line of the notebook's own rate table: on that day, one unit of `from` cost `rate` of `to`. */
export const rateSchema = z.strictObject({
  ...recordBase,
  from: currencyCodeSchema,
  to: currencyCodeSchema,
  /** Decimal text: a rate is never a binary fraction. */
  rate: z.string().regex(/^\d{1,12}(\.\d{1,12})?$/),
  on: isoDateSchema,
})
export type Rate = z.infer<typeof rateSchema>
