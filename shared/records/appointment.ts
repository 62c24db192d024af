import * as z from 'zod'
import { epochMsSchema, zoneNameSchema } from '../time/values'
import { nameSchema, recordBase, recordIdSchema, textSchema } from './record'

/** A time that was agreed: a review, a visit, a call. */
export const appointmentSchema = z.strictObject({
  ...recordBase,
  customerId: recordIdSchema.optional(),
  personId: recordIdSchema.optional(),
  kind: z.enum(['review', 'call', 'visit', 'fair', 'other']),
  title: nameSchema,
  startsAt: epochMsSchema,
  minutes: z.int().min(1).max(100_000).optional(),
  /** The zone in which the hour was agreed. */
  zone: zoneNameSchema.optional(),
  place: nameSchema.optional(),
  note: textSchema.optional(),
  touchpointId: recordIdSchema.optional(),
  /** What became of it: the talk that was logged. */
  interactionId: recordIdSchema.optional(),
  doneAt: epochMsSchema.optional(),
})
export type Appointment = z.infer<typeof appointmentSchema>
