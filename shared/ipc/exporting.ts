/** A file that has left the notebook. Its own name only: no path crosses the bridge. */
export interface ExportedFile {
  readonly fileName: string
  readonly sizeBytes: number
}

/** One message between processes carries at most this much of a file's content. */
export const EXPORT_PIECE_BYTES = 16 * 1024 * 1024
