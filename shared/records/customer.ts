import * as z from 'zod'
import { isoDateSchema, zoneNameSchema } from '../time/values'
import { handleKindSchema, handleSchema } from './handle'
import { countrySchema, languageSchema, nameSchema, recordBase, recordIdSchema, textSchema } from './record'

/** The stages of a relationship, in the order in which they are usually reached. */
export const STAGES = ['lead', 'enquiry', 'sample', 'quote', 'order', 'repeat', 'lost'] as const
export const stageSchema = z.enum(STAGES)
export type Stage = z.infer<typeof stageSchema>

/** A: order in sight, B: sample wanted, C: later, D: courtesy. */
export const GRADES = ['A', 'B', 'C', 'D'] as const
export const gradeSchema = z.enum(GRADES)
export type Grade = z.infer<typeof gradeSchema>

/** A company (or a person trading alone): the page of the notebook that everything else belongs to. */
export const customerSchema = z.strictObject({
  ...recordBase,
  /** As the customer writes it, in any script. Falls back to the person's name when no company is known. */
  name: nameSchema,
  latinName: nameSchema.optional(),
  country: countrySchema.optional(),
  city: nameSchema.optional(),
  address: textSchema.optional(),
  /** State or province, and the postal code as it is written there. */
  region: nameSchema.optional(),
  postalCode: z.string().max(40).optional(),
  website: z.string().max(2000).optional(),
  zone: zoneNameSchema.optional(),
  /** The language to write in, which need not be the language of the interface. */
  language: languageSchema.optional(),
  /** Addresses of the company itself, such as info@ or the switchboard. */
  handles: z.array(handleSchema).max(100),
  stage: stageSchema,
  grade: gradeSchema.optional(),
  tags: z.array(z.string().max(200)).max(200),
  /** The touchpoint of the earliest sourced interaction: first-touch attribution. */
  sourceTouchpointId: recordIdSchema.optional(),
  /** The channel of the first touch where no single touchpoint is known, such as a platform's enquiry. */
  sourceChannelId: recordIdSchema.optional(),
  /** Who of us looks after this customer. */
  staffId: recordIdSchema.optional(),
  /** The way of writing that this customer answers, whatever else is known. */
  preferredCarrier: handleKindSchema.optional(),
  /** First touches of pages that were merged into this one: attribution may need them, so none is dropped. */
  furtherSourceIds: z.array(recordIdSchema).max(50).optional(),
  /** Names under which it also had a page: search, "met before?" and imports still know them. */
  otherNames: z.array(nameSchema).max(50).optional(),
  /** What an erasure left of a page for the figures: nobody is behind it any more. */
  isShell: z.literal(true).optional(),
  /** Looked at after a long rest and kept until this day, for a reason in the person's words. */
  keptUntil: isoDateSchema.optional(),
  keptNote: textSchema.optional(),
  /** On a tombstone: the page that took over everything of this one. */
  mergedIntoId: recordIdSchema.optional(),
  externalIds: z
    .array(z.strictObject({ scheme: z.string().max(100), value: z.string().max(1000) }))
    .max(50)
    .optional(),
})
export type Customer = z.infer<typeof customerSchema>
