import { dirname, join } from 'node:path'
import { err, ok, type Result } from '#shared/result'
import { type FsPort, fsFailure } from '../files/fsPort'
import { EntryKind, type Journal, type OpenReport } from './journal'
import { JournalWriter } from './journalWriter'
import { type NotebookLock, type ProcessProbe, takeNotebookLock } from './notebookLock'
import { readJournal } from './readJournal'
import { scanJournal } from './scanJournal'
import { SEGMENT_BYTES } from './segmentFormat'

/** How to open a journal. */
interface JournalOptions {
  readonly fs: FsPort
  /** The notebook's folder; segments live in `journal/` below it, the lock in `LOCK`. */
  readonly folder: string
  /** Generation of the very first segment when there is none yet; 1 by default. */
  readonly firstGeneration?: number
  /** A segment is closed before it grows beyond this; 8 MiB by default. */
  readonly segmentBytes?: number
  /** Checks every payload while opening instead of the newest segment's only. For the scrub and tests. */
  readonly verifyAll?: boolean
  readonly probe?: ProcessProbe
  /** Whoever opens it has the key to sealed payloads: new segments say that theirs are sealed. */
  readonly isSealed?: boolean
}

/**
 * Opens the journal of a notebook and becomes its only writer. Damage does not fail the opening: `report` says
 * what cannot be read, and nothing is removed. On a full or read-only disk it opens for reading, `writable` false.
 * Errors: `journal.locked`, `journal.newerFormat`, `journal.tooManyFiles`, `journal.ioFailed`; `lock.damaged` for a sealed one
 * that is opened without a key, which must not be added to.
 */
export async function openJournal(options: JournalOptions): Promise<Result<Journal>> {
  const { fs, folder } = options
  try {
    await ensureFolder(fs, folder)
    await ensureFolder(fs, join(folder, 'journal'))
  } catch (error) {
    return fsFailure('journal', error)
  }
  const taken = await takeNotebookLock(fs, folder, options.probe)
  const isUnwritable = !taken.ok && ['journal.diskFull', 'journal.readOnly'].includes(taken.error.code)
  if (!taken.ok && !isUnwritable) return taken
  const lock = taken.ok ? taken.value : undefined
  try {
    const opened = await openLocked(options, lock)
    if (!opened.ok) await lock?.release()
    return opened
  } catch (error) {
    await lock?.release().catch(() => undefined)
    return fsFailure('journal', error)
  }
}

async function openLocked(options: JournalOptions, lock: NotebookLock | undefined): Promise<Result<Journal>> {
  const { fs, segmentBytes = SEGMENT_BYTES } = options
  const folder = join(options.folder, 'journal')
  const scanned = await scanJournal(fs, folder, {
    firstGeneration: options.firstGeneration ?? 1,
    verifyAll: options.verifyAll === true,
  })
  if (!scanned.ok) return scanned
  const scan = scanned.value
  const { isSealed = false } = options
  if (scan.isSealed && !isSealed) return err('lock.damaged')
  const writable = scan.report.writable && lock !== undefined
  const report: OpenReport = { ...scan.report, writable, afterCrash: lock?.wasStale === true }
  const writer = new JournalWriter({ fs, folder, segmentBytes, scan, report, isSealed })
  await writer.settleNow()
  return ok({
    report,
    marks: scan.marks,
    append: (kind, id, payload) => writer.append(kind, id, payload),
    skipTo: (seq) => writer.skipTo(seq),
    startGeneration: (id, payload, kind = EntryKind.epoch) => writer.append(kind, id, payload, true),
    forgetBefore: (seq) => writer.forgetBefore(seq),
    read: (fromSeq, readOptions = {}) =>
      readJournal(
        { fs, folder, segments: writer.snapshot(), tipSeq: writer.head().lastSeq, fromSeq },
        readOptions,
      ),
    seqOf: (id) => writer.seqOf(id),
    head: () => writer.head(),
    close: async () => {
      // A lock that stays makes the next start treat what it finds with the care that a crash needs.
      if (await writer.close()) await lock?.release().catch(() => undefined)
    },
  } satisfies Journal)
}

/** Creates a folder where there is none; its name is durable then, even if a kill came between the two before. */
async function ensureFolder(fs: FsPort, folder: string): Promise<void> {
  if (!(await fs.stat(folder))) await fs.makeFolder(folder)
  await fs.syncFolder(dirname(folder))
}
