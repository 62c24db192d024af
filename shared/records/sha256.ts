import * as z from 'zod'

/** A SHA-256 in lower-case hex: what names an attachment, a file that was read or a part of a backup. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)
