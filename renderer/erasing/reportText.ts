import type { ErasureReport, ErasureRequest } from '#shared/erasing/request'
import type { useFormats } from '../i18n/formats'
import type { useText } from '../i18n/text'

/** What is said about an erasure, line by line: on the screen and in the file. It names nobody. */
export function reportLines(report: ErasureReport, text: ReturnType<typeof useText>): readonly string[] {
  const sum = (counts: Readonly<Record<string, number>>) =>
    Object.values(counts).reduce((total, count) => total + count, 0)
  return [
    text('erase.report.removed', { count: sum(report.removed) }),
    text('erase.report.blanked', { count: sum(report.blanked) }),
    text('erase.report.history', { count: report.history }),
    text('erase.report.redacted', { count: report.redacted }),
    text('erase.report.files', { attachments: report.attachments, drafts: report.drafts }),
    text('erase.report.journal', { count: report.segments }),
    text('erase.report.backups', { cleaned: report.backupsCleaned, removed: report.backupsRemoved }),
  ]
}

/** The report as a text file. The number leads to the record of the erasure in the notebook, not to a person. */
export function reportFile(
  report: ErasureReport,
  request: ErasureRequest,
  text: ReturnType<typeof useText>,
  formats: ReturnType<typeof useFormats>,
): string {
  const byTable = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([table, count]) => `  ${table}: ${count}`)
  return [
    text('erase.report.title'),
    '',
    text('erase.report.when', { when: formats.dayAndTime(report.at) }),
    text('erase.report.number', { id: request.erasureId }),
    text(`erase.reason.${request.reason}`),
    '',
    ...reportLines(report, text),
    '',
    text('erase.report.tables.removed'),
    ...byTable(report.removed),
    text('erase.report.tables.blanked'),
    ...byTable(report.blanked),
    '',
    text('erase.outside'),
    text('erase.report.noName'),
    '',
  ].join('\r\n')
}
