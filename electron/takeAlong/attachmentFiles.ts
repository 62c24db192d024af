import type { Attachment } from '#shared/records/attachment'
import { parseSafeJson } from '#shared/snapshot/safeJson'
import { ATTACHMENT_FOLDER } from '#shared/takeAlong/contents'
import { fileNameOf } from '../files/fileName'
import { dataFile } from './dataFiles'
import { type FolderWriter, OwnNames } from './folderWriter'
import { linesOf } from './lines'

/** Gives the bytes of an attachment; undefined when they are not there or damaged. */
export type ReadAttachment = (hash: string) => Promise<Uint8Array | undefined>

/** The attachments of the folder. */
export interface AttachmentFiles {
  /** Where each lies below the folder, by its hash. */
  readonly paths: ReadonlyMap<string, string>
  /** Hashes that records name and of which there are no bytes. */
  readonly missing: number
}

/** A file that opens is worth more than the ending that somebody gave it. */
const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
}
const ENDING = /\.[A-Za-z0-9]{1,5}$/

/** Copies every attachment that a record names, deleted records included, since an undo may bring them back. */
export async function writeAttachments(folder: FolderWriter, read: ReadAttachment): Promise<AttachmentFiles> {
  const names = new OwnNames()
  const paths = new Map<string, string>()
  const missing = new Set<string>()
  for await (const line of linesOf(folder.read(dataFile('attachments')))) {
    const attachment = parseSafeJson(line) as Attachment
    const { hash } = attachment
    if (paths.has(hash) || missing.has(hash)) continue
    const bytes = await read(hash)
    if (bytes === undefined) {
      missing.add(hash)
      continue
    }
    const path = `${ATTACHMENT_FOLDER}/${names.take(nameOf(attachment), ENDINGS[attachment.mediaType] ?? 'bin')}`
    await folder.add(path, bytes)
    paths.set(hash, path)
  }
  return { paths, missing: missing.size }
}

/** The name it came with, or what it is and the day it was taken in. */
function nameOf({ fileName, purpose, createdAt }: Attachment): string {
  const day = new Date(createdAt).toISOString().slice(0, 10)
  return fileNameOf((fileName ?? '').replace(ENDING, '') || `${purpose} ${day}`)
}
