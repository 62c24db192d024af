import { costsSheet } from './costsSheet'
import { dataQualitySheet } from './dataQualitySheet'
import { definitionsSheet } from './definitionsSheet'
import type { FairFacts } from './fairFacts'
import { followUpsSheet } from './followUpsSheet'
import { leadsSheet } from './leadsSheet'
import { promisesSheet } from './promisesSheet'
import type { ReportWords } from './words'
import type { Workbook } from './workbook'

/** The fair's spreadsheet. Sheet names are the same in every language, so that other files may refer to them. */
export function fairWorkbook(facts: FairFacts, words: ReportWords): Workbook {
  return {
    direction: words.direction,
    sheets: [
      leadsSheet(facts, words),
      followUpsSheet(facts, words),
      promisesSheet(facts, words),
      costsSheet(facts, words),
      definitionsSheet(facts, words),
      dataQualitySheet(facts, words),
    ],
  }
}
