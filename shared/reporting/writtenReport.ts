import * as z from 'zod'
import { fairReportSchema } from './fairReport'
import { reviewReportSchema } from './review/reviewReport'
import { visitorPackSchema } from './visitorPack'

/** A report that can be written to files: a fair's, a review of the notebook, or who came to a fair before. */
export const writtenReportSchema = z.union([fairReportSchema, reviewReportSchema, visitorPackSchema])
export type WrittenReport = z.infer<typeof writtenReportSchema>
