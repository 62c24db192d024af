import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { MAX_FRAME_BYTES, MAX_PIECE_BYTES, MAX_RATIO, RATIO_FREE_BYTES } from '#shared/snapshot/format'
import { refuse } from './snapshotFault'

const compress = promisify(gzip)
const inflate = promisify(gunzip)

/** Compresses a piece off the main thread. What would look like a bomb to a reader is stored as it is. */
export async function gzipPiece(bytes: Uint8Array): Promise<Uint8Array> {
  const compressed = await compress(bytes, { level: 6 })
  const isSuspect = bytes.length > RATIO_FREE_BYTES && bytes.length > compressed.length * (MAX_RATIO / 2)
  const piece = isSuspect ? await compress(bytes, { level: 0 }) : compressed
  return piece.length > MAX_FRAME_BYTES ? refuse('backup.tooLarge') : piece
}

/** Inflates a piece within its limits. Throws `backup.tooLarge` or `backup.tampered`. */
export async function gunzipPiece(bytes: Uint8Array): Promise<Uint8Array> {
  const allowed = Math.min(MAX_PIECE_BYTES, Math.max(RATIO_FREE_BYTES, bytes.length * MAX_RATIO))
  try {
    return await inflate(bytes, { maxOutputLength: allowed })
  } catch (fault) {
    const code = fault instanceof Error ? (fault as NodeJS.ErrnoException).code : undefined
    return refuse(code === 'ERR_BUFFER_TOO_LARGE' ? 'backup.tooLarge' : 'backup.tampered')
  }
}
