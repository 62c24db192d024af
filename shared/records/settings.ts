import * as z from 'zod'
import { currencyCodeSchema } from '../money/values'
import { countrySchema, nameSchema, recordBase } from './record'

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
})
export type Settings = z.infer<typeof settingsSchema>

/** What holds until somebody says otherwise: the currency that most quotes of this trade are in, Monday to Friday. */
export const DEFAULT_SETTINGS = { baseCurrency: 'USD', workingDays: [1, 2, 3, 4, 5] } as const
