import * as z from 'zod'
import { dayPage, reportTitle } from './dayPage'
import { fairFacts } from './fairFacts'
import type { FairReportInput } from './fairReportInput'
import { fairWorkbook } from './fairWorkbook'
import { reportPageSchema } from './reportPage'
import { reportWords } from './words'
import { workbookSchema } from './workbook'

/** Everything that is written to files about a fair, independent of any file format. */
export const fairReportSchema = z.strictObject({
  /** Becomes the files' name: the fair and the day. */
  title: z.string().min(1).max(500),
  workbook: workbookSchema,
  page: reportPageSchema,
})
export type FairReport = z.infer<typeof fairReportSchema>

/** Builds the report of a fair from its records, in the language of the interface. */
export function fairReport(input: FairReportInput): FairReport {
  const words = reportWords(input.language)
  const facts = fairFacts(input)
  return { title: reportTitle(facts), workbook: fairWorkbook(facts, words), page: dayPage(facts, words) }
}
