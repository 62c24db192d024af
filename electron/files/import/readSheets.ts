import type { Decision, ImportOverrides } from '#shared/importing/reading'
import { readTable } from '#shared/importing/readTable'
import { readXls, readXlsb } from './binaryWorkbook'
import { chooseSheet, type NamedSheet } from './chooseSheet'
import { type ContentReading, encodingDecision, type FileHints } from './fileReading'
import { decodeHtml, readHtmlTables } from './htmlTables'
import { cellBudget, ImportFailure } from './limits'
import { readOdsSheets } from './odsSheets'
import { readSpreadsheetMl } from './spreadsheetMl'
import { readWorkbook } from './workbook'
import type { ZipFile } from './zipFile'

/** Kinds of file that hold sheets. */
export type SheetContainer = 'xlsx' | 'xlsb' | 'ods' | 'xls' | 'spreadsheetml' | 'html-table'

/** Whether a kind of file holds sheets. */
export function hasSheets(container: string): container is SheetContainer {
  return ['xlsx', 'xlsb', 'ods', 'xls', 'spreadsheetml', 'html-table'].includes(container)
}

/** The bytes of a file that holds sheets; `zip` where it is one. */
export interface SheetFile {
  readonly container: SheetContainer
  readonly bytes: Uint8Array
  readonly zip: ZipFile | undefined
}

/**
 * Reads the chosen sheet of a spreadsheet of any kind, else the one with most data.
 * @throws ImportFailure `import.noSheets`, `import.damaged` and the others of the readers.
 */
export async function readSheets(
  file: SheetFile,
  hints: FileHints,
  overrides: ImportOverrides,
): Promise<ContentReading> {
  if (file.container !== 'html-table') return readChosen(await sheetsOf(file), hints, overrides)
  const page = decodeHtml(file.bytes, overrides.encoding)
  const reading = readHtmlFile(page.text, hints, overrides)
  return {
    ...reading,
    encoding: page.encoding,
    bom: page.bom,
    decisions: [encodingDecision(page), ...reading.decisions],
  }
}

/** Reads the tables of a web page like the sheets of a workbook. */
export function readHtmlFile(html: string, hints: FileHints, overrides: ImportOverrides): ContentReading {
  return readChosen(readHtmlTables(html, cellBudget()), hints, overrides)
}

function readChosen(
  found: readonly NamedSheet[],
  hints: FileHints,
  overrides: ImportOverrides,
): ContentReading {
  const { grid, sheet, sheets } = chooseSheet(found, overrides.sheet)
  const reading = readTable(grid, hints, overrides)
  const decision: Decision = {
    what: 'sheet',
    chosen: sheet,
    why:
      overrides.sheet === sheet
        ? 'import.why.chosen'
        : sheets.length === 1
          ? 'import.why.onlySheet'
          : 'import.why.mostData',
    alternatives: sheets.filter(({ name }) => name !== sheet).map(({ name }) => name),
  }
  return {
    fileName: hints.fileName,
    ...reading,
    sheet,
    sheets,
    decisions: [decision, ...reading.decisions],
  }
}

/** All sheets of a workbook. @throws ImportFailure as its reader. */
export async function sheetsOf({ container, bytes, zip }: SheetFile): Promise<readonly NamedSheet[]> {
  if (container === 'xls') return readXls(bytes, cellBudget())
  if (container === 'spreadsheetml') return readSpreadsheetMl(bytes, cellBudget())
  if (zip === undefined) throw new ImportFailure('import.truncated')
  if (container === 'xlsb') return readXlsb(zip, cellBudget())
  return container === 'ods' ? readOdsSheets(zip, cellBudget()) : readWorkbook(zip, cellBudget())
}
