import * as z from 'zod'
import { currencyCodeSchema } from '../money/values'
import { epochMsSchema, isoDateSchema } from '../time/values'
import { countrySchema, nameSchema, recordBase, recordIdSchema } from './record'

/** What holds for this notebook on whatever machine it is opened; language and theme belong to the device. */
export const settingsSchema = z.strictObject({
  ...recordBase,
  baseCurrency: currencyCodeSchema,
  homeCountry: countrySchema.optional(),
  /** What our letters are signed with, beside my name. */
  companyName: nameSchema.optional(),
  /** ISO weekdays, 1 Monday to 7 Sunday, on which we write to customers. */
  workingDays: z.array(z.int().min(1).max(7)).min(1).max(7),
  /** Price of one of our days at a fair, in minor units of the base currency. */
  staffDayMinor: z.int().min(0).optional(),
  /** Price of one hour of ours in minor units of the base currency: the full-cycle cost counts it. */
  hourMinor: z.int().min(0).optional(),
  /** How old a rate may be before it no longer answers; 31 days unless the person says otherwise. */
  rateMaxAgeDays: z.int().min(0).max(3650).optional(),
  /** Days on which our own house is closed, both ends included. */
  shutdowns: z
    .array(z.strictObject({ name: z.string().max(200), from: isoDateSchema, to: isoDateSchema }))
    .max(100)
    .optional(),
  /** Corrections of the holiday library: a made-up working day, a holiday that it does not know. */
  holidayOverrides: z
    .array(
      z.strictObject({
        country: countrySchema,
        on: isoDateSchema,
        kind: z.enum(['holiday', 'working']),
        name: z.string().max(200).optional(),
      }),
    )
    .max(2_000)
    .optional(),
  /** How many touches one of our days can bear. */
  dayCapacity: z.int().min(1).max(10_000).optional(),
  /** Two touches of one person, over all plans, stand at least this many days apart. */
  frequencyCapDays: z.int().min(0).max(365).optional(),
  /** How many gifts stand before one ask: 3 is the default. */
  giveAskRatio: z.int().min(1).max(20).optional(),
  /** Months without contact after which a customer is to be looked at again; 36 unless the person says otherwise. */
  retentionMonths: z.int().min(1).max(600).optional(),
  /** Warmth: half-life in days, and weights by `kind/direction`. */
  warmth: z
    .strictObject({
      halfLifeDays: z.int().min(1).max(3650),
      weights: z.record(z.string().max(60), z.number().min(-100).max(100)),
    })
    .optional(),
  /** The notebook's own fields. A retired one is shown no longer; its values stay. */
  customFields: z
    .array(
      z.strictObject({
        id: recordIdSchema,
        table: z.enum(['customers', 'people', 'products']),
        name: z.string().min(1).max(200),
        kind: z.enum(['text', 'number', 'date', 'choice', 'yesNo']),
        options: z.array(z.string().max(200)).max(100).optional(),
        /** Shown in the brief before somebody is written to. */
        inBrief: z.boolean().optional(),
        retiredAt: epochMsSchema.optional(),
      }),
    )
    .max(200)
    .optional(),
})
export type Settings = z.infer<typeof settingsSchema>

/** What holds until somebody says otherwise: the currency that most quotes of this trade are in, Monday to Friday. */
export const DEFAULT_SETTINGS = { baseCurrency: 'USD', workingDays: [1, 2, 3, 4, 5] } as const
