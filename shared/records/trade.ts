import * as z from 'zod'
import { currencyCodeSchema, moneySchema, unitPriceSchema } from '../money/values'
import { isoDateSchema } from '../time/values'
import { nameSchema, recordBase, recordIdSchema, textSchema } from './record'

/** A line of a quote or an order. */
export const tradeLineSchema = z.strictObject({
  productId: recordIdSchema.optional(),
  description: nameSchema,
  /** Whole or broken units, as a decimal string so that 1.5 t stays 1.5 t. */
  quantity: z.string().regex(/^\d{1,12}(\.\d{1,6})?$/),
  unit: z.string().max(50).optional(),
  unitPrice: unitPriceSchema,
  /** What one unit costs us, where it is known: margins need it. */
  unitCost: unitPriceSchema.optional(),
})
export type TradeLine = z.infer<typeof tradeLineSchema>

/** The rate into the base currency that a document was made with: one unit of `from` costs `rate` of `to`. */
export const pinnedRateSchema = z.strictObject({
  from: currencyCodeSchema,
  to: currencyCodeSchema,
  rate: z.string().regex(/^\d{1,12}(\.\d{1,12})?$/),
  on: isoDateSchema,
})

const tradeFields = {
  customerId: recordIdSchema,
  personId: recordIdSchema.optional(),
  number: z.string().max(200).optional(),
  on: isoDateSchema,
  currency: currencyCodeSchema,
  lines: z.array(tradeLineSchema).max(500),
  /** The document's total as agreed; where lines exist it is their sum unless discount or freight says otherwise. */
  total: moneySchema,
  incoterm: z.string().max(20).optional(),
  place: nameSchema.optional(),
  paymentTerms: textSchema.optional(),
  leadTimeDays: z.int().min(0).max(3650).optional(),
  rate: pinnedRateSchema.optional(),
  touchpointId: recordIdSchema.optional(),
  /** The channel it came through where no touchpoint is known. */
  channelId: recordIdSchema.optional(),
  staffId: recordIdSchema.optional(),
  /** Platform and number: a second export of the same source updates it. */
  sourceKey: z.string().max(300).optional(),
  note: textSchema.optional(),
}

/** A price that we offered. */
export const quoteSchema = z.strictObject({
  ...recordBase,
  ...tradeFields,
  validUntil: isoDateSchema.optional(),
  moq: z.string().max(200).optional(),
  status: z.enum(['open', 'accepted', 'declined', 'expired']),
})
export type Quote = z.infer<typeof quoteSchema>

export const MILESTONE_KINDS = ['deposit', 'produced', 'inspected', 'shipped', 'arrived', 'balance'] as const

/** An order that was placed, with the steps until it is paid. */
export const orderSchema = z.strictObject({
  ...recordBase,
  ...tradeFields,
  quoteId: recordIdSchema.optional(),
  status: z.enum(['open', 'closed', 'cancelled']),
  /** What the whole order cost us, where the lines do not say. */
  costOfGoods: moneySchema.optional(),
  /** The touch that it followed, for what tending is worth: content, a letter. */
  contentId: recordIdSchema.optional(),
  milestones: z
    .array(
      z.strictObject({
        kind: z.enum(MILESTONE_KINDS),
        dueOn: isoDateSchema.optional(),
        doneOn: isoDateSchema.optional(),
      }),
    )
    .max(20),
})
export type Order = z.infer<typeof orderSchema>

/** A sample that went out, and what became of it. */
export const sampleSchema = z.strictObject({
  ...recordBase,
  customerId: recordIdSchema,
  personId: recordIdSchema.optional(),
  on: isoDateSchema,
  what: textSchema,
  /** The products it was of, where they are in the notebook's list. */
  productIds: z.array(recordIdSchema).max(100).optional(),
  courier: z.string().max(200).optional(),
  trackingNumber: z.string().max(200).optional(),
  outcome: textSchema.optional(),
  outcomeOn: isoDateSchema.optional(),
})
export type Sample = z.infer<typeof sampleSchema>
