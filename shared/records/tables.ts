import type * as z from 'zod'
import { attachmentSchema } from './attachment'
import { consentSchema } from './consent'
import { costSchema, rateSchema } from './cost'
import { customerSchema } from './customer'
import { distinctionSchema } from './distinction'
import { exportRunSchema } from './exportRun'
import { factSchema } from './fact'
import { importRunSchema } from './importRun'
import { interactionSchema } from './interaction'
import { mergeSchema } from './merge'
import { enrolmentSchema, planSchema, touchSchema } from './nurture'
import { personSchema } from './person'
import { productSchema } from './product'
import { promiseSchema } from './promise'
import { relationSchema } from './relation'
import { settingsSchema } from './settings'
import { stageMoveSchema } from './stageMove'
import { channelSchema, staffSchema, touchpointSchema } from './touchpoint'
import { orderSchema, quoteSchema, sampleSchema } from './trade'

/** Every domain table and the shape of its records. Database, snapshot and validation all read this map. */
export const tableSchemas = {
  attachments: attachmentSchema,
  channels: channelSchema,
  consents: consentSchema,
  costs: costSchema,
  customers: customerSchema,
  distinctions: distinctionSchema,
  enrolments: enrolmentSchema,
  exports: exportRunSchema,
  facts: factSchema,
  imports: importRunSchema,
  interactions: interactionSchema,
  merges: mergeSchema,
  orders: orderSchema,
  people: personSchema,
  plans: planSchema,
  products: productSchema,
  promises: promiseSchema,
  quotes: quoteSchema,
  rates: rateSchema,
  relations: relationSchema,
  samples: sampleSchema,
  settings: settingsSchema,
  staff: staffSchema,
  stageMoves: stageMoveSchema,
  touches: touchSchema,
  touchpoints: touchpointSchema,
} as const

export type TableName = keyof typeof tableSchemas

/** The record type of a table. */
export type RecordOf<T extends TableName> = z.infer<(typeof tableSchemas)[T]>

/** All table names in a fixed order: the order of a snapshot's lines. */
export const TABLE_NAMES = Object.keys(tableSchemas).sort() as TableName[]

/** Whether a string names a table; keeps `__proto__` and its kin out of every lookup. */
export function isTableName(name: string): name is TableName {
  return Object.hasOwn(tableSchemas, name)
}
