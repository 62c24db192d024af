import * as z from 'zod'
import { gradeSchema } from '../records/customer'
import { countrySchema, recordIdSchema } from '../records/record'
import { epochMsSchema, isoDateSchema } from '../time/values'

/** Rows of the list that the window can paint before it has read anything: more than a tall screen shows. */
export const BOOT_ROWS = 50
/** What a row shows of a name; the rest is cut off by the screen anyway. */
export const BOOT_NAME_CHARS = 200

const shownSchema = z.string().max(BOOT_NAME_CHARS)
const countSchema = z.int().min(0)

const bootCustomerSchema = z.strictObject({
  id: recordIdSchema,
  name: shownSchema,
  country: countrySchema.optional(),
  grade: gradeSchema.optional(),
  updatedAt: epochMsSchema,
  /** The first person there. */
  person: shownSchema.optional(),
})

const bootWorkSchema = z.strictObject({
  /** Who is to be written to: the person, else the customer. */
  who: shownSchema,
  /** The customer where `who` is a person, then the city or country. */
  whereabouts: z.array(shownSchema).max(2),
})

/**
 * What the window paints before the index is open: the first rows and the counters as they stood when the notebook was
 * last at rest. It says of which state of the journal it speaks, and speaks of no other.
 */
export const bootSnapshotSchema = z.strictObject({
  generation: z.int().min(1),
  lastSeq: countSchema,
  customers: countSchema,
  /** The customers last worked with, the latest first. */
  rows: z.array(bootCustomerSchema).max(BOOT_ROWS),
  today: z.strictObject({
    day: isoDateSchema,
    due: countSchema,
    rows: z.array(bootWorkSchema).max(BOOT_ROWS),
  }),
})

export type BootCustomer = z.infer<typeof bootCustomerSchema>
export type BootWork = z.infer<typeof bootWorkSchema>
export type BootSnapshot = z.infer<typeof bootSnapshotSchema>
