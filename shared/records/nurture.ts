import * as z from 'zod'
import { epochMsSchema, isoDateSchema, zoneNameSchema } from '../time/values'
import { nameSchema, recordBase, recordIdSchema, textSchema } from './record'

/** When a step falls due, counted from the enrolment's start. */
export const stepTimingSchema = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('days'), count: z.int().min(0).max(730) }),
  z.strictObject({ unit: z.literal('businessDays'), count: z.int().min(0).max(500) }),
  /** The first business day of every month after the step before it. */
  z.strictObject({ unit: z.literal('monthly') }),
])

export const planStepSchema = z.strictObject({
  /** Stable within the plan across versions: part of a touch's key. */
  key: z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/),
  titleKey: z.string().max(100).optional(),
  title: nameSchema.optional(),
  timing: stepTimingSchema,
  /** Value given or something asked: the give:ask guard counts these. */
  intent: z.enum(['value', 'ask', 'neutral']),
  /** The template's key while it is a shipped one. */
  templateKey: z.string().max(100).optional(),
  /** Only planned when something was promised at capture. */
  onlyIf: z.enum(['promised']).optional(),
})
export type PlanStep = z.infer<typeof planStepSchema>

/** One immutable version of a plan; an edit makes a new record with the next version. */
export const planSchema = z.strictObject({
  ...recordBase,
  planKey: z.string().max(100),
  version: z.int().min(1),
  nameKey: z.string().max(100).optional(),
  name: nameSchema.optional(),
  steps: z.array(planStepSchema).min(1).max(100),
})
export type Plan = z.infer<typeof planSchema>

/** A person on a plan. It pins the plan's version, so that an edited plan never moves a running one. */
export const enrolmentSchema = z.strictObject({
  ...recordBase,
  planId: recordIdSchema,
  customerId: recordIdSchema,
  personId: recordIdSchema.optional(),
  startsOn: isoDateSchema,
  /** The customer's zone when enrolled: touches fall in their office hours. */
  zone: zoneNameSchema.optional(),
  touchpointId: recordIdSchema.optional(),
  promiseId: recordIdSchema.optional(),
  pausedAt: epochMsSchema.optional(),
  pausedReason: z.enum(['reply', 'order', 'person']).optional(),
  endedAt: epochMsSchema.optional(),
})
export type Enrolment = z.infer<typeof enrolmentSchema>

/** What a person did about a planned touch. A planned touch itself is derived, never stored. */
export const touchSchema = z.strictObject({
  ...recordBase,
  enrolmentId: recordIdSchema,
  customerId: recordIdSchema,
  stepKey: z.string().max(40),
  occurrence: z.int().min(0).max(10_000),
  action: z.enum(['done', 'moved', 'skipped']),
  /** The new day of a moved touch, the day it was done for the others. */
  on: isoDateSchema,
  interactionId: recordIdSchema.optional(),
  reason: textSchema.optional(),
})
export type Touch = z.infer<typeof touchSchema>
