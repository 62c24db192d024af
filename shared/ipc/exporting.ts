/** A file that has left the notebook. Its own name only: no path crosses the bridge. */
export interface ExportedFile {
  readonly fileName: string
  readonly sizeBytes: number
}

/** What texts are saved as. */
export const TEXT_ENDINGS = ['txt', 'html', 'json'] as const
export type TextEnding = (typeof TEXT_ENDINGS)[number]

/** More than a page of a thousand talks comes to. */
export const TEXT_MAX_CHARS = 20_000_000

/** One message between processes carries at most this much of a file's content. */
export const EXPORT_PIECE_BYTES = 16 * 1024 * 1024
