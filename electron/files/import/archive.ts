import {
  type ArchiveFormat,
  archiveFormat,
  isNoiseMember,
  isReadableMember,
  memberName,
} from '#shared/importing/archives'
import { ok, type Result } from '#shared/result'
import { ImportFailure, LIMITS } from './limits'
import { sniff } from './sniff'
import { openZip, type ZipFile } from './zipFile'

/** A file in an archive that may hold a table, cards or talk. */
export interface ArchiveMember {
  /** As the archive spells it: by this it is read. */
  readonly entry: string
  /** As it may be shown. */
  readonly fileName: string
  /** As the archive states it; what comes out is counted by itself. */
  readonly sizeBytes: number
}

/** What lies in an archive. */
export interface ArchiveListing {
  readonly format: ArchiveFormat
  /** Those that may be read, largest first. */
  readonly members: readonly ArchiveMember[]
  /** Names of the others: pictures, papers, and what is beyond the limit. */
  readonly others: readonly string[]
}

/** Whether the bytes begin like a zip, be it an archive or a workbook. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}

/**
 * What an archive holds; null for a file that is none, workbooks included. Nothing is unpacked.
 * Errors: `import.truncated`, `import.emptyArchive` when nothing in it can be read.
 */
export function listArchive(bytes: Uint8Array, fileName: string): Result<ArchiveListing | null> {
  if (!isZip(bytes)) return ok(null)
  try {
    const zip = openZip(bytes)
    if (sniff(bytes, zip.names) !== 'zip') return ok(null)
    const names = zip.names.filter((name) => !isNoiseMember(name))
    const readable = names
      .filter(isReadableMember)
      .map((entry) => ({ entry, fileName: memberName(entry), sizeBytes: zip.statedBytes(entry) }))
      .sort((a, b) => b.sizeBytes - a.sizeBytes)
    const members = readable.slice(0, LIMITS.archiveMembers)
    if (members.length === 0) throw new ImportFailure('import.emptyArchive')
    const listed = new Set(members.map(({ entry }) => entry))
    const others = names.filter((name) => !listed.has(name)).map(memberName)
    return ok({ format: archiveFormat(fileName, names), members, others })
  } catch (error) {
    if (error instanceof ImportFailure) return { ok: false, error: error.failure }
    throw error
  }
}

/**
 * Unpacks one member.
 * @throws ImportFailure `import.truncated`, `import.damaged`, `import.passwordProtected`, `import.inflatesTooFar`.
 */
export function readMember(bytes: Uint8Array, entry: string): Uint8Array {
  const zip: ZipFile = openZip(bytes, LIMITS.fileBytes)
  const data = zip.read(entry, LIMITS.archiveRatio)
  if (data === undefined) throw new ImportFailure('import.damaged')
  return data
}
