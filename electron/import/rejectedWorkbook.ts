import { isMessageKey } from '#shared/i18n/catalogues'
import type { Translate } from '#shared/i18n/translator'
import { ownNoteHeader } from '#shared/importing/ownIds'
import type { Rejection } from '#shared/importing/reading'
import type { Column } from '#shared/reporting/workbook'
import type { FileReading } from '../files/import/fileReading'
import type { FlowingSheet } from '../reports/xlsxSheet'

const REASON_WIDTH = 34
const CODE_WIDTH = 18
const ROW_WIDTH = 12
const CELL_WIDTH = 22

/**
 * The rows of a file that could not be used, as they stand in it, each cell as text. Before them why, the code of the
 * reason and the row's place; when the mended file comes back these three columns are known and passed over.
 */
export function rejectedSheet(
  { rejected, columns, kind }: Pick<FileReading, 'rejected' | 'columns' | 'kind'>,
  text: Translate,
): FlowingSheet {
  const captions = new Map(columns.map(({ index, header }) => [index, header]))
  const width = rejected.reduce(
    (most, { cells }) => Math.max(most, cells?.length ?? 0),
    columns.reduce((most, { index }) => Math.max(most, index + 1), 0),
  )
  const own = (caption: string, width: number): Column => ({
    caption: ownNoteHeader(caption),
    width,
    holds: 'plain',
  })
  const original = Array.from(
    { length: width },
    (_, index): Column => ({ caption: captions.get(index) ?? '', width: CELL_WIDTH, holds: 'id' }),
  )
  return {
    name: text('import.rejected.sheet'),
    columns: [
      own(text('import.rejected.reason'), REASON_WIDTH),
      own(text('import.rejected.code'), CODE_WIDTH),
      own(text(kind === 'messages' ? 'import.rejected.line' : 'import.rejected.row'), ROW_WIDTH),
      ...original,
    ],
    rows: rowsOf(rejected, text),
    tableRows: (rows) => rows,
  }
}

function* rowsOf(rejected: readonly Rejection[], text: Translate): Generator<readonly string[]> {
  for (const { row, code, cells } of rejected) {
    const reason = isMessageKey(code) ? text(code) : code
    yield [reason, code, String(row + 1), ...(cells ?? [])]
  }
}
