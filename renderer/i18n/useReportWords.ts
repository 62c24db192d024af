import { useMemo } from 'react'
import type { LanguageChoice } from '#shared/i18n/languages'
import { type ReportWords, reportWords } from '#shared/reporting/words'

/** The words that reports use, for views that show the same figures. */
export function useReportWords(language: LanguageChoice): ReportWords {
  return useMemo(() => reportWords(language), [language])
}
