import { err, ok, type Result } from '#shared/result'
import type { SnapshotSummary } from '#shared/snapshot/format'
import type { SnapshotReason } from '#shared/snapshot/reasons'
import { newestFirst } from '#shared/snapshot/retention'
import { checkRoom } from '../files/checkRoom'
import type { FsPort } from '../files/fsPort'
import type { NotebookLog } from '../notebook/notebookLog'
import type { SnapshotFolder, StoredSnapshot } from './snapshotFolder'
import { type SnapshotBeginning, SnapshotWriter, type WrittenSnapshot } from './snapshotWriter'

/** What a session works with. */
export interface SessionParts {
  readonly fs: FsPort
  readonly folder: SnapshotFolder
  readonly notebook: NotebookLog
  readonly version: string
  readonly now: () => number
  readonly newToken: () => string
}

/** Room that a snapshot needs where there is none before it to judge by. */
const FIRST_SNAPSHOT_BYTES = 4 * 1024 * 1024

/**
 * The one snapshot that the window is sending. A window that was reloaded has forgotten its own, so that a new
 * beginning ends what was under way.
 */
export class BackupSession {
  private open:
    | { readonly token: string; readonly writer: SnapshotWriter; readonly beginning: SnapshotBeginning }
    | undefined

  private lastCreatedAt = 0

  constructor(private readonly parts: SessionParts) {}

  /** Begins; the answer is the token for the calls that follow. Error: `backup.diskFull` when there is no room. */
  async begin(reason: SnapshotReason): Promise<Result<string>> {
    await this.abandonOpen()
    const { folder, notebook, version, now, newToken } = this.parts
    const room = await this.checkRoom()
    if (!room.ok) return room
    const { notebookId, generation } = notebook.head()
    const at = now()
    // Two of one millisecond would ask for the same name.
    const createdAt = at === this.lastCreatedAt ? at + 1 : at
    this.lastCreatedAt = createdAt
    const beginning = { app: version, notebookId, generation, createdAt, reason }
    const token = newToken()
    this.open = { token, writer: new SnapshotWriter(folder, beginning), beginning }
    return ok(token)
  }

  /** Takes whole lines. Errors: `backup.notBegun`, and the writer's. */
  async write(token: string, lines: Uint8Array): Promise<Result<null>> {
    const { open } = this
    return open?.token === token ? open.writer.write(lines) : err('backup.notBegun')
  }

  /**
   * Ends and verifies the snapshot. Refuses what cannot be the state of this notebook: `backup.otherGeneration` after
   * a restore, `backup.shrunken` when a table has fewer rows than before (deleted ones included, so that this means
   * a damaged index), `backup.aheadOfJournal`.
   */
  async finish(token: string, summary: SnapshotSummary): Promise<Result<WrittenSnapshot>> {
    const { open } = this
    if (open?.token !== token) return err('backup.notBegun')
    this.open = undefined
    const fault = await this.faultOf(open.beginning, summary)
    if (fault !== undefined) {
      await open.writer.abandon()
      return err(fault)
    }
    return open.writer.finish(summary)
  }

  /** Gives up; nothing is left of it. */
  async abandon(token: string): Promise<Result<null>> {
    if (this.open?.token === token) await this.abandonOpen()
    return ok(null)
  }

  /** Gives up whatever is under way. */
  async abandonOpen(): Promise<void> {
    const { open } = this
    this.open = undefined
    await open?.writer.abandon()
  }

  private async checkRoom(): Promise<Result<null>> {
    const { fs, folder } = this.parts
    const listed = await folder.list()
    if (!listed.ok) return listed
    const last = listed.value.snapshots.map(toOrder).sort(newestFirst)[0]
    const needed = last === undefined ? FIRST_SNAPSHOT_BYTES : 2 * last.sizeBytes
    return checkRoom(fs, 'backup', folder.path, needed)
  }

  private async faultOf(
    beginning: SnapshotBeginning,
    { lastSeq, counts }: SnapshotSummary,
  ): Promise<string | undefined> {
    const { folder, notebook } = this.parts
    const head = notebook.head()
    if (head.generation !== beginning.generation) return 'backup.otherGeneration'
    if (lastSeq > head.lastSeq) return 'backup.aheadOfJournal'
    const listed = await folder.list()
    const before = (listed.ok ? listed.value.snapshots : [])
      .filter(
        ({ header, end }) =>
          header.notebookId === head.notebookId &&
          header.generation === head.generation &&
          header.reason !== 'opened' &&
          end.lastSeq <= lastSeq,
      )
      .map(toOrder)
      .sort(newestFirst)[0]
    const hasShrunk = Object.entries(before?.end.counts ?? {}).some(
      ([table, { rows }]) => (counts[table as keyof typeof counts]?.rows ?? 0) < rows,
    )
    return hasShrunk ? 'backup.shrunken' : undefined
  }
}

/** Gives a stored snapshot the fields that order goes by. */
export function toOrder<S extends StoredSnapshot>(
  snapshot: S,
): S & { generation: number; lastSeq: number; at: number; reason: SnapshotReason } {
  const { header, end } = snapshot
  const { generation, reason } = header
  return { ...snapshot, generation, lastSeq: end.lastSeq, at: header.openedAt ?? header.createdAt, reason }
}
