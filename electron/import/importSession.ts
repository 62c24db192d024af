import { open, readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { RateSheet } from '#shared/importing/rates/rateSeries'
import type { ImportOverrides } from '#shared/importing/reading'
import type {
  ImportProgress,
  ImportSummary,
  OfferedFile,
  OpenedArchive,
  RecordPage,
} from '#shared/ipc/importing'
import { err, ok, type Result } from '#shared/result'
import { dayIn } from '#shared/time/calendarDay'
import { isZip, listArchive } from '../files/import/archive'
import type { PackedReading } from '../files/import/fileReading'
import { type ImportJob, startImport, startRates } from '../files/import/importJob'
import { checkFileSize } from '../files/import/limits'
import { recordPage } from '../files/import/recordPages'
import { summaryOf } from './importSummary'

/** What the session needs from outside. */
export interface ImportSessionOptions {
  /** The built worker that reads files. */
  readonly worker: string | URL
  readonly newToken: () => string
  readonly now: () => number
  readonly onProgress: (progress: ImportProgress) => void
  /** A file that the person picked, or opened with Orchard, could be read. */
  readonly onRead?: ((path: string) => void) | undefined
}

/** The files that a person wants to take in, from the offer to the last record. Nothing here writes. */
export interface ImportSession {
  /** Takes note of picked files by their paths. A file that cannot be looked at is listed with size 0 and fails when it is read. */
  pick(paths: readonly string[]): Promise<readonly OfferedFile[]>
  /** Begins a dropped file. Errors: `import.tooLarge`, `import.tooManyFiles`. */
  offer(fileName: string, sizeBytes: number, firstBytes: Uint8Array): Result<OfferedFile>
  /** Begins a text that was pasted. Error: `import.tooManyFiles`. */
  paste(fileName: string, text: string): Result<OfferedFile>
  /** Adds to a dropped file. Errors: `import.unknownFile`, `import.unreadable` for more than was announced. */
  offerChunk(token: string, bytes: Uint8Array): Result<null>
  /**
   * What lies in an archive, each file of it offered by itself; null when the file is none. From then on the archive's
   * own token is forgotten. Errors: `import.unknownFile`, `import.unreadable`, and those of `listArchive`.
   */
  unpack(token: string): Promise<Result<OpenedArchive | null>>
  /**
   * Reads a file with the person's corrections in a worker thread. What was being read before is ended and answers
   * `import.cancelled`. Errors: `import.*`.
   */
  read(token: string, overrides: ImportOverrides): Promise<Result<ImportSummary>>
  /** What reading a file with these corrections gave; it is read again where another was read since. Errors: `import.*`. */
  reading(token: string, overrides: ImportOverrides): Promise<Result<PackedReading>>
  /** The page of records of the file that was read last which begins at a place. Error: `import.unknownFile`. */
  records(token: string, from: number): Result<RecordPage>
  /** Reads a file or a pasted text as exchange rates, and forgets it. Errors: `rates.notRates`, `import.*`. */
  rates(token: string): Promise<Result<RateSheet>>
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
  job?: Pick<ImportJob, 'cancel'>
  /** Pasted, not a file. */
  readonly pasted?: true
  /** A file in an archive: where its bytes are, and what it is called there. */
  readonly inside?: { readonly archive: Offer; readonly entry: string }
}

/** More files at once are a mistake, and dropped ones are held in memory. */
const MAX_FILES = 50
const MAX_HELD_BYTES = 600 * 1024 * 1024
const MAX_NAME_CHARS = 500
/** Names of what an archive holds besides. */
const OTHERS_LISTED = 200

/** Begins a session; one for the whole run of the app. */
export function createImportSession(options: ImportSessionOptions): ImportSession {
  const offers = new Map<string, Offer>()
  // The records of one file at a time: a second one is read again when it is looked at again.
  let current: { readonly token: string; readonly reading: PackedReading } | undefined
  // Readings end in any order: the one that was asked for last counts, the ones before it are ended.
  let turns = 0
  let underWay: Pick<ImportJob, 'cancel'> | undefined

  /** The files that were given; an archive counts once, whatever lies in it. */
  const given = () => [...new Set([...offers.values()].map((offer) => offer.inside?.archive ?? offer))]
  const heldBytes = () => given().reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0)

  const add = (offer: Offer): OfferedFile => {
    const token = options.newToken()
    offers.set(token, offer)
    return { token, fileName: offer.fileName, sizeBytes: offer.sizeBytes }
  }

  async function readOffered(token: string, overrides: ImportOverrides): Promise<Result<PackedReading>> {
    const offer = offers.get(token)
    if (offer === undefined) return err('import.unknownFile')
    underWay?.cancel()
    current = undefined
    turns += 1
    const turn = turns
    const bytes = await bytesOf(offer.inside?.archive ?? offer)
    if (!bytes.ok) return bytes
    if (turn !== turns || !offers.has(token)) return err('import.cancelled')
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const { path } = offer.inside?.archive ?? offer
    const job = startImport({
      worker: options.worker,
      task: {
        bytes: bytes.value,
        fileName: offer.fileName,
        ...(offer.inside === undefined ? {} : { member: offer.inside.entry }),
        ...(offer.pasted === undefined ? {} : { pasted: true }),
        today: dayIn(zone, options.now()),
        overrides,
      },
      givesBytes: path !== undefined,
      onProgress: (done, total) => options.onProgress({ token, done, total }),
    })
    offer.job = job
    underWay = job
    const result = await job.result
    // The error's container is for support; the window only needs the code.
    if (!result.ok) return { ok: false, error: { code: result.error.code, ...paramsOf(result.error) } }
    if (turn !== turns) return err('import.cancelled')
    current = { token, reading: result.value }
    if (path !== undefined) options.onRead?.(path)
    return ok(result.value)
  }

  return {
    async pick(paths) {
      const listed: OfferedFile[] = []
      for (const path of paths.slice(0, Math.max(0, MAX_FILES - given().length))) {
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
      if (given().length >= MAX_FILES || heldBytes() + sizeBytes > MAX_HELD_BYTES)
        return err('import.tooManyFiles')
      if (firstBytes.length > sizeBytes) return err('import.unreadable')
      const bytes = new Uint8Array(sizeBytes)
      bytes.set(firstBytes)
      return ok(
        add({ fileName: fileName.slice(0, MAX_NAME_CHARS), sizeBytes, bytes, received: firstBytes.length }),
      )
    },

    paste(fileName, text) {
      const bytes = new TextEncoder().encode(text)
      if (given().length >= MAX_FILES || heldBytes() + bytes.length > MAX_HELD_BYTES)
        return err('import.tooManyFiles')
      const sizeBytes = bytes.length
      return ok(add({ fileName, sizeBytes, bytes, received: sizeBytes, pasted: true }))
    },

    offerChunk(token, bytes) {
      const offer = offers.get(token)
      if (offer?.bytes === undefined) return err('import.unknownFile')
      if (offer.received + bytes.length > offer.sizeBytes) return err('import.unreadable')
      offer.bytes.set(bytes, offer.received)
      offer.received += bytes.length
      return ok(null)
    },

    async unpack(token) {
      const offer = offers.get(token)
      if (offer === undefined) return err('import.unknownFile')
      if (!(await mayBeArchive(offer))) return ok(null)
      const bytes = await bytesOf(offer)
      if (!bytes.ok) return bytes
      const listing = listArchive(bytes.value, offer.fileName)
      if (!listing.ok) return listing
      if (listing.value === null) return ok(null)
      const { format, members, others } = listing.value
      offers.delete(token)
      const files = members.map(({ entry, fileName, sizeBytes }) =>
        add({ fileName, sizeBytes, received: 0, inside: { archive: offer, entry } }),
      )
      return ok({ format, files, others: others.slice(0, OTHERS_LISTED), otherCount: others.length })
    },

    async read(token, overrides) {
      const result = await readOffered(token, overrides)
      return result.ok ? ok(summaryOf(token, result.value)) : result
    },

    async reading(token, overrides) {
      return current?.token === token ? ok(current.reading) : readOffered(token, overrides)
    },

    records(token, from) {
      return current?.token === token
        ? ok(recordPage(current.reading.pages, from))
        : err('import.unknownFile')
    },

    async rates(token) {
      const offer = offers.get(token)
      if (offer === undefined) return err('import.unknownFile')
      const bytes = await bytesOf(offer)
      if (!bytes.ok || !offers.has(token)) {
        offers.delete(token)
        return bytes.ok ? err('import.cancelled') : bytes
      }
      const job = startRates({
        worker: options.worker,
        task: { bytes: bytes.value, fileName: offer.fileName, overrides: {} },
      })
      offer.job = job
      const result = await job.result
      offers.delete(token)
      return result
    },

    cancel(token) {
      offers.get(token)?.job?.cancel()
      offers.delete(token)
      if (current?.token === token) current = undefined
    },
  }
}

/** Looks at the first bytes only: most files are no archives, and some are large. */
async function mayBeArchive(offer: Offer): Promise<boolean> {
  if (offer.path === undefined) return offer.bytes !== undefined && isZip(offer.bytes)
  try {
    const file = await open(offer.path)
    try {
      const head = new Uint8Array(4)
      await file.read(head, 0, 4, 0)
      return isZip(head)
    } finally {
      await file.close()
    }
  } catch {
    // Reading it will say what is wrong.
    return false
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
    return allowed.ok ? ok(await readFile(offer.path)) : allowed
  } catch {
    return err('import.unreadable')
  }
}

function paramsOf(error: { readonly params?: Readonly<Record<string, string | number | boolean>> }) {
  return error.params === undefined ? {} : { params: error.params }
}
