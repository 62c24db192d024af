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
  const page = file.container === 'html-table' ? decodeHtml(file.bytes, overrides.encoding) : undefined
  const found = page ? readHtmlTables(page.text, cellBudget()) : await sheetsOf(file)
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
    ...(page ? { encoding: page.encoding, bom: page.bom } : {}),
    sheet,
    sheets,
    decisions: [...(page ? [encodingDecision(page)] : []), decision, ...reading.decisions],
  }
}

async function sheetsOf({ container, bytes, zip }: SheetFile): Promise<readonly NamedSheet[]> {
  if (container === 'xls') return readXls(bytes, cellBudget())
  if (container === 'spreadsheetml') return readSpreadsheetMl(bytes, cellBudget())
  if (zip === undefined) throw new ImportFailure('import.truncated')
  if (container === 'xlsb') return readXlsb(zip, cellBudget())
  return container === 'ods' ? readOdsSheets(zip, cellBudget()) : readWorkbook(zip, cellBudget())
}
