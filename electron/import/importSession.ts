import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ImportOverrides } from '#shared/importing/reading'
import type { ImportProgress, ImportSummary, OfferedFile, RecordPage } from '#shared/ipc/importing'
import { err, ok, type Result } from '#shared/result'
import type { FileReading } from '../files/import/fileReading'
import { type ImportJob, startImport } from '../files/import/importJob'
import { checkFileSize } from '../files/import/limits'
import { summaryOf } from './importSummary'
import { recordPage } from './recordPage'

/** What the session needs from outside. */
export interface ImportSessionOptions {
  /** The built worker that reads files. */
  readonly worker: string | URL
  readonly newToken: () => string
  readonly now: () => number
  readonly onProgress: (progress: ImportProgress) => void
}

/** The files that a person wants to take in, from the offer to the last record. Nothing here writes. */
export interface ImportSession {
  /** Takes note of picked files by their paths. A file that cannot be looked at is listed with size 0 and fails when it is read. */
  pick(paths: readonly string[]): Promise<readonly OfferedFile[]>
  /** Begins a dropped file. Errors: `import.tooLarge`, `import.tooManyFiles`. */
  offer(fileName: string, sizeBytes: number, firstBytes: Uint8Array): Result<OfferedFile>
  /** Adds to a dropped file. Errors: `import.unknownFile`, `import.unreadable` for more than was announced. */
  offerChunk(token: string, bytes: Uint8Array): Result<null>
  /** Reads a file with the person's corrections in a worker thread. Errors: `import.*`. */
  read(token: string, overrides: ImportOverrides): Promise<Result<ImportSummary>>
  /** Records of the file that was read last, from the given place on. Error: `import.unknownFile`. */
  records(token: string, from: number): Result<RecordPage>
  /** Ends the reading of a file and forgets it. */
  cancel(token: string): void
}

interface Offer {
  readonly fileName: string
  readonly sizeBytes: number
  /** A picked file's place; a dropped one has its bytes here. */
  readonly path?: string
  bytes?: Uint8Array
  received: number
  job?: ImportJob
}

/** More files at once are a mistake, and dropped ones are held in memory. */
const MAX_FILES = 50
const MAX_HELD_BYTES = 600 * 1024 * 1024
const MAX_NAME_CHARS = 500

/** Begins a session; one for the whole run of the app. */
export function createImportSession(options: ImportSessionOptions): ImportSession {
  const offers = new Map<string, Offer>()
  // The records of one file at a time: a second one is read again when it is looked at again.
  let current: { readonly token: string; readonly reading: FileReading } | undefined

  const heldBytes = () => [...offers.values()].reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0)

  const add = (offer: Offer): OfferedFile => {
    const token = options.newToken()
    offers.set(token, offer)
    return { token, fileName: offer.fileName, sizeBytes: offer.sizeBytes }
  }

  return {
    async pick(paths) {
      const listed: OfferedFile[] = []
      for (const path of paths.slice(0, Math.max(0, MAX_FILES - offers.size))) {
        const sizeBytes = await stat(path)
          .then(({ size }) => size)
          .catch(() => 0)
        listed.push(add({ fileName: basename(path).slice(0, MAX_NAME_CHARS), sizeBytes, path, received: 0 }))
      }
      return listed
    },

    offer(fileName, sizeBytes, firstBytes) {
      const size = checkFileSize(sizeBytes)
      if (!size.ok) return size
      if (offers.size >= MAX_FILES || heldBytes() + sizeBytes > MAX_HELD_BYTES)
        return err('import.tooManyFiles')
      if (firstBytes.length > sizeBytes) return err('import.unreadable')
      const bytes = new Uint8Array(sizeBytes)
      bytes.set(firstBytes)
      return ok(
        add({ fileName: fileName.slice(0, MAX_NAME_CHARS), sizeBytes, bytes, received: firstBytes.length }),
      )
    },

    offerChunk(token, bytes) {
      const offer = offers.get(token)
      if (offer?.bytes === undefined) return err('import.unknownFile')
      if (offer.received + bytes.length > offer.sizeBytes) return err('import.unreadable')
      offer.bytes.set(bytes, offer.received)
      offer.received += bytes.length
      return ok(null)
    },

    async read(token, overrides) {
      const offer = offers.get(token)
      if (offer === undefined) return err('import.unknownFile')
      offer.job?.cancel()
      const bytes = await bytesOf(offer)
      if (!bytes.ok) return bytes
      if (!offers.has(token)) return err('import.cancelled')
      current = undefined
      const year = new Date(options.now()).getFullYear()
      const job = startImport({
        worker: options.worker,
        task: { bytes: bytes.value, fileName: offer.fileName, year, overrides },
        onProgress: (done, total) => options.onProgress({ token, done, total }),
      })
      offer.job = job
      const fileHash = createHash('sha256').update(bytes.value).digest('hex')
      const result = await job.result
      // The error's container is for support; the window only needs the code.
      if (!result.ok) return { ok: false, error: { code: result.error.code, ...paramsOf(result.error) } }
      current = { token, reading: result.value }
      return ok(summaryOf(token, fileHash, result.value))
    },

    records(token, from) {
      return current?.token === token
        ? ok(recordPage(current.reading.records, from))
        : err('import.unknownFile')
    },

    cancel(token) {
      offers.get(token)?.job?.cancel()
      offers.delete(token)
      if (current?.token === token) current = undefined
    },
  }
}

/** A picked file is read anew each time, so that what is previewed is what stands on the disk. */
async function bytesOf(offer: Offer): Promise<Result<Uint8Array>> {
  if (offer.bytes !== undefined)
    return offer.received === offer.sizeBytes ? ok(offer.bytes) : err('import.unreadable')
  if (offer.path === undefined) return err('import.unknownFile')
  try {
    const { size } = await stat(offer.path)
    const allowed = checkFileSize(size)
    return allowed.ok ? ok(new Uint8Array(await readFile(offer.path))) : allowed
  } catch {
    return err('import.unreadable')
  }
}

function paramsOf(error: { readonly params?: Readonly<Record<string, string | number | boolean>> }) {
  return error.params === undefined ? {} : { params: error.params }
}
