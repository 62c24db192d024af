import type { Cell } from '#shared/importing/cell'
import { statedEncoding } from '#shared/importing/formats'
import type { Decision, ImportOverrides, ImportWarning } from '#shared/importing/reading'
import { readTable } from '#shared/importing/readTable'
import { err, ok, type Result } from '#shared/result'
import { type Decoded, decode, repairMojibake } from './charset'
import { type CsvReading, parseCsv } from './csvText'
import { type ContentReading, encodingDecision, type FileHints } from './fileReading'

/** Reads delimited text of any encoding. Error: `import.emptyFile`; throws `ImportFailure` beyond the limits. */
export function readDelimited(
  bytes: Uint8Array,
  hints: FileHints,
  overrides: ImportOverrides,
): Result<ContentReading> {
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
  return ok({
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
  })
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
