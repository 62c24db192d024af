import * as z from 'zod'
import { isoDateSchema } from '../time/values'
import { handleSchema } from './handle'
import { languageSchema, nameSchema, recordBase, recordIdSchema } from './record'

export const PERSON_ROLES = ['decides', 'influences', 'uses', 'buys', 'pays', 'ships', 'other'] as const
export const personRoleSchema = z.enum(PERSON_ROLES)

/** Someone at a customer's: the one we talk to, with the ways to reach them. */
export const personSchema = z.strictObject({
  ...recordBase,
  customerId: recordIdSchema,
  /** The whole name as its owner writes it; never cut into first and last where the script does not. */
  fullName: nameSchema,
  latinName: nameSchema.optional(),
  firstName: nameSchema.optional(),
  lastName: nameSchema.optional(),
  /** Further spellings, from records that were merged into this one. */
  otherNames: z.array(nameSchema).max(50).optional(),
  salutation: z.string().max(200).optional(),
  title: nameSchema.optional(),
  /** What this person is in a purchase. */
  role: personRoleSchema.optional(),
  /** The day they left the company; their talks stay on the page. */
  leftOn: isoDateSchema.optional(),
  /** `MM-DD`, or a whole day where the year is known too. */
  birthday: z
    .string()
    .regex(/^(\d{4}-)?\d{2}-\d{2}$/)
    .optional(),
  language: languageSchema.optional(),
  handles: z.array(handleSchema).max(100),
  externalIds: z
    .array(z.strictObject({ scheme: z.string().max(100), value: z.string().max(1000) }))
    .max(50)
    .optional(),
  /** On a tombstone: the person that took over everything of this one. */
  mergedIntoId: recordIdSchema.optional(),
})
export type Person = z.infer<typeof personSchema>
