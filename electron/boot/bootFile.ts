import { hash } from 'node:crypto'
import path from 'node:path'
import { type BootSnapshot, bootSnapshotSchema } from '#shared/ipc/boot'
import type { JournalHead } from '#shared/ipc/journal'
import { ok, type Result } from '#shared/result'
import { durableWrite, readWhole, removeLeftovers } from '../files/durableWrite'
import type { FsPort } from '../files/fsPort'
import type { Seal } from '../lock/sealBox'

/** What the window painted last, kept for its next start. It is never the truth: without it the window starts blank. */
export interface BootFile {
  /** What was kept, if it speaks of the journal as it stands now; null for anything else, damaged or absent. */
  read(head: JournalHead): Promise<BootSnapshot | null>
  /** Keeps it in place of the one before. Errors are those of `durableWrite`. */
  save(notebookId: string, snapshot: BootSnapshot): Promise<Result<null>>
}

const FILE_NAME = 'first-rows'
const NEWLINE = 0x0a

/** Opens the boot snapshot in a folder of its own, which is made where it is missing; with a `seal` it is sealed. */
export async function openBootFile(fs: FsPort, folder: string, seal?: Seal | undefined): Promise<BootFile> {
  // Where that fails, saving does, and the window starts blank.
  await fs.makeFolder(folder).catch(() => undefined)
  await removeLeftovers(fs, folder)
  let turn: Promise<unknown> = Promise.resolve()

  async function write(notebookId: string, snapshot: BootSnapshot): Promise<Result<null>> {
    // One file that is swapped, not two that take turns: a name that was erased must not stay in the other.
    const plain = encodeBoot(notebookId, snapshot)
    const bytes = seal === undefined ? plain : seal.seal(plain, FILE_NAME)
    const written = await durableWrite(fs, folder, FILE_NAME, bytes, {
      onExisting: 'replace',
    })
    return written.ok ? ok(null) : written
  }

  return {
    async read(head) {
      try {
        const kept = await readWhole(fs, path.join(folder, FILE_NAME))
        const plain = seal === undefined ? kept : seal.open(kept, FILE_NAME)
        const found = plain && decodeBoot(Buffer.from(plain))
        return found !== undefined && speaksOf(head, found) ? found.snapshot : null
      } catch {
        // Absent, or the disk refuses: the window starts blank.
        return null
      }
    },
    save(notebookId, snapshot) {
      const saved = turn.then(() => write(notebookId, snapshot))
      turn = saved.catch(() => undefined)
      return saved
    },
  }
}

interface StampedBoot {
  readonly notebookId: string
  readonly snapshot: BootSnapshot
}

function speaksOf(head: JournalHead, { notebookId, snapshot }: StampedBoot): boolean {
  return (
    notebookId === head.notebookId &&
    snapshot.generation === head.generation &&
    snapshot.lastSeq === head.lastSeq
  )
}

/**
 * What the file says: a SHA-256 in hex, a line break, then the JSON that it is of.
 */
function encodeBoot(notebookId: string, snapshot: BootSnapshot): Uint8Array {
  const stamped: StampedBoot = { notebookId, snapshot }
  const json = Buffer.from(JSON.stringify(stamped))
  return Buffer.concat([Buffer.from(hash('sha256', json)), Buffer.of(NEWLINE), json])
}

function decodeBoot(bytes: Buffer): StampedBoot | undefined {
  const end = bytes.indexOf(NEWLINE)
  const json = bytes.subarray(end + 1)
  if (end < 0 || bytes.toString('latin1', 0, end) !== hash('sha256', json)) return undefined
  const stamped = JSON.parse(json.toString()) as {
    readonly notebookId?: unknown
    readonly snapshot?: unknown
  }
  const snapshot = bootSnapshotSchema.safeParse(stamped.snapshot)
  if (!snapshot.success || typeof stamped.notebookId !== 'string') return undefined
  return { notebookId: stamped.notebookId, snapshot: snapshot.data }
}
