import { useMemo } from 'react'
import type { ColumnKind, PanelCell, PanelNote } from '#shared/insights/panel'
import { reasonWords } from '#shared/reporting/costWords'
import { cellText, noteText } from '#shared/reporting/panelWords'
import type { ReportWords } from '#shared/reporting/words'
import { useReportWords } from '../i18n/useReportWords'
import { usePreferences } from '../settings/PreferencesContext'

/** How cells and notes of figures read in the interface language. */
export function useCellWords() {
  const { language } = usePreferences()
  const words = useReportWords(language)
  return useMemo(
    () => ({
      words,
      // In words; in a workbook a month stands so that it sorts.
      cell: (cell: PanelCell | undefined, kind: ColumnKind) =>
        cell !== undefined && 'month' in cell ? words.month(`${cell.month}-01`) : cellText(cell, kind, words),
      reason: (cell: PanelCell | undefined) => reasonOf(cell, words),
      note: (note: PanelNote) => noteText(note, words),
    }),
    [words],
  )
}

function reasonOf(cell: PanelCell | undefined, words: ReportWords): string | undefined {
  return cell !== undefined && 'value' in cell && cell.reason !== undefined
    ? reasonWords(cell.reason, words)
    : undefined
}
