import type { BackupInfo } from './backup'

/** A folder in which the whole notebook has left. Its own name only: no path crosses the bridge. */
export interface TakenAlong {
  readonly folderName: string
  readonly sizeBytes: number
  readonly files: number
  readonly records: number
  readonly pages: number
  readonly attachments: number
  /** Attachments that records name and that could not be read. */
  readonly missingAttachments: number
}

/** Some names of files, and how many there are in all. */
export interface NamedFiles {
  /** Below the folder, as the manifest has them; the first ones. */
  readonly names: readonly string[]
  readonly count: number
}

/** What became of reading a folder back. */
export type ReadBack =
  /** It stands among the backups and can be restored. `copiesChanged` are files that were altered and not read. */
  | { readonly kind: 'read'; readonly info: BackupInfo; readonly copiesChanged: NamedFiles }
  /** Files that have to be read are missing or not what the manifest says. */
  | { readonly kind: 'altered'; readonly files: NamedFiles }
