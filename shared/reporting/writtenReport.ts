import * as z from 'zod'
import { fairReportSchema } from './fairReport'
import { reviewReportSchema } from './review/reviewReport'

/** A report that can be written to files: a fair's, or a review of the notebook. */
export const writtenReportSchema = z.union([fairReportSchema, reviewReportSchema])
export type WrittenReport = z.infer<typeof writtenReportSchema>
