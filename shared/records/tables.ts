import type * as z from 'zod'
import { appointmentSchema } from './appointment'
import { attachmentSchema } from './attachment'
import { carrierSchema, membershipSchema } from './carrier'
import { consentSchema } from './consent'
import { contentSchema, engagementSchema, offerSchema, positionSchema, templateSchema } from './content'
import { costSchema, rateSchema } from './cost'
import { customerSchema } from './customer'
import { distinctionSchema } from './distinction'
import { erasureSchema } from './erasure'
import { exportRunSchema } from './exportRun'
import { factSchema } from './fact'
import { hoursSchema } from './hours'
import { importMappingSchema } from './importMapping'
import { importRunSchema } from './importRun'
import { interactionSchema } from './interaction'
import { mergeSchema } from './merge'
import { enrolmentSchema, planSchema, touchSchema } from './nurture'
import { paymentSchema } from './payment'
import { personSchema } from './person'
import { productSchema } from './product'
import { promiseSchema } from './promise'
import { relationSchema } from './relation'
import { savedReportSchema } from './savedReport'
import { segmentSchema, segmentSnapshotSchema } from './segment'
import { settingsSchema } from './settings'
import { stageMoveSchema } from './stageMove'
import { channelSchema, staffSchema, touchpointSchema } from './touchpoint'
import { orderSchema, quoteSchema, sampleSchema } from './trade'
import { trafficSchema } from './traffic'

/** Every domain table and the shape of its records. Database, snapshot and validation all read this map. */
export const tableSchemas = {
  appointments: appointmentSchema,
  attachments: attachmentSchema,
  carriers: carrierSchema,
  channels: channelSchema,
  consents: consentSchema,
  content: contentSchema,
  costs: costSchema,
  customers: customerSchema,
  distinctions: distinctionSchema,
  engagements: engagementSchema,
  enrolments: enrolmentSchema,
  erasures: erasureSchema,
  exports: exportRunSchema,
  facts: factSchema,
  hours: hoursSchema,
  importMappings: importMappingSchema,
  imports: importRunSchema,
  interactions: interactionSchema,
  memberships: membershipSchema,
  merges: mergeSchema,
  offers: offerSchema,
  orders: orderSchema,
  payments: paymentSchema,
  people: personSchema,
  plans: planSchema,
  positions: positionSchema,
  products: productSchema,
  promises: promiseSchema,
  quotes: quoteSchema,
  rates: rateSchema,
  relations: relationSchema,
  reports: savedReportSchema,
  samples: sampleSchema,
  segments: segmentSchema,
  segmentSnapshots: segmentSnapshotSchema,
  settings: settingsSchema,
  staff: staffSchema,
  stageMoves: stageMoveSchema,
  templates: templateSchema,
  touches: touchSchema,
  touchpoints: touchpointSchema,
  traffic: trafficSchema,
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
