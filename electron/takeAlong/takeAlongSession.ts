import path from 'node:path'
import * as z from 'zod'
import { type ExportPart, exportPartSchema } from '#shared/exporting/exportFile'
import type { TakenAlong } from '#shared/ipc/takeAlong'
import { SCHEMA_VERSION } from '#shared/records/record'
import { type ReportWords, reportWords } from '#shared/reporting/words'
import { err, ok, type Result } from '#shared/result'
import type { SnapshotHeader, SnapshotSummary, TableCounts } from '#shared/snapshot/format'
import {
  ATTACHMENT_FOLDER,
  CSV_FOLDER,
  DATA_FOLDER,
  MANIFEST_FILE,
  PAGE_FOLDER,
  READER_FOLDER,
  type TakeAlongMoment,
  type TakeAlongSection,
} from '#shared/takeAlong/contents'
import { type CustomerPage, customerPagesSchema } from '#shared/takeAlong/customerPage'
import { type ManifestFacts, manifestText, textToSeal } from '#shared/takeAlong/manifest'
import { type ExportSurroundings, exportBytes } from '../exports/exportBytes'
import { errnoOf, type FsPort, fsFailure } from '../files/fsPort'
import { PieceQueue } from '../files/pieceQueue'
import { log } from '../log'
import { type AttachmentFiles, writeAttachments } from './attachmentFiles'
import { BadLineError, type DataCounts, writeData } from './dataFiles'
import { alteredFiles, sealOf } from './folderCheck'
import { FolderWriter, GivenUpError } from './folderWriter'
import { PageFiles } from './pageFiles'
import { readerPage } from './readerPage'
import { readmeText } from './readme'

/** What the session works with. */
export interface TakeAlongParts extends ExportSurroundings {
  readonly fs: FsPort
  /** Asks the person for the folder in which the new one is to be made; null when they think better of it. */
  readonly choosePlace: () => Promise<string | null>
  /** Whose records these are, as the snapshot of now would say; undefined while no notebook is open. */
  readonly notebook: () => Pick<SnapshotHeader, 'notebookId' | 'generation'> | undefined
  readonly version: string
  /** The folder is there, whole. */
  readonly onSaved: (place: string) => void
  readonly newToken: () => string
}

/**
 * The whole notebook on its way out, one folder at a time. The window gives what is in it, never where it goes:
 * first the records (`data`), then in any order the customers' pages and the exported files.
 */
export interface TakeAlongSession {
  /** Asks for a place and begins a folder there; `null` when the person thinks better of it. */
  begin(moment: TakeAlongMoment): Promise<Result<string | null>>
  /** Ends the section before and begins the next. Errors: `export.notBegun`, and those of `write`. */
  open(token: string, section: TakeAlongSection): Promise<Result<null>>
  /**
   * Adds to the section: lines of a snapshot, JSON of a list of pages, or JSON of a list of parts. Errors:
   * `export.notBegun`, `export.badPart`, and what the disk said: `export.diskFull`, `export.readOnly`,
   * `export.missing`, `export.ioFailed`. Whatever fails leaves nothing of the folder.
   */
  write(token: string, content: Uint8Array): Promise<Result<null>>
  /** Ends the folder: it is read back whole and only then has its name. Errors as of `write`, `export.verifyFailed`. */
  finish(token: string, summary: SnapshotSummary): Promise<Result<TakenAlong>>
  /** Gives up whatever is under way, or the folder of a token; nothing is left of it. */
  cancel(token?: string): Promise<void>
}

interface OpenSection {
  readonly push: (content: Uint8Array) => Promise<void>
  readonly end: (state: 'ended' | 'failed') => void
  readonly done: Promise<Result<null>>
}

interface OpenFolder {
  readonly token: string
  readonly title: string
  readonly createdAt: number
  readonly writer: FolderWriter
  readonly moment: TakeAlongMoment
  readonly words: ReportWords
  section: OpenSection | undefined
  /** Settles when nothing is being written. */
  busy: Promise<unknown>
  data: DataCounts | undefined
  attachments: AttachmentFiles
  pages: PageFiles
}

const FOLDERS = [DATA_FOLDER, ATTACHMENT_FOLDER, CSV_FOLDER, PAGE_FOLDER, READER_FOLDER]
const partsSchema = z.array(exportPartSchema).max(100)
/** Failures that the window has words of its own for, as of other exports. */
const TOLD = new Set([
  'export.diskFull',
  'export.readOnly',
  'export.missing',
  'export.badPart',
  'export.verifyFailed',
])

/** Makes the part of the main process that writes the folder. */
export function createTakeAlongSession(parts: TakeAlongParts): TakeAlongSession {
  let current: OpenFolder | undefined

  let removing: Promise<void> = Promise.resolve()

  /** Resolves when nothing is left of the folder, whoever has asked first. */
  async function giveUp(): Promise<void> {
    const given = current
    current = undefined
    if (given !== undefined) removing = remove(given)
    await removing
  }

  /** Giving up waits for what is under way, so that nothing is written into a folder that is being removed. */
  function busyWith<T>(folder: OpenFolder, work: Promise<T>): Promise<T> {
    folder.busy = Promise.allSettled([folder.busy, work])
    return work
  }

  /** A failure ends the whole folder; the first one is the one that is told. */
  async function failed<T>(folder: OpenFolder, result: Result<T>): Promise<Result<T>> {
    if (!result.ok && current === folder) await giveUp()
    return result
  }

  return {
    async begin(moment) {
      await giveUp()
      const place = await parts.choosePlace()
      if (place === null) return ok(null)
      const title = `Orchard ${moment.today}`
      return guarded(async () => {
        const writer = await FolderWriter.begin(parts.fs, place, title, FOLDERS)
        const words = reportWords(moment.language)
        const attachments: AttachmentFiles = { paths: new Map(), missing: 0 }
        const pages = new PageFiles(writer, attachments.paths, words.text('takeAlong.page.attachments'))
        const createdAt = parts.now()
        const token = parts.newToken()
        current = {
          token,
          title,
          createdAt,
          writer,
          moment,
          words,
          section: undefined,
          busy: Promise.resolve(),
          data: undefined,
          attachments,
          pages,
        }
        return token
      })
    },

    async open(token, section) {
      const folder = current
      if (folder?.token !== token) return err('export.notBegun')
      const ended = await failed(folder, await endSection(folder))
      if (!ended.ok) return ended
      if (current !== folder) return err('export.notBegun')
      // Pages link to attachments, whose names are known when the records are there.
      if (section.kind !== 'data' && folder.data === undefined) return failed(folder, err('export.badPart'))
      folder.section = beginSection(folder, section, parts)
      void busyWith(folder, folder.section.done)
      return ok(null)
    },

    async write(token, content) {
      const folder = current
      if (folder?.token !== token || folder.section === undefined) return err('export.notBegun')
      const { push, done } = folder.section
      // A section that has failed takes nothing any more.
      const taken = await Promise.race([
        guarded(async () => {
          await push(content)
          return null
        }),
        done,
      ])
      return failed(folder, taken)
    },

    async finish(token, summary) {
      const folder = current
      if (folder?.token !== token) return err('export.notBegun')
      const ended = await failed(folder, await endSection(folder))
      if (!ended.ok) return ended
      const finished = await failed(folder, await busyWith(folder, finishFolder(folder, summary, parts)))
      if (finished.ok && current === folder) current = undefined
      return finished
    },

    async cancel(token) {
      if (token === undefined || current?.token === token) await giveUp()
      else await removing
    },
  }
}

async function remove(folder: OpenFolder): Promise<void> {
  folder.writer.stop()
  folder.section?.end('failed')
  await folder.busy
  await folder.writer.remove()
}

async function endSection(folder: OpenFolder): Promise<Result<null>> {
  const { section } = folder
  folder.section = undefined
  section?.end('ended')
  return (await section?.done) ?? ok(null)
}

function beginSection(folder: OpenFolder, section: TakeAlongSection, parts: TakeAlongParts): OpenSection {
  const { writer } = folder
  if (section.kind === 'data') {
    return sectionOf<Uint8Array>(
      (content) => [content],
      async (lines) => {
        folder.data = await writeData(writer, lines)
        folder.attachments = await writeAttachments(writer, parts.readPhoto)
        const title = folder.words.text('takeAlong.page.attachments')
        folder.pages = new PageFiles(writer, folder.attachments.paths, title)
      },
    )
  }
  if (section.kind === 'pages') {
    return sectionOf<CustomerPage[]>(
      (content) => [parsed(content, customerPagesSchema)],
      async (pages) => {
        for await (const some of pages) await folder.pages.add(some)
      },
    )
  }
  return sectionOf<ExportPart>(
    (content) => parsed(content, partsSchema),
    async (given) => {
      await writer.add(section.name, exportBytes(section.head, given, parts))
    },
  )
}

/** A section as a queue that one piece of work empties. */
function sectionOf<T>(
  parse: (content: Uint8Array) => readonly T[],
  run: (pieces: AsyncIterable<T>) => Promise<void>,
): OpenSection {
  const queue = new PieceQueue<T>()
  let isGivenUp = false
  return {
    push: async (content) => {
      for (const piece of parse(content)) await queue.push(piece)
    },
    end: (state) => {
      isGivenUp = state === 'failed'
      queue.end(state)
    },
    done: guarded(async () => {
      await run(queue).catch((fault: unknown) => {
        throw isGivenUp ? new GivenUpError() : fault
      })
      return null
    }),
  }
}

async function finishFolder(
  folder: OpenFolder,
  summary: SnapshotSummary,
  parts: TakeAlongParts,
): Promise<Result<TakenAlong>> {
  const { writer, words, moment, title, createdAt, data } = folder
  const notebook = parts.notebook()
  if (data === undefined || notebook === undefined) return err('export.badPart')
  if (data.logRows !== summary.logRows || !sameCounts(data.counts, summary.counts))
    return err('export.badPart')
  return guarded(async () => {
    const { lists, pages } = await folder.pages.finish()
    await writer.add(
      'README.txt',
      readmeText({ words, zone: moment.zone }, { createdAt, version: parts.version }),
    )
    await writer.add('index.html', readerPage({ title, lists }, words))
    const files = writer.files()
    const { paths, missing } = folder.attachments
    const facts: ManifestFacts = {
      app: parts.version,
      notebookId: notebook.notebookId,
      generation: notebook.generation,
      schema: SCHEMA_VERSION,
      createdAt,
      lastSeq: summary.lastSeq,
      ...data,
      pages,
      attachments: { inside: paths.size, missing },
      files,
    }
    await writer.add(MANIFEST_FILE, new TextEncoder().encode(manifestText(facts, sealOf(textToSeal(facts)))))
    // The manifest is read back like every file that it speaks of.
    const altered = await alteredFiles(parts.fs, writer.path, writer.files(), () => writer.isStopped())
    if (altered.length > 0) throw new UnverifiedError()
    const place = await writer.finish(FOLDERS)
    parts.onSaved(place)
    const records = Object.values(data.counts).reduce((sum, { rows }) => sum + rows, 0)
    const sizeBytes = writer.files().reduce((sum, file) => sum + file.sizeBytes, 0)
    return {
      folderName: path.basename(place),
      sizeBytes,
      files: files.length + 1,
      records,
      pages,
      attachments: paths.size,
      missingAttachments: missing,
    }
  })
}

/** What the disk gives back is not what was written. */
class UnverifiedError extends Error {
  override readonly name = 'UnverifiedError'
}

/** What the window has sent is not what it may send. */
class BadContentError extends Error {
  override readonly name = 'BadContentError'
}

function parsed<T>(content: Uint8Array, schema: z.ZodType<T>): T {
  try {
    const result = schema.safeParse(JSON.parse(new TextDecoder().decode(content)))
    if (result.success) return result.data
  } catch {
    // Told below like what is JSON, but of another form.
  }
  throw new BadContentError()
}

async function guarded<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work())
  } catch (fault) {
    return err(codeOf(fault))
  }
}

function codeOf(fault: unknown): string {
  if (fault instanceof BadLineError || fault instanceof BadContentError) return 'export.badPart'
  if (fault instanceof GivenUpError) return 'export.notBegun'
  if (fault instanceof UnverifiedError) return 'export.verifyFailed'
  // The name tells a programmer where to look; the message might quote what the person typed.
  if (errnoOf(fault) === undefined)
    log.warn('takeAlong.fault', { name: fault instanceof Error ? fault.name : 'unknown' })
  const { code } = fsFailure('export', fault).error
  return TOLD.has(code) ? code : 'export.ioFailed'
}

/** Whether the files hold as many records as the index had; a table without rows may be left out of either. */
function sameCounts(a: TableCounts, b: TableCounts): boolean {
  const text = (counts: TableCounts) =>
    Object.entries(counts)
      .filter(([, { rows }]) => rows > 0)
      .map(([table, { rows, live }]) => `${table} ${rows} ${live}`)
      .sort()
      .join('\n')
  return text(a) === text(b)
}
