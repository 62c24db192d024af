import { createHash } from 'node:crypto'
import { loadEveryCatalogue } from '#shared/i18n/catalogues'
import { normaliseHeader } from '#shared/importing/aliases'
import { OTHER_FORMATS } from '#shared/importing/formats'
import type { ImportOverrides } from '#shared/importing/reading'
import { err, ok, type Result } from '#shared/result'
import { isZip, readMember } from './archive'
import type { ContentReading, FileHints, FileResult } from './fileReading'
import { checkFileSize, ImportFailure } from './limits'
import { isOle, isOleTruncated } from './oleFile'
import { readCardFile } from './readCardFile'
import { readChatFile } from './readChatFile'
import { readDelimited } from './readDelimited'
import { readFormFile, readMailFile } from './readMailFile'
import { readPastedText } from './readPastedText'
import { hasSheets, readSheets } from './readSheets'
import { type Container, sniff } from './sniff'
import { openZip, type ZipFile } from './zipFile'

// What the file is -> the code that says what to do about it.
const REFUSED: Partial<Record<Container, string>> = {
  empty: 'import.emptyFile',
  encrypted: 'import.passwordProtected',
  pdf: 'import.notATable',
  image: 'import.notATable',
  binary: 'import.binaryFile',
  'outlook-msg': 'import.outlookMessage',
  // Appointments name nobody by an address that we could trust to be the customer's.
  icalendar: 'import.calendar',
  // What lies in an archive is read file by file; one within another is not opened.
  zip: 'import.archiveInside',
}

/** `inspectFile` over one member of an archive; `hints.fileName` is the member's. Never throws. */
export async function inspectMember(
  archive: Uint8Array,
  entry: string,
  hints: FileHints,
  overrides: ImportOverrides = {},
): Promise<FileResult> {
  try {
    return await inspectFile(readMember(archive, entry), hints, overrides)
  } catch (error) {
    if (error instanceof ImportFailure) return { ok: false, error: { ...error.failure, container: 'zip' } }
    throw error
  }
}

/**
 * Bytes -> records: sniffs, decodes, parses, reads. Never throws; a failure is a code.
 * Pure apart from the time it takes: call it in a worker.
 */
export async function inspectFile(
  bytes: Uint8Array,
  hints: FileHints,
  overrides: ImportOverrides = {},
): Promise<FileResult> {
  const size = checkFileSize(bytes.length)
  if (!size.ok) return size
  // A table of ours is known by its captions, in whatever language it was written.
  await loadEveryCatalogue()
  let container: Container = 'text'
  try {
    const zip = isZip(bytes) ? openZip(bytes) : undefined
    container = sniff(bytes, zip?.names)
    if (isOle(bytes) && isOleTruncated(bytes)) throw new ImportFailure('import.truncated')
    const refused = REFUSED[container]
    if (refused) return refuse(refused, container)
    const reading = await readContent({ container, bytes, zip }, hints, overrides)
    if (!reading.ok) return reading
    return ok({
      ...reading.value,
      fileHash: createHash('sha256').update(bytes).digest('hex'),
      fingerprint: fingerprintOf(reading.value),
    })
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

/** Same headings, same fingerprint, in whatever order, case or width they stand. */
function fingerprintOf({ columns }: ContentReading): string {
  const headings = columns.map(({ header }) => normaliseHeader(header)).sort()
  return createHash('sha1').update(JSON.stringify(headings)).digest('hex')
}

async function readContent(
  file: { readonly container: Container; readonly bytes: Uint8Array; readonly zip: ZipFile | undefined },
  hints: FileHints,
  overrides: ImportOverrides,
): Promise<Result<ContentReading>> {
  const { container, bytes, zip } = file
  // A mail or a pasted text is small, and its readers go on with the records.
  const { takeRecords: _takeRecords, ...holding } = hints
  if (hints.pasted === true) return readPastedText({ container, bytes }, holding, overrides)
  if (hasSheets(container)) return ok(await readSheets({ container, bytes, zip }, hints, overrides))
  switch (container) {
    case 'vcard':
      return ok(readCardFile(bytes, hints, overrides))
    case 'whatsapp-chat':
      return ok(readChatFile(bytes, holding, overrides))
    case 'eml':
      return ok(await readMailFile(bytes, holding, overrides))
    case 'enquiry-form':
      return ok(readFormFile(bytes, holding, overrides))
    default:
      return readDelimited(bytes, hints, overrides)
  }
}

function refuse(code: string, container: Container): FileResult {
  const failure = code === 'import.notATable' ? err(code, { format: container }) : err(code)
  return { ok: false, error: { ...failure.error, container } }
}

/** Format id for an error's JSON: what the container is called among the formats. */
export function containerFormat(container: Container | undefined): string | null {
  if (container === undefined || container === 'text') return null
  return container === 'vcard' ? OTHER_FORMATS[1] : container
}
