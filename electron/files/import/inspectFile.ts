import type { Cell } from '#shared/importing/cell'
import { OTHER_FORMATS, statedEncoding } from '#shared/importing/formats'
import type {
  Decision,
  ImportOverrides,
  ImportWarning,
  ReadHints,
  ReadResult,
} from '#shared/importing/reading'
import { readTable } from '#shared/importing/readTable'
import { readCards } from '#shared/importing/vcard'
import { err, type OrchardError, type Result } from '#shared/result'
import { type Decoded, decode, ENCODING_CHOICES, repairMojibake } from './charset'
import { type CsvReading, parseCsv } from './csvText'
import { checkFileSize, ImportFailure } from './limits'
import { type Container, sniff } from './sniff'
import { readVCards, type VCardReading } from './vcardText'
import { readWorkbook, type SheetSummary } from './workbook'
import { openZip, type ZipFile } from './zipFile'

/** A file as the importer sees it: the table or cards, and what the bytes were. */
export interface FileReading extends ReadResult {
  readonly fileName: string
  /** Our name of the encoding; absent for workbooks. */
  readonly encoding?: string
  readonly bom?: boolean
  /** null: one column. Absent for workbooks and cards. */
  readonly delimiter?: string | null
  readonly sheet?: string
  readonly sheets?: readonly SheetSummary[]
}

/** Errors carry the container where it was recognised, so that support sees what the file really is. */
export type FileResult = Result<FileReading, OrchardError & { readonly container?: Container }>

// What the file is -> the code that says what to do about it.
const REFUSED: Partial<Record<Container, string>> = {
  empty: 'import.emptyFile',
  encrypted: 'import.passwordProtected',
  pdf: 'import.notATable',
  image: 'import.notATable',
  binary: 'import.binaryFile',
  'outlook-msg': 'import.formatLater',
  icalendar: 'import.formatLater',
  xls: 'import.formatLater',
  xlsb: 'import.formatLater',
  ods: 'import.formatLater',
  zip: 'import.formatLater',
  'html-table': 'import.formatLater',
  spreadsheetml: 'import.formatLater',
  eml: 'import.formatLater',
  'whatsapp-chat': 'import.formatLater',
}

/**
 * Bytes -> records: sniffs, decodes, parses, reads. Never throws; a failure is a code.
 * Pure apart from the time it takes: call it in a worker.
 */
export function inspectFile(
  bytes: Uint8Array,
  hints: ReadHints & { readonly fileName: string },
  overrides: ImportOverrides = {},
): FileResult {
  const size = checkFileSize(bytes.length)
  if (!size.ok) return size
  let container: Container = 'text'
  try {
    const zip = openIfZip(bytes)
    container = sniff(bytes, zip?.names)
    const refused = REFUSED[container]
    if (refused) return refuse(refused, container)
    if (container === 'xlsx' && zip) return { ok: true, value: fromWorkbook(zip, hints, overrides) }
    if (container === 'vcard') return { ok: true, value: fromCards(bytes, hints, overrides) }
    return fromText(bytes, hints, overrides)
  } catch (error) {
    if (error instanceof ImportFailure) return { ok: false, error: { ...error.failure, container } }
    // A reader's own mistake or a file beyond all imagination: the code says "damaged", the log keeps nothing personal.
    return {
      ok: false,
      error: {
        code: 'import.damaged',
        params: { kind: error instanceof Error ? error.name : 'unknown' },
        container,
      },
    }
  }
}

function refuse(code: string, container: Container): FileResult {
  const failure =
    code === 'import.formatLater' || code === 'import.notATable'
      ? err(code, { format: container })
      : err(code)
  return { ok: false, error: { ...failure.error, container } }
}

function openIfZip(bytes: Uint8Array): ZipFile | undefined {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
    ? openZip(bytes)
    : undefined
}

type FileHints = ReadHints & { readonly fileName: string }

function fromWorkbook(zip: ZipFile, hints: FileHints, overrides: ImportOverrides): FileReading {
  const { grid, sheet, sheets } = readWorkbook(zip, overrides.sheet)
  const reading = readTable(grid, hints, overrides)
  const others = sheets.filter((candidate) => candidate.name !== sheet)
  const decision: Decision = {
    what: 'sheet',
    chosen: sheet,
    why:
      overrides.sheet === sheet
        ? 'import.why.chosen'
        : sheets.length === 1
          ? 'import.why.onlySheet'
          : 'import.why.mostData',
    alternatives: others.map((candidate) => candidate.name),
  }
  return { fileName: hints.fileName, ...reading, sheet, sheets, decisions: [decision, ...reading.decisions] }
}

function fromCards(bytes: Uint8Array, hints: FileHints, overrides: ImportOverrides): FileReading {
  const cards = readVCards(bytes, overrides.encoding)
  const reading = readCards(cards.cards, hints, overrides)
  return {
    fileName: hints.fileName,
    ...reading,
    encoding: cards.encoding,
    bom: cards.bom,
    decisions: [encodingDecision(cards), ...reading.decisions],
    warnings: [
      ...reading.warnings,
      ...(cards.strayLines > 0
        ? [{ code: 'import.warn.strayLines', params: { count: cards.strayLines } }]
        : []),
      ...(cards.unclosed > 0
        ? [{ code: 'import.warn.unclosedCards', params: { count: cards.unclosed } }]
        : []),
    ],
  }
}

function fromText(bytes: Uint8Array, hints: FileHints, overrides: ImportOverrides): FileResult {
  const decoded = decode(bytes, overrides.encoding)
  const repaired = repairMojibake(decoded.text)
  const text = repaired !== undefined && overrides.repairMojibake !== false ? repaired : decoded.text
  if (text.replaceAll('\0', '').trim() === '') return err('import.emptyFile')
  const csv = parseCsv(text, overrides.delimiter)
  const rows: readonly (readonly Cell[])[] = csv.rows
  const reading = readTable(
    { rows },
    { ...hints, ...(csv.delimiter === null ? {} : { delimiter: csv.delimiter }) },
    overrides,
  )
  const narrow = statedEncoding(reading.format)
  const encoding = narrow && decoded.encoding === 'windows-1252' && !hasC1(bytes) ? narrow : decoded.encoding
  return {
    ok: true,
    value: {
      fileName: hints.fileName,
      ...reading,
      encoding,
      bom: decoded.bom,
      delimiter: csv.delimiter,
      decisions: [
        encodingDecision({ ...decoded, encoding }),
        ...repairDecision(repaired, overrides),
        delimiterDecision(csv),
        ...reading.decisions,
      ],
      warnings: [...textWarnings(decoded, csv, bytes), ...reading.warnings],
    },
  }
}

function textWarnings(decoded: Decoded, csv: CsvReading, bytes: Uint8Array): ImportWarning[] {
  return [
    ...(decoded.badBytes > 0 ? [{ code: 'import.warn.badBytes', params: { count: decoded.badBytes } }] : []),
    ...(csv.brokenQuotes > 0
      ? [{ code: 'import.warn.brokenQuotes', params: { count: csv.brokenQuotes } }]
      : []),
    ...(decoded.encoding === 'utf8' && bytes.includes(0) ? [{ code: 'import.warn.nulBytes' }] : []),
  ]
}

function encodingDecision(found: Pick<Decoded | VCardReading, 'encoding' | 'why'>): Decision {
  return {
    what: 'encoding',
    chosen: found.encoding,
    why: found.why,
    alternatives: ENCODING_CHOICES.filter((name) => name !== found.encoding),
  }
}

function delimiterDecision(csv: CsvReading): Decision {
  return {
    what: 'delimiter',
    chosen: csv.delimiter,
    why: csv.why,
    alternatives: [',', ';', '\t', '|', null].filter((one) => one !== csv.delimiter),
  }
}

function repairDecision(repaired: string | undefined, overrides: ImportOverrides): Decision[] {
  if (repaired === undefined) return []
  const undone = overrides.repairMojibake !== false
  return [
    {
      what: 'repair',
      chosen: undone ? 'mojibake' : null,
      why: 'import.why.doubleEncoding',
      alternatives: [undone ? null : 'mojibake'],
    },
  ]
}

/** Bytes 0x80-0x9F: letters in windows-1252, controls in ISO-8859-1. */
function hasC1(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte >= 0x80 && byte <= 0x9f)
}

/** Format id for an error's JSON: what the container is called among the formats. */
export function containerFormat(container: Container | undefined): string | null {
  if (container === undefined || container === 'text') return null
  return container === 'vcard' ? OTHER_FORMATS[1] : container
}
