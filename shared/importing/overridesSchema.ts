import * as z from 'zod'
import { currencyCodeSchema } from '../money/values'
import { countrySchema } from '../records/record'
import { settingsSchema } from '../records/settings'
import { isoDateSchema } from '../time/values'
import { FORMAT_IDS } from './formats'
import type { ImportOverrides } from './reading'
import { TABLE_KINDS } from './tableKind'
import { isTarget } from './targets'

const rowSchema = z.int().min(0).max(1_000_000)

/** The shape of a person's corrections, for what comes from the window. */
export const importOverridesSchema = z.strictObject({
  encoding: z.string().max(40).optional(),
  delimiter: z.string().length(1).nullable().optional(),
  sheet: z.string().max(500).optional(),
  headerRow: rowSchema.nullable().optional(),
  format: z.enum(FORMAT_IDS).optional(),
  kind: z.enum(TABLE_KINDS).optional(),
  columns: z.record(z.string().regex(/^\d{1,5}$/), z.string().refine(isTarget)).optional(),
  own: settingsSchema.shape.customFields,
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).optional(),
  decimalMark: z.enum(['.', ',']).optional(),
  currency: currencyCodeSchema.optional(),
  period: z.strictObject({ from: isoDateSchema, to: isoDateSchema }).optional(),
  country: countrySchema.optional(),
  self: z.string().max(500).optional(),
  repairMojibake: z.boolean().optional(),
}) as unknown as z.ZodType<ImportOverrides>
