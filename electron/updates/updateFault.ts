import type { UpdateFault } from '#shared/ipc/updates'

/** Codes of the updater for what came but is not what was announced. */
const DAMAGED = ['ERR_CHECKSUM_MISMATCH', 'ERR_UPDATER_INVALID_SIGNATURE']
/** Beginnings of codes, of the updater, Node and Chromium, for a place that gave no answer, or none of use. */
const NO_ANSWER =
  /^(?:HTTP_ERROR_|net::|ERR_UPDATER_CHANNEL_FILE|ECONN|ENOTFOUND|ETIMEDOUT|EAI_|ENET|EHOST|ERR_TLS|CERT_)/
/** What the updater says of an answer that failed on the way; those errors have no code. */
const BROKEN_OFF = /^(?:Cannot download|Request timed out|Request has been aborted|cancelled)/

/** What a failure of the updater means to a person. Anything may be thrown, also what is no error at all. */
export function faultOf(error: unknown): UpdateFault {
  const code = updaterCode(error)
  const message = error instanceof Error ? error.message : ''
  if (code === 'ENOSPC') return 'update.diskFull'
  if (DAMAGED.includes(code)) return 'update.damaged'
  const isNoAnswer = NO_ANSWER.test(code) || NO_ANSWER.test(message) || BROKEN_OFF.test(message)
  return isNoAnswer ? 'update.unreachable' : 'update.failed'
}

/** The fixed name that the updater, Node or Chromium gave a failure, empty for one without; never a path or an address. */
export function updaterCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^[A-Z][A-Z0-9_]*$/.test(code) ? code : ''
}
