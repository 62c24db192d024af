import type { ReportFiles } from '../reports/reportFiles'
import type { Handlers } from './handle'

/** What the report channels are made of. */
export interface ReportHandlerParts {
  readonly reportFiles: ReportFiles
}

type ReportChannel = Extract<keyof Handlers, `report:${string}`>

/** The report channels, each a line over `ReportFiles`. */
export function createReportHandlers({ reportFiles }: ReportHandlerParts): Pick<Handlers, ReportChannel> {
  return {
    'report:place': () => reportFiles.place(),
    'report:saveWorkbook': (title, workbook) => reportFiles.saveWorkbook(title, workbook),
    'report:save': (report, kinds, elsewhere) => reportFiles.save(report, kinds, elsewhere),
  }
}
