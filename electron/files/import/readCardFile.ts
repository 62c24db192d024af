import type { ImportOverrides } from '#shared/importing/reading'
import { readCards } from '#shared/importing/vcard'
import { type ContentReading, encodingDecision, type FileHints } from './fileReading'
import { readVCards } from './vcardText'

/** Reads address book cards of any version. */
export function readCardFile(
  bytes: Uint8Array,
  hints: FileHints,
  overrides: ImportOverrides,
): ContentReading {
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
