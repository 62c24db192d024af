import * as z from 'zod'
import { epochMsSchema, isoDateSchema, zoneNameSchema } from '../time/values'
import { stageSchema } from './customer'
import { factKindSchema } from './fact'
import { handleKindSchema } from './handle'
import { nameSchema, recordBase, recordIdSchema, textSchema } from './record'

/** When a step falls due, counted from the enrolment's start. */
export const stepTimingSchema = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('days'), count: z.int().min(0).max(730) }),
  z.strictObject({ unit: z.literal('businessDays'), count: z.int().min(0).max(500) }),
  /** Once, on the first business day of the month after the step before it. */
  z.strictObject({ unit: z.literal('nextMonth') }),
  /** The first business day of every month after the step before it. */
  z.strictObject({ unit: z.literal('monthly') }),
  /** Once in each quarter, counted from the step before it. */
  z.strictObject({ unit: z.literal('quarterly') }),
  /** Every year, so many days before (negative) or after a day of the calendar: season's notices. */
  z.strictObject({
    unit: z.literal('yearly'),
    anchor: z.enum(['newYear', 'chineseNewYear', 'shutdown', 'nationalDay']),
    offsetDays: z.int().min(-180).max(180),
  }),
])

/** What must be so on the day of a step. Counted from the enrolment's start unless it says otherwise. */
export const stepConditionSchema = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('reply'), is: z.boolean() }),
  z.strictObject({ on: z.literal('order'), is: z.boolean() }),
  z.strictObject({ on: z.literal('opened'), is: z.boolean(), contentId: recordIdSchema.optional() }),
  z.strictObject({
    on: z.literal('warmth'),
    min: z.int().min(0).max(100).optional(),
    max: z.int().min(0).max(100).optional(),
  }),
  z.strictObject({ on: z.literal('stage'), stages: z.array(stageSchema).min(1).max(10) }),
  z.strictObject({ on: z.literal('fact'), kind: factKindSchema, is: z.boolean() }),
])
export type StepCondition = z.infer<typeof stepConditionSchema>

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
  /** The way to write, and those that may stand in for it, in order; absent: what the person is reached by. */
  carriers: z.array(handleKindSchema).max(12).optional(),
  contentId: recordIdSchema.optional(),
  /** A template of the notebook's own; where set it stands before `templateKey`. */
  templateId: recordIdSchema.optional(),
  /** Who of us writes. */
  staffId: recordIdSchema.optional(),
  /** All must hold on the day; otherwise the step is passed over, and says why. */
  conditions: z.array(stepConditionSchema).max(20).optional(),
})
export type PlanStep = z.infer<typeof planStepSchema>

export const PLAN_EVENTS = ['reply', 'order', 'optOut', 'complaint', 'lost'] as const
export const planEventSchema = z.enum(PLAN_EVENTS)
export type PlanEvent = z.infer<typeof planEventSchema>

/** One immutable version of a plan; an edit makes a new record with the next version. */
export const planSchema = z.strictObject({
  ...recordBase,
  planKey: z.string().max(100),
  version: z.int().min(1),
  nameKey: z.string().max(100).optional(),
  name: nameSchema.optional(),
  steps: z.array(planStepSchema).min(1).max(100),
  /** What the plan is for: reached, it ends. */
  goal: z.enum(['reply', 'order', 'sample', 'joined', 'referral']).optional(),
  /** What holds a running plan up, and what ends it. Absent: a reply or an order pauses, a no ends. */
  pauseOn: z.array(planEventSchema).max(10).optional(),
  stopOn: z.array(planEventSchema).max(10).optional(),
  /** The same for stages that the customer comes to. */
  pauseAtStages: z.array(stageSchema).max(10).optional(),
  stopAtStages: z.array(stageSchema).max(10).optional(),
  /** Days without any contact before a step; a real talk begins the count anew, a ticked task does not. */
  quietDays: z.int().min(0).max(365).optional(),
  /** Asks are held back until so many gifts stand before each. Absent: the notebook's own ratio. */
  giveAskRatio: z.int().min(1).max(20).optional(),
  /** No longer offered; running enrolments go on. */
  retiredAt: epochMsSchema.optional(),
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
  pausedReason: z.enum(['reply', 'order', 'person', 'complaint', 'stage']).optional(),
  endedAt: epochMsSchema.optional(),
  endedReason: z
    .enum(['goal', 'optOut', 'order', 'reply', 'complaint', 'lost', 'person', 'finished', 'stage'])
    .optional(),
  /** The order, sample, quote or enquiry that it began with. */
  aboutId: recordIdSchema.optional(),
  /** The segment it was begun for: a record, or one of the shipped ones by its key. */
  segmentId: z.union([recordIdSchema, z.string().regex(/^ready:[A-Za-z]{1,40}$/)]).optional(),
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
  carrier: handleKindSchema.optional(),
  contentId: recordIdSchema.optional(),
})
export type Touch = z.infer<typeof touchSchema>
