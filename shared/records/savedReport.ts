import * as z from 'zod'
import { nameSchema, recordBase } from './record'

/** A report as it was put together, to be made again with one key. Which options there are is its kind's to say. */
export const savedReportSchema = z.strictObject({
  ...recordBase,
  name: nameSchema,
  kind: z.string().max(60),
  options: z.record(
    z.string().max(60),
    z.union([z.string().max(1000), z.number(), z.boolean(), z.array(z.string().max(1000)).max(1000)]),
  ),
})
export type SavedReport = z.infer<typeof savedReportSchema>
