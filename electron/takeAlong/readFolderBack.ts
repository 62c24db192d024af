import { createHash } from 'node:crypto'
import path from 'node:path'
import type { NamedFiles, ReadBack } from '#shared/ipc/takeAlong'
import { TABLE_NAMES, type TableName } from '#shared/records/tables'
import { err, ok, type Result } from '#shared/result'
import { LOG_LINE } from '#shared/snapshot/lines'
import { ATTACHMENT_FOLDER } from '#shared/takeAlong/contents'
import { isReadBack, type Manifest } from '#shared/takeAlong/manifest'
import { type AttachmentStore, MAX_ATTACHMENT_BYTES } from '../attachments/attachmentStore'
import type { Backups } from '../backup/backups'
import { readChunks, readWhole } from '../files/durableWrite'
import { errnoOf, type FsPort, fsFailure } from '../files/fsPort'
import { dataFile } from './dataFiles'
import { alteredFiles, readManifest } from './folderCheck'
import { linesOf } from './lines'

/** What reading back works with. */
export interface ReadBackParts {
  readonly fs: FsPort
  readonly backups: Pick<Backups, 'adoptLines'>
  readonly attachments: AttachmentStore
}

/** So many names are told; of more only how many there are. */
const TOLD_NAMES = 20
/** A piece of a snapshot. */
const PIECE_CHARS = 1024 * 1024

/**
 * Takes the records and attachments of a folder in among the backups, from where they can be restored. Every file that
 * is read must be what the manifest says; the names of those that are not come back instead. The records are read from
 * their open form alone, so that a folder is worth as much as what anybody can see in it. What is refused has changed
 * nothing but, perhaps, added attachments that no record names.
 * Errors: those of `parseManifest`, `backup.tampered`, `backup.diskFull`, `backup.ioFailed` ...
 */
export async function readFolderBack(parts: ReadBackParts, folder: string): Promise<Result<ReadBack>> {
  const { fs, backups } = parts
  const manifest = await readManifest(fs, folder)
  if (!manifest.ok) return manifest
  try {
    const wanted = manifest.value.files.filter(isReadBack)
    const missing = neededFiles().filter((name) => !wanted.some((file) => file.path === name))
    const altered = [...missing, ...(await alteredFiles(fs, folder, wanted))]
    if (altered.length > 0) return ok({ kind: 'altered', files: named(altered) })
    const stored = await storeAttachments(parts, folder, manifest.value)
    if (!stored.ok) return stored
    const info = await backups.adoptLines(adopted(fs, folder, manifest.value))
    if (!info.ok) return err(info.error.code === 'backup.sourceFailed' ? 'backup.tampered' : info.error.code)
    const copies = manifest.value.files.filter((file) => !isReadBack(file))
    const copiesChanged = named(await alteredFiles(fs, folder, copies))
    return ok({ kind: 'read', info: info.value, copiesChanged })
  } catch (fault) {
    if (errnoOf(fault) === undefined) throw fault
    return fsFailure('backup', fault)
  }
}

/** A folder without one of these is not whole, whatever its manifest lists. */
function neededFiles(): string[] {
  return [...TABLE_NAMES, LOG_LINE].map((table) => dataFile(table as TableName | typeof LOG_LINE))
}

function adopted(fs: FsPort, folder: string, manifest: Manifest): Parameters<Backups['adoptLines']>[0] {
  const { app, schema, notebookId, generation, createdAt, lastSeq, counts, logRows } = manifest
  const lines = Object.values(counts).reduce((sum, { rows }) => sum + rows, logRows)
  return {
    origin: { app, schema, notebookId, generation, createdAt },
    summary: { lastSeq, counts, logRows, lines },
    pieces: snapshotLines(fs, folder, manifest),
  }
}

/** The records as lines of a snapshot, proven file by file to be still what was checked. */
async function* snapshotLines(fs: FsPort, folder: string, manifest: Manifest): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for (const table of [...TABLE_NAMES, LOG_LINE] as const) {
    const name = dataFile(table)
    const sha256 = manifest.files.find((file) => file.path === name)?.sha256
    let text = ''
    let rows = 0
    for await (const line of linesOf(proven(readChunks(fs, path.join(folder, name)), sha256))) {
      text += `{"t":"${table}","r":${line}}\n`
      rows += 1
      if (text.length < PIECE_CHARS) continue
      yield encoder.encode(text)
      text = ''
    }
    if (text !== '') yield encoder.encode(text)
    const expected = table === LOG_LINE ? manifest.logRows : (manifest.counts[table]?.rows ?? 0)
    if (rows !== expected) throw new Error('count')
  }
}

async function* proven(
  stream: AsyncIterable<Uint8Array>,
  sha256: string | undefined,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  for await (const chunk of stream) {
    hash.update(chunk)
    yield chunk
  }
  if (hash.digest('hex') !== sha256) throw new Error('changed while it was read')
}

async function storeAttachments(
  { fs, attachments }: ReadBackParts,
  folder: string,
  { files }: Manifest,
): Promise<Result<null>> {
  for (const file of files.filter((each) => each.path.startsWith(`${ATTACHMENT_FOLDER}/`))) {
    if (file.sizeBytes > MAX_ATTACHMENT_BYTES) return err('backup.tooLarge')
    const stored = await attachments.put(await readWhole(fs, path.join(folder, file.path)))
    if (!stored.ok) return err(stored.error.code.replace(/^attachment\./, 'backup.'), stored.error.params)
  }
  return ok(null)
}

function named(names: readonly string[]): NamedFiles {
  return { names: names.slice(0, TOLD_NAMES), count: names.length }
}
