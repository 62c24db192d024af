import { zipSync } from 'fflate'
import type { Cell, Grid, Merge } from '#shared/importing/cell'
import type { NamedSheet } from './chooseSheet'
import { dateCell, isDateFormat, numberText } from './excelFormats'
import { gridRows } from './gridRows'
import { type CellBudget, ImportFailure } from './limits'
import { isOle } from './oleFile'
import type { ZipFile } from './zipFile'

// [MS-XLS] 2.5.10 Bes: the byte of an error value.
const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
])

type Library = typeof import('@e965/xlsx')
type Workbook = ReturnType<Library['read']>
type Worksheet = Workbook['Sheets'][string]
type LibraryCell = NonNullable<NonNullable<Worksheet['!data']>[number]>[number]

/**
 * Reads the sheets of an .xls file, BIFF2 to BIFF8. The package is loaded on the first such file and only in the
 * thread that reads it.
 * @throws ImportFailure `import.passwordProtected`, `import.truncated`, `import.damaged`, and those of the limits.
 */
export async function readXls(bytes: Uint8Array, budget: CellBudget): Promise<NamedSheet[]> {
  const library = await import('@e965/xlsx')
  // Text of BIFF5 and older is in the code page of the machine that wrote it; the tables are half a megabyte.
  if (!hasUnicode(bytes)) library.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'))
  return sheetsOf(library, withoutTheme(cellStream(library, bytes)), budget)
}

/** The stream with the cells; files older than BIFF5 are nothing else. */
function cellStream(library: Library, bytes: Uint8Array): Uint8Array {
  if (!isOle(bytes)) return Uint8Array.from(bytes)
  try {
    const file: unknown = library.CFB.read(bytes, { type: 'array' })
    const entry = library.CFB.find(file, 'Workbook') ?? library.CFB.find(file, 'Book')
    return Uint8Array.from(entry.content as ArrayLike<number>)
  } catch {
    throw new ImportFailure('import.damaged')
  }
}

// [MS-XLS] 2.4.326: the record of the colour theme, and the version that says "the standard one, nothing follows".
const THEME = 0x0896
const THEME_HEADER_BYTES = 12
const STANDARD_THEME = 124_226

/**
 * The theme is a zip within the stream. The package unpacks it with an inflater of its own that a broken one keeps
 * busy for ever; nobody needs the colours.
 */
function withoutTheme(stream: Uint8Array): Uint8Array {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.length)
  for (let at = 0; at + 4 <= stream.length; at += 4 + view.getUint16(at + 2, true)) {
    const version = at + 4 + THEME_HEADER_BYTES
    if (view.getUint16(at, true) === THEME && version + 4 <= stream.length)
      view.setUint32(version, STANDARD_THEME, true)
  }
  return stream
}

/**
 * Reads the sheets of an .xlsb workbook. What the package unpacks has been unpacked within our limits before.
 * @throws ImportFailure `import.damaged`, `import.inflatesTooFar`, and those of the limits.
 */
export async function readXlsb(zip: ZipFile, budget: CellBudget): Promise<NamedSheet[]> {
  const parts = zip.names.flatMap((name) => {
    const part = name.endsWith('/') ? undefined : zip.read(name)
    return part ? [[name, part] as const] : []
  })
  const unpacked = zipSync(Object.fromEntries(parts), { level: 0 })
  return sheetsOf(await import('@e965/xlsx'), unpacked, budget)
}

/** BIFF8 keeps its cells in a stream called Workbook, BIFF5 in Book; older ones have no streams. */
function hasUnicode(bytes: Uint8Array): boolean {
  const name = Buffer.from('Workbook', 'utf16le')
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(name)
}

function sheetsOf(library: Library, bytes: Uint8Array, budget: CellBudget): NamedSheet[] {
  const workbook = read(library, bytes)
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true
  return workbook.SheetNames.flatMap((name, index) => {
    const sheet = workbook.Sheets[name]
    // Chart, macro and dialog sheets hold no table.
    if (sheet === undefined || (sheet['!type'] ?? 'sheet') !== 'sheet') return []
    const hidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0
    return [{ name, hidden, grid: gridOf(sheet, date1904, budget) }]
  })
}

function read(library: Library, bytes: Uint8Array): Workbook {
  try {
    return library.read(bytes, {
      type: 'array',
      dense: true,
      cellDates: false,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
      // Hidden rows and columns come with the styles.
      cellStyles: true,
      bookVBA: false,
    })
  } catch (error) {
    // The package throws errors and bare strings.
    const words = error instanceof Error ? error.message : String(error)
    throw new ImportFailure(/password|encrypt/i.test(words) ? 'import.passwordProtected' : 'import.damaged')
  }
}

function gridOf(sheet: Worksheet, date1904: boolean, budget: CellBudget): Grid {
  const { rows, put } = gridRows(budget)
  for (const [row, cells] of (sheet['!data'] ?? []).entries()) {
    for (const [column, cell] of (cells ?? []).entries()) {
      const value = cell === undefined ? '' : cellOf(cell, date1904)
      if (value !== '') put(row, column, value)
    }
  }
  return {
    rows,
    merges: (sheet['!merges'] ?? []).map(
      ({ s, e }): Merge => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }),
    ),
    hiddenRows: hiddenOnes(sheet['!rows']),
    hiddenColumns: hiddenOnes(sheet['!cols']),
  }
}

/** Places of what is hidden; the lists have holes. */
function hiddenOnes(lines: readonly ({ readonly hidden?: boolean } | undefined)[] | undefined): number[] {
  return [...(lines ?? []).entries()].flatMap(([at, line]) => (line?.hidden === true ? [at] : []))
}

function cellOf(cell: NonNullable<LibraryCell>, date1904: boolean): Cell {
  switch (cell.t) {
    case 'n': {
      const value = Number(cell.v)
      const shown = isDateFormat(-1, String(cell.z ?? 'General')) ? dateCell(value, date1904) : undefined
      return shown ?? { kind: 'number', text: numberText(String(cell.v)) }
    }
    case 'b':
      return { kind: 'boolean', text: cell.v === true ? 'TRUE' : 'FALSE' }
    case 'e':
      return { kind: 'error', text: ERRORS.get(Number(cell.v)) ?? '' }
    case 's':
      return String(cell.v ?? '').replace(/\r\n?/g, '\n')
    default:
      return ''
  }
}
