import * as z from 'zod'

/** The files that a report can be saved as; `csv` is one file for every sheet. */
export const REPORT_KINDS = ['spreadsheet', 'pdf', 'csv'] as const
export const reportKindSchema = z.enum(REPORT_KINDS)
export type ReportKind = (typeof REPORT_KINDS)[number]

/** Where reports go. The folder's own name only: no path crosses the bridge. */
export interface ReportPlace {
  /** Null until the person has chosen one, or when it is no longer there. */
  readonly folderName: string | null
}

/** What became of each file that was asked for. */
export interface SavedReport {
  readonly folderName: string
  readonly files: readonly SavedReportFile[]
}

export type SavedReportFile =
  | { readonly kind: ReportKind; readonly fileName: string; readonly sizeBytes: number }
  | { readonly kind: ReportKind; readonly error: string }
