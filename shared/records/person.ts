import * as z from 'zod'
import { handleSchema } from './handle'
import { languageSchema, nameSchema, recordBase, recordIdSchema } from './record'

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
