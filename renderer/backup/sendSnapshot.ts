import type { BackupInfo } from '#shared/ipc/backup'
import type { OrchardBridge } from '#shared/ipc/contract'
import { err, type OrchardError, ok, type Result } from '#shared/result'
import type { SnapshotSummary } from '#shared/snapshot/format'
import type { SnapshotReason } from '#shared/snapshot/reasons'
import type { SnapshotSource } from '../store/snapshotSource'
import type { BackupPace } from './backupPace'

/** A piece stays well below what one message between processes should carry; only a single longer line is more. */
const PIECE_BYTES = 4 * 1024 * 1024
const LINE_END = 10

type SendCalls = Pick<
  OrchardBridge['call'],
  'backup:begin' | 'backup:write' | 'backup:finish' | 'backup:abandon'
>

/**
 * Carries a snapshot from the worker, which reads the index, to the main process, which writes the file. Answers
 * when the file was verified. Whatever fails leaves no file. `pace` is asked after each page but the last; where it says
 * that there is no time left, the backup is given up. Errors: `backup.*` (`backup.noTime` for that), `index.*`.
 */
export async function sendSnapshot(
  calls: SendCalls,
  worker: SnapshotSource,
  reason: SnapshotReason,
  pace: Pick<BackupPace, 'begin' | 'isInTime'>,
): Promise<Result<BackupInfo>> {
  const begun = await calls['backup:begin'](reason)
  if (!begun.ok) return begun
  const token = begun.value
  pace.begin()
  const copied = await copyLines(
    worker,
    (piece) => calls['backup:write'](token, piece),
    (share) => pace.isInTime(share),
  )
  const sent = copied.ok ? await calls['backup:finish'](token, copied.value) : copied
  if (!sent.ok) await calls['backup:abandon'](token)
  return sent
}

/**
 * Reads the whole index as lines of a snapshot and hands them on; answers what they add up to. `goesOn` is asked after each
 * page but the last, with how much of the records was read. Errors: `backup.*`.
 */
export async function copyLines(
  worker: SnapshotSource,
  take: (piece: Uint8Array) => Promise<Result<null>>,
  goesOn: (share: number) => boolean = () => true,
): Promise<Result<SnapshotSummary>> {
  for (let page = await worker.exportPage(0); ; ) {
    if (!page.ok) return asBackupError(page.error)
    const { lines, next, share, summary } = page.value
    if (summary === undefined && !goesOn(share)) return err('backup.noTime')
    // The next page is read while this one is written.
    const coming = next === null ? undefined : worker.exportPage(next)
    const taken = await takeAll(lines, take)
    const following = await coming
    if (!taken.ok) return taken
    if (summary !== undefined) return ok(summary)
    if (following === undefined) return err('backup.unexpected')
    page = following
  }
}

async function takeAll(
  lines: Uint8Array,
  take: (piece: Uint8Array) => Promise<Result<null>>,
): Promise<Result<null>> {
  for (const piece of piecesOf(lines)) {
    const taken = await take(piece)
    if (!taken.ok) return taken
  }
  return ok(null)
}

/** Cuts lines into pieces, at line ends only. */
export function* piecesOf(lines: Uint8Array, limit = PIECE_BYTES): Generator<Uint8Array> {
  for (let from = 0; from < lines.length; ) {
    const wanted = from + limit
    const before = wanted >= lines.length ? lines.length : lines.lastIndexOf(LINE_END, wanted - 1) + 1
    const end = before > from ? before : lines.indexOf(LINE_END, wanted) + 1 || lines.length
    yield lines.slice(from, end)
    from = end
  }
}

/** Two faults of the worker have words of their own: rows that are gone, and an import that came in between. */
function asBackupError(error: OrchardError): ReturnType<typeof err> {
  const fault = error.params?.name
  if (fault === 'IndexIncompleteError') return err('backup.indexIncomplete')
  return fault === 'BadCursorError' ? err('backup.busy') : err(error.code, error.params)
}
