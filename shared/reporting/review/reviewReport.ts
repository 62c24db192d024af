import * as z from 'zod'
import type { InsightBook } from '../../insights/insightBook'
import { reportWords } from '../words'
import { workbookSchema } from '../workbook'
import { breakdownSheet } from './breakdown'
import { drawReview, reviewTitle } from './drawReview'
import { reviewBook } from './reviewBook'
import { reviewPageSchema } from './reviewPage'
import { reviewParts } from './reviewParts'
import { reviewQuality } from './reviewQuality'
import type { ReviewRequest } from './reviewRequest'
import { figuresSheet, reviewDefinitions } from './reviewSheets'
import { tableSheet } from './reviewTable'

/** Everything that is written to files about a review, independent of any file format. */
export const reviewReportSchema = z.strictObject({
  title: z.string().min(1).max(500),
  workbook: workbookSchema,
  page: reviewPageSchema,
})
export type ReviewReport = z.infer<typeof reviewReportSchema>

/** Puts a review together from the facts of the notebook, in the language of the interface. */
export function reviewReport(insights: InsightBook, request: ReviewRequest): ReviewReport {
  const words = reportWords(request.language)
  const book = reviewBook(insights, request, words)
  const parts = reviewParts(book)
  const { figures, breakdown, tables } = parts
  return {
    title: reviewTitle(book),
    workbook: {
      direction: words.direction,
      sheets: [
        figuresSheet(figures, book),
        ...(breakdown === undefined ? [] : [breakdownSheet(breakdown, book)]),
        ...tables.map((table) => tableSheet(table, words)),
        reviewDefinitions(figures, breakdown, book),
        reviewQuality(tables, book),
      ],
    },
    page: drawReview(parts, book),
  }
}
