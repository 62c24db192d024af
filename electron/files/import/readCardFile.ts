import type { ImportOverrides } from '#shared/importing/reading'
import { readCards } from '#shared/importing/vcard'
import { type ContentReading, encodingDecision, type FileHints } from './fileReading'
import { openVCards } from './vcardText'

/** Reads address book cards of any version. */
export function readCardFile(
  bytes: Uint8Array,
  hints: FileHints,
  overrides: ImportOverrides,
): ContentReading {
  const { cards, found, ...text } = openVCards(bytes, overrides.encoding)
  const reading = readCards(cards, hints, overrides)
  return {
    fileName: hints.fileName,
    ...reading,
    encoding: text.encoding,
    bom: text.bom,
    decisions: [encodingDecision(text), ...reading.decisions],
    warnings: [
      ...reading.warnings,
      ...(found.strayLines > 0
        ? [{ code: 'import.warn.strayLines', params: { count: found.strayLines } }]
        : []),
      ...(found.unclosed > 0
        ? [{ code: 'import.warn.unclosedCards', params: { count: found.unclosed } }]
        : []),
    ],
  }
}
