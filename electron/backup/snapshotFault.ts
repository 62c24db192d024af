import { err, type OrchardError, ok, type Result } from '#shared/result'
import { errnoOf, fsFailure } from '../files/fsPort'

/** Ends the reading of a snapshot from deep inside a stream. Carries a code, never content. */
export class SnapshotFault extends Error {
  override readonly name = 'SnapshotFault'
  constructor(readonly fault: OrchardError) {
    super(fault.code)
  }
}

/** Throws a `SnapshotFault`. Codes are listed at `readSnapshot`. */
export function refuse(code: string): never {
  throw new SnapshotFault({ code })
}

/** Gives the value or throws the failure as a `SnapshotFault`. */
export function orThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new SnapshotFault(result.error)
}

/** Runs what may throw a `SnapshotFault` or an errno and turns that into a failure of the room `backup`. */
export async function catchFault<T>(action: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await action())
  } catch (fault) {
    return faultResult(fault)
  }
}

/** The failure behind something thrown; what is neither ours nor the disk's is `backup.unexpected`. */
export function faultResult(fault: unknown): ReturnType<typeof err> {
  if (fault instanceof SnapshotFault) return err(fault.fault.code, fault.fault.params)
  return errnoOf(fault) === undefined ? err('backup.unexpected') : fsFailure('backup', fault)
}

/** Turns a code of `durableWrite` into one of this room: `file.diskFull` is `backup.diskFull`. */
export function asBackupError(error: OrchardError): ReturnType<typeof err> {
  // Named in full, since this one has words of its own in the catalogues.
  if (error.code === 'file.verifyFailed') return err('backup.verifyFailed')
  return err(error.code.replace(/^file\./, 'backup.'), error.params)
}

/** The text of UTF-8 bytes; throws `backup.tampered` for what is none. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse('backup.tampered')
  }
}
