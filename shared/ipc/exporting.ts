import * as z from 'zod'

/** A file that has left the notebook. Its own name only: no path crosses the bridge. */
export interface ExportedFile {
  readonly fileName: string
  readonly sizeBytes: number
}

/**
 * The name of a saved file or folder as the window was told it: one name, never a path. A colon may stand in it, as it
 * does on a Mac where a slash was typed, but not as one stands behind a drive or a device.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what may not be in it
export const savedNameSchema = z.string().regex(/^(?!\.{1,2}$)(?![A-Za-z]:|.*:$)[^\\/\u0000-\u001f]{1,255}$/)

/** What texts are saved as. */
export const TEXT_ENDINGS = ['txt', 'html', 'json'] as const
export type TextEnding = (typeof TEXT_ENDINGS)[number]

/** More than a page of a thousand talks comes to. */
export const TEXT_MAX_CHARS = 20_000_000

/** One message between processes carries at most this much of a file's content. */
export const EXPORT_PIECE_BYTES = 16 * 1024 * 1024
