import { createHash } from 'node:crypto'
import path from 'node:path'
import { SCHEMA_VERSION } from '#shared/records/record'
import { err, type Result } from '#shared/result'
import { MANIFEST_FILE } from '#shared/takeAlong/contents'
import { type FolderFile, type Manifest, parseManifest } from '#shared/takeAlong/manifest'
import { readChunks, readWhole } from '../files/durableWrite'
import { errnoOf, type FsPort, fsFailure } from '../files/fsPort'

/** A million files make a manifest of 150 MB. */
const MAX_MANIFEST_BYTES = 512 * 1024 * 1024

/** SHA-256 of a text, as manifests are sealed with it. */
export function sealOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** Reads the manifest of a folder. Errors: those of `parseManifest`, and of the disk as `backup.ioFailed` ... */
export async function readManifest(fs: FsPort, folder: string): Promise<Result<Manifest>> {
  try {
    const file = path.join(folder, MANIFEST_FILE)
    const found = await fs.stat(file)
    if (found?.kind !== 'file') return err('takeAlong.notOurs')
    if (found.sizeBytes > MAX_MANIFEST_BYTES) return err('takeAlong.badManifest')
    return parseManifest((await readWhole(fs, file)).toString('utf8'), SCHEMA_VERSION, sealOf)
  } catch (fault) {
    return fsFailure('backup', fault)
  }
}

/**
 * Paths of the files that are missing, can't be read, or are not what the manifest says, in its order. Once `isStopped`
 * says so nobody is waiting for the answer any more.
 */
export async function alteredFiles(
  fs: FsPort,
  folder: string,
  files: readonly FolderFile[],
  isStopped: () => boolean = () => false,
): Promise<string[]> {
  const altered: string[] = []
  for (const file of files) {
    if (isStopped()) break
    if (!(await isAsWritten(fs, folder, file))) altered.push(file.path)
  }
  return altered
}

async function isAsWritten(fs: FsPort, folder: string, file: FolderFile): Promise<boolean> {
  const place = path.join(folder, file.path)
  try {
    const found = await fs.stat(place)
    if (found?.kind !== 'file' || found.sizeBytes !== file.sizeBytes) return false
    const hash = createHash('sha256')
    for await (const chunk of readChunks(fs, place)) hash.update(chunk)
    return hash.digest('hex') === file.sha256
  } catch (fault) {
    if (errnoOf(fault) === undefined) throw fault
    return false
  }
}
