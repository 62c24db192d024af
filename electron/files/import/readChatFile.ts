import { readChat } from '#shared/importing/readChat'
import type { ImportOverrides } from '#shared/importing/reading'
import { decode } from './charset'
import { type ContentReading, encodingDecision, type FileHints } from './fileReading'

/** Reads an exported chat of any encoding. */
export function readChatFile(
  bytes: Uint8Array,
  hints: FileHints,
  overrides: ImportOverrides,
): ContentReading {
  const decoded = decode(bytes, overrides.encoding)
  const reading = readChat(decoded.text, hints, overrides)
  return {
    fileName: hints.fileName,
    ...reading,
    encoding: decoded.encoding,
    bom: decoded.bom,
    decisions: [encodingDecision(decoded), ...reading.decisions],
  }
}
