import path from 'node:path'
import type { CsvDialect } from '#shared/exporting/csvCells'
import type { ReportKind, ReportPlace, SavedReport, SavedReportFile } from '#shared/ipc/report'
import type { Workbook } from '#shared/reporting/workbook'
import type { WrittenReport } from '#shared/reporting/writtenReport'
import { err, ok, type Result } from '#shared/result'
import { durableWrite } from '../files/durableWrite'
import { fileNameOf, numberedName } from '../files/fileName'
import type { FsPort } from '../files/fsPort'
import { log } from '../log'
import type { ReportFolder } from './reportFolder'
import { sheetCsv } from './sheetCsv'
import { xlsxBytes } from './xlsx'

/** What saving reports works with. */
export interface ReportParts {
  readonly fs: FsPort
  readonly folder: ReportFolder
  /** Asks the person for a folder; null when they think better of it. */
  readonly chooseFolder: () => Promise<string | null>
  /** The page as the bytes of a PDF; throws when the engine can't. */
  readonly print: (page: WrittenReport['page']) => Promise<Uint8Array>
  /** What spreadsheets of this system's region take for the end of a cell. */
  readonly delimiter: () => CsvDialect['delimiter']
  /** A file is there, whole. */
  readonly onSaved?: ((path: string) => void) | undefined
}

/** Saves reports as files and knows where to. */
export interface ReportFiles {
  place(): Promise<Result<ReportPlace>>
  /**
   * Writes the asked files, each whole and read back or not at all, and never over one that is there: a name that is
   * taken gets a number. Asks for the folder the first time, when it is gone, and when `elsewhere` says so; `null`
   * when the person then thinks better of it. What became of each file is told file by file, with the codes
   * `report.diskFull`, `report.readOnly`, `report.missing`, `report.exists`, `report.ioFailed`, `report.notPrinted`.
   */
  save(
    report: WrittenReport,
    kinds: readonly ReportKind[],
    elsewhere: boolean,
  ): Promise<Result<SavedReport | null>>
  /** The same for a spreadsheet that belongs to no fair. */
  saveWorkbook(title: string, workbook: Workbook): Promise<Result<SavedReport | null>>
}

const ENDINGS: Readonly<Record<ReportKind, string>> = { spreadsheet: 'xlsx', pdf: 'pdf', csv: 'csv' }
const MOST_OF_A_NAME = 99
/** Reasons of a durable write that the window has words of its own for. */
const KNOWN_REASONS: ReadonlySet<string> = new Set(['diskFull', 'readOnly', 'missing', 'exists'])

/** Makes the part of the main process that saves reports. */
export function createReportFiles(parts: ReportParts): ReportFiles {
  const { fs, folder } = parts

  async function targetFolder(elsewhere: boolean): Promise<string | null> {
    const known = elsewhere ? undefined : await folder.current()
    if (known !== undefined) return known
    const chosen = await parts.chooseFolder()
    if (chosen !== null) await folder.remember(chosen)
    return chosen
  }

  async function saveOne(
    report: WrittenReport,
    kind: ReportKind,
    target: string,
  ): Promise<SavedReportFile[]> {
    if (kind === 'csv') return saveSheets(report, target)
    return [await saveWhole(report, kind, target)]
  }

  /** A CSV file holds one table, so each sheet is a file of its own name. */
  async function saveSheets({ title, workbook }: WrittenReport, target: string): Promise<SavedReportFile[]> {
    const files: SavedReportFile[] = []
    for (const sheet of workbook.sheets) {
      const bytes = () => sheetCsv(sheet, parts.delimiter())
      files.push(await writeNumbered(`${title} ${sheet.name}`, 'csv', bytes, target))
    }
    return files
  }

  async function saveWhole(
    report: WrittenReport,
    kind: Exclude<ReportKind, 'csv'>,
    target: string,
  ): Promise<SavedReportFile> {
    const printed = kind === 'pdf' ? await printQuietly(report) : undefined
    if (kind === 'pdf' && printed === undefined) return { kind, error: 'report.notPrinted' }
    return writeNumbered(report.title, kind, () => printed ?? xlsxBytes(report.workbook), target)
  }

  async function writeNumbered(
    title: string,
    kind: ReportKind,
    /** Made anew for each try: what was begun under a name that is taken can't be gone on with. */
    bytes: () => Parameters<typeof durableWrite>[3],
    target: string,
  ): Promise<SavedReportFile> {
    const name = fileNameOf(title)
    for (let number = 1; number <= MOST_OF_A_NAME; number += 1) {
      const fileName = numberedName(name, number, ENDINGS[kind])
      const written = await durableWrite(fs, target, fileName, bytes())
      if (written.ok) {
        parts.onSaved?.(path.join(target, fileName))
        return { kind, fileName, sizeBytes: written.value.sizeBytes }
      }
      if (written.error.code !== 'file.exists') return { kind, error: reportCode(written.error.code) }
    }
    return { kind, error: 'report.exists' }
  }

  async function printQuietly(report: WrittenReport): Promise<Uint8Array | undefined> {
    try {
      return await parts.print(report.page)
    } catch (fault) {
      log.error('report.notPrinted', { name: fault instanceof Error ? fault.name : 'unknown' })
      return undefined
    }
  }

  return {
    place: async () => {
      const known = await folder.current()
      return ok({ folderName: known === undefined ? null : folderName(known) })
    },
    save: async (report, kinds, elsewhere) => {
      if (kinds.length === 0) return err('report.nothingAsked')
      const target = await targetFolder(elsewhere)
      if (target === null) return ok(null)
      const files: SavedReportFile[] = []
      for (const kind of new Set(kinds)) files.push(...(await saveOne(report, kind, target)))
      return ok({ folderName: folderName(target), files })
    },
    saveWorkbook: async (title, workbook) => {
      const target = await targetFolder(false)
      if (target === null) return ok(null)
      const file = await writeNumbered(title, 'spreadsheet', () => xlsxBytes(workbook), target)
      return ok({ folderName: folderName(target), files: [file] })
    },
  }
}

function folderName(folder: string): string {
  return path.basename(folder) || folder.replace(/[\\/]+$/, '')
}

function reportCode(code: string): string {
  const reason = code.split('.')[1] ?? ''
  return `report.${KNOWN_REASONS.has(reason) ? reason : 'ioFailed'}`
}
