import { aliasTarget } from '#shared/importing/aliases'
import type { ImportOverrides } from '#shared/importing/reading'
import { readPasted } from '#shared/importing/readPasted'
import { ok, type Result } from '#shared/result'
import { parseCsv } from './csvText'
import type { ContentReading, FileHints } from './fileReading'
import { readCardFile } from './readCardFile'
import { readChatFile } from './readChatFile'
import { readDelimited } from './readDelimited'
import { readMailFile } from './readMailFile'
import type { Container } from './sniff'

/** A mail's own source, with the lines that no program shows. */
const MAIL_SOURCE = /^(mime-version|content-type|received):/im
const SOURCE_HEAD_CHARS = 8_000
const KNOWN_CAPTIONS = 2

/**
 * Reads what was pasted: cards, a chat, a mail's source, cells of a spreadsheet, and any other words by who wrote them.
 * Errors: those of `readDelimited`; throws `ImportFailure` as the readers of files do.
 */
export async function readPastedText(
  pasted: { readonly container: Container; readonly bytes: Uint8Array },
  hints: FileHints,
  overrides: ImportOverrides,
): Promise<Result<ContentReading>> {
  const reading = await read(pasted, hints, overrides)
  if (!reading.ok) return reading
  // Letters came as letters: there is nothing to choose.
  const decisions = reading.value.decisions.filter(({ what }) => what !== 'encoding')
  return ok({ ...reading.value, decisions })
}

async function read(
  { container, bytes }: { readonly container: Container; readonly bytes: Uint8Array },
  hints: FileHints,
  overrides: ImportOverrides,
): Promise<Result<ContentReading>> {
  const text = new TextDecoder().decode(bytes)
  if (container === 'vcard') return ok(readCardFile(bytes, hints, overrides))
  if (container === 'whatsapp-chat') return ok(readChatFile(bytes, hints, overrides))
  if (container === 'eml' && MAIL_SOURCE.test(text.slice(0, SOURCE_HEAD_CHARS)))
    return ok(await readMailFile(bytes, hints, overrides))
  if (isTable(text, overrides)) return readDelimited(bytes, hints, overrides)
  return ok({ fileName: hints.fileName, ...readPasted(text, hints, overrides) })
}

/** Cells copied from a spreadsheet come with tabs; other dividers need captions that we know. */
function isTable(text: string, overrides: ImportOverrides): boolean {
  if (overrides.delimiter !== undefined) return true
  const { rows, delimiter } = parseCsv(text)
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''))
  const captions = filled[0]?.filter((cell) => aliasTarget(cell) !== undefined).length ?? 0
  if (delimiter === null || filled.length < 2) return false
  return captions >= KNOWN_CAPTIONS || (delimiter === '\t' && filled.every((row) => row.length > 1))
}
