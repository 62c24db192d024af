import type { Cell } from '#shared/importing/cell'
import { statedEncoding } from '#shared/importing/formats'
import type { Decision, ImportOverrides, ImportWarning } from '#shared/importing/reading'
import { readTable } from '#shared/importing/readTable'
import { err, ok, type Result } from '#shared/result'
import { type Decoded, decode, repairMojibake } from './charset'
import { type CsvReading, parseCsv, plainText } from './csvText'
import { type ContentReading, encodingDecision, type FileHints } from './fileReading'

/** Reads delimited text of any encoding. Error: `import.emptyFile`; throws `ImportFailure` beyond the limits. */
export function readDelimited(
  bytes: Uint8Array,
  hints: FileHints,
  overrides: ImportOverrides,
): Result<ContentReading> {
  const { text, decoded, isDoubled } = readText(bytes, overrides)
  if (text.trim() === '') return err('import.emptyFile')
  const csv = parseCsv(text, overrides.delimiter)
  const rows: readonly (readonly Cell[])[] = csv.rows
  const reading = readTable(
    { rows },
    { ...hints, ...(csv.delimiter === null ? {} : { delimiter: csv.delimiter }) },
    overrides,
  )
  const narrow = statedEncoding(reading.format)
  const encoding = narrow && decoded.encoding === 'windows-1252' && !hasC1(bytes) ? narrow : decoded.encoding
  return ok({
    fileName: hints.fileName,
    ...reading,
    encoding,
    bom: decoded.bom,
    delimiter: csv.delimiter,
    decisions: [
      encodingDecision({ ...decoded, encoding }),
      ...repairDecision(isDoubled, overrides),
      delimiterDecision(csv),
      ...reading.decisions,
    ],
    warnings: [...textWarnings(decoded, csv, bytes), ...reading.warnings],
  })
}

/** How a text was decoded, without the text. */
type Decoding = Omit<Decoded, 'text'>

/**
 * The text, ready to be parsed. As long as a large file is read its text is in memory once: what was decoded is let go
 * of here, where the line ends are made the same.
 */
function readText(
  bytes: Uint8Array,
  overrides: ImportOverrides,
): { readonly text: string; readonly decoded: Decoding; readonly isDoubled: boolean } {
  const { text, ...decoded } = decode(bytes, overrides.encoding)
  const repaired = repairMojibake(text)
  const isRepaired = repaired !== undefined && overrides.repairMojibake !== false
  return { text: plainText(isRepaired ? repaired : text), decoded, isDoubled: repaired !== undefined }
}

function textWarnings(decoded: Decoding, csv: CsvReading, bytes: Uint8Array): ImportWarning[] {
  return [
    ...(decoded.badBytes > 0 ? [{ code: 'import.warn.badBytes', params: { count: decoded.badBytes } }] : []),
    ...(csv.brokenQuotes > 0
      ? [{ code: 'import.warn.brokenQuotes', params: { count: csv.brokenQuotes } }]
      : []),
    ...(decoded.encoding === 'utf8' && bytes.includes(0) ? [{ code: 'import.warn.nulBytes' }] : []),
  ]
}

function delimiterDecision(csv: CsvReading): Decision {
  return {
    what: 'delimiter',
    chosen: csv.delimiter,
    why: csv.why,
    alternatives: [',', ';', '\t', '|', null].filter((one) => one !== csv.delimiter),
  }
}

function repairDecision(isDoubled: boolean, overrides: ImportOverrides): Decision[] {
  if (!isDoubled) return []
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
