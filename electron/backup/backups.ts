import { join } from 'node:path'
import type { ErasureProgress, ErasureReport, ErasureRequest } from '#shared/erasing/request'
import type {
  BackupCheck,
  BackupInfo,
  BackupList,
  BackupPage,
  RebuildPlan,
  RestoreNote,
  SavedCopy,
} from '#shared/ipc/backup'
import { err, ok, type Result } from '#shared/result'
import type { SnapshotSummary } from '#shared/snapshot/format'
import type { SnapshotReason } from '#shared/snapshot/reasons'
import { newestFirst, snapshotsToRemove } from '#shared/snapshot/retention'
import { SEAL_COST, type SealCost } from '#shared/snapshot/sealFormat'
import { snapshotFileName } from '#shared/snapshot/snapshotName'
import type { AttachmentStore } from '../attachments/attachmentStore'
import type { DraftStore } from '../drafts/draftStore'
import { dropErased } from '../erasure/dropErased'
import { eraseFromNotebook } from '../erasure/erase'
import { finishErasure } from '../erasure/finishErasure'
import type { Keyring } from '../lock/keyring'
import { log } from '../log'
import { adoptFile, adoptSealed } from './adoptFile'
import { type AdoptedLines, adoptLines } from './adoptLines'
import { BackupSession, type SessionParts, toOrder } from './backupSession'
import { copyOut } from './copyOut'
import { PageReader } from './pageReader'
import { isOfGeneration, rebuildPlan, restoreNote } from './rebuildPlan'
import type { FileSeal } from './sealKey'
import { openSnapshotFolder, type SnapshotFolder, type StoredSnapshot } from './snapshotFolder'
import { verifySnapshot } from './verifySnapshot'

/** Everything that concerns the notebook's backups. Failures carry codes `backup.*`. */
export interface Backups {
  /** Begins a snapshot that the window will send; see `BackupSession` for the errors of these four. */
  begin(reason: SnapshotReason): Promise<Result<string>>
  write(token: string, lines: Uint8Array): Promise<Result<null>>
  /** Ends it; what it answers with stands verified under its name. Then older ones are removed by the rules. */
  finish(token: string, summary: SnapshotSummary): Promise<Result<BackupInfo>>
  abandon(token: string): Promise<Result<null>>
  list(): Promise<Result<BackupList>>
  /** Reads a backup whole and says what is in it. Errors as of `readSnapshot`, `backup.missing`. */
  check(id: string): Promise<Result<BackupCheck>>
  read(id: string, cursor: number): Promise<Result<BackupPage>>
  /**
   * Makes a backup the beginning of a new generation; the window builds its index from it at the next load. Refuses
   * with `backup.noWayBack` unless a backup of exactly what is there now stands, or `evenWithoutWayBack`.
   */
  restore(id: string, evenWithoutWayBack: boolean): Promise<Result<null>>
  /** Takes in a file from a path that a dialog gave. `backup.sealed` says that it wants a passphrase. */
  adopt(path: string): Promise<Result<BackupInfo>>
  /** The same for a copy under a passphrase. Errors: `backup.wrongPassphrase` and those of `adoptSealed`. */
  adoptSealed(path: string, passphrase: string): Promise<Result<BackupInfo>>
  /** Takes in records that were kept in another form. */
  adoptLines(lines: AdoptedLines): Promise<Result<BackupInfo>>
  /** Writes a complete copy to a path that a dialog gave, sealed when there is a passphrase or what was derived of one. */
  copyTo(id: string, path: string, seal?: string | FileSeal): Promise<Result<SavedCopy>>
  /** Erases somebody from journal, backups, drafts and attachments; see `eraseFromNotebook`. */
  erase(request: ErasureRequest): Promise<Result<ErasureReport>>
  rebuildPlan(): Promise<RebuildPlan>
  restoreNote(): RestoreNote | null
  /** Ends what is under way. */
  close(): Promise<void>
}

/** What backups are made with. */
export interface BackupParts extends Omit<SessionParts, 'folder'> {
  readonly attachments: AttachmentStore
  /** The notebook's folder; snapshots lie in `snapshots` below it. */
  readonly notebookFolder: string
  /** Unfinished texts, which an erasure looks through. */
  readonly drafts?: DraftStore | undefined
  /** Told how far an erasure is. */
  readonly onErasureProgress?: ((progress: ErasureProgress) => void) | undefined
  /** What guessing a passphrase of a copy shall cost; `SEAL_COST` unless a test has no time for it. */
  readonly sealCost?: SealCost
  /** What the notebook's own backups, and the list of who was erased, are sealed with; absent without a lock. */
  readonly keyring?: Pick<Keyring, 'backups' | 'files' | 'nameOf'> | undefined
}

/** Opens the backups of a notebook. Errors: `backup.ioFailed`, `backup.readOnly`, `backup.diskFull` ... */
export async function openBackups(parts: BackupParts): Promise<Result<Backups>> {
  const { keyring } = parts
  const folder = await openSnapshotFolder(parts.fs, join(parts.notebookFolder, 'snapshots'), keyring?.backups)
  if (!folder.ok) return folder
  const finished = await finishErasure({ ...parts, ...sealsOf(parts), folder: folder.value })
  if (!finished.ok) log.warn(finished.error.code)
  return ok(new OpenBackups(parts, folder.value))
}

function sealsOf({ keyring }: BackupParts) {
  return { lists: keyring?.files, nameOf: keyring?.nameOf }
}

class OpenBackups implements Backups {
  private readonly session: BackupSession
  private readonly pages: PageReader

  constructor(
    private readonly parts: BackupParts,
    private readonly folder: SnapshotFolder,
  ) {
    this.session = new BackupSession({ ...parts, folder })
    this.pages = new PageReader(folder)
  }

  begin(reason: SnapshotReason): Promise<Result<string>> {
    return this.session.begin(reason)
  }

  write(token: string, lines: Uint8Array): Promise<Result<null>> {
    return this.session.write(token, lines)
  }

  async finish(token: string, summary: SnapshotSummary): Promise<Result<BackupInfo>> {
    const written = await this.session.finish(token, summary)
    if (!written.ok) return written
    const { id, verified } = written.value
    for (const { table, id: row } of verified.badList) log.warn('backup.badRow', { table, row })
    const noted = await this.parts.notebook.noteSnapshot(snapshotFileName(id))
    // The snapshot stands all the same; HEAD's note of it is a convenience.
    if (!noted.ok) log.warn(noted.error.code)
    await this.removeOld()
    return this.infoOf(id)
  }

  abandon(token: string): Promise<Result<null>> {
    return this.session.abandon(token)
  }

  async list(): Promise<Result<BackupList>> {
    const listed = await this.folder.list()
    if (!listed.ok) return listed
    const { snapshots, unreadable } = listed.value
    const inOrder = (chosen: readonly StoredSnapshot[]) =>
      chosen
        .map(toOrder)
        .sort(newestFirst)
        .map((snapshot) => this.toInfo(snapshot))
    const ours = snapshots.filter(({ header }) => header.reason !== 'opened')
    const opened = snapshots.filter(({ header }) => header.reason === 'opened')
    return ok({ backups: [...inOrder(ours), ...inOrder(opened)], unreadable })
  }

  async check(id: string): Promise<Result<BackupCheck>> {
    const info = await this.infoOf(id)
    if (!info.ok) return info
    const verified = await verifySnapshot(this.folder.stream(id))
    if (!verified.ok) return verified
    const { badRows, badList, files } = verified.value
    let missingFiles = 0
    for (const hash of files) {
      if (!(await this.parts.attachments.verify(hash)).ok) missingFiles += 1
    }
    return ok({ info: info.value, badRows, badList, missingFiles })
  }

  read(id: string, cursor: number): Promise<Result<BackupPage>> {
    return this.pages.read(id, cursor)
  }

  async restore(id: string, evenWithoutWayBack: boolean): Promise<Result<null>> {
    const { notebook, now } = this.parts
    await this.session.abandonOpen()
    if ((await this.folder.find(id)) === undefined) return err('backup.missing')
    const verified = await verifySnapshot(this.folder.stream(id))
    if (!verified.ok) return verified
    const found = await this.wayBack()
    if (found === undefined && notebook.head().lastSeq > 0 && !evenWithoutWayBack)
      return err('backup.noWayBack')
    const { header, end } = verified.value
    const { createdAt: takenAt } = header
    const wayBack = found?.id ?? null
    const baseSeq = evenWithoutWayBack ? undefined : (found?.end.lastSeq ?? 0)
    const epoch = { base: id, sha256: end.sha256, takenAt, wayBack, at: now() }
    const begun = await notebook.beginGeneration(epoch, baseSeq)
    // What was saved since it was looked at is not in the way back: another one is wanted.
    return !begun.ok && begun.error.code === 'notebook.changed' ? err('backup.noWayBack') : begun
  }

  async adopt(path: string): Promise<Result<BackupInfo>> {
    const adopted = await adoptFile({ ...this.parts, folder: this.folder }, path, this.parts.now())
    return adopted.ok ? this.withoutErased(adopted.value) : adopted
  }

  async adoptSealed(path: string, passphrase: string): Promise<Result<BackupInfo>> {
    const parts = { ...this.parts, folder: this.folder }
    const adopted = await adoptSealed(parts, path, passphrase, this.parts.now())
    return adopted.ok ? this.withoutErased(adopted.value) : adopted
  }

  async adoptLines(lines: AdoptedLines): Promise<Result<BackupInfo>> {
    const adopted = await adoptLines({ ...this.parts, folder: this.folder }, lines, this.parts.now())
    return adopted.ok ? this.withoutErased(adopted.value) : adopted
  }

  async erase(request: ErasureRequest): Promise<Result<ErasureReport>> {
    await this.session.abandonOpen()
    await this.pages.close()
    const { drafts, newToken: newId } = this.parts
    return eraseFromNotebook(
      { ...this.parts, ...sealsOf(this.parts), folder: this.folder, drafts, newId },
      request,
    )
  }

  copyTo(id: string, path: string, seal?: string | FileSeal): Promise<Result<SavedCopy>> {
    const { sealCost: cost = SEAL_COST } = this.parts
    const sealing = typeof seal === 'string' ? { passphrase: seal, cost } : seal
    return copyOut({ ...this.parts, folder: this.folder }, id, path, sealing)
  }

  async rebuildPlan(): Promise<RebuildPlan> {
    const listed = await this.folder.list()
    return rebuildPlan(this.parts.notebook, listed.ok ? listed.value.snapshots : [])
  }

  restoreNote(): RestoreNote | null {
    return restoreNote(this.parts.notebook)
  }

  async close(): Promise<void> {
    await this.session.abandonOpen()
    await this.pages.close()
  }

  /** The backup taken for a restore that holds exactly what the notebook holds now. */
  private async wayBack(): Promise<StoredSnapshot | undefined> {
    const { notebook } = this.parts
    const listed = await this.folder.list()
    return (listed.ok ? listed.value.snapshots : []).find(
      (snapshot) =>
        snapshot.header.reason === 'beforeRestore' &&
        isOfGeneration(notebook, snapshot) &&
        snapshot.end.lastSeq === notebook.head().lastSeq,
    )
  }

  private async removeOld(): Promise<void> {
    const listed = await this.folder.list()
    if (!listed.ok) return
    const base = this.parts.notebook.epoch()?.epoch?.base
    const kept = listed.value.snapshots.map((snapshot) => {
      const { id, generation, lastSeq, at, reason } = toOrder(snapshot)
      return { id, generation, lastSeq, at, reason, isReadable: true, isBase: id === base }
    })
    await this.folder.remove(snapshotsToRemove(kept, this.parts.now()))
  }

  /** What came from elsewhere, without those who were erased here: it must not bring them back. */
  private async withoutErased(id: string): Promise<Result<BackupInfo>> {
    const cleaned = await dropErased({ ...this.parts, ...sealsOf(this.parts), folder: this.folder }, id)
    if (cleaned.ok) return this.infoOf(id)
    await this.folder.remove([id])
    return cleaned
  }

  private async infoOf(id: string): Promise<Result<BackupInfo>> {
    const found = await this.folder.find(id)
    return found === undefined ? err('backup.missing') : ok(this.toInfo(found))
  }

  private toInfo(snapshot: StoredSnapshot): BackupInfo {
    const { id, header, end, sizeBytes } = snapshot
    const { reason, createdAt, openedAt, generation } = header
    const { lastSeq, counts, sha256 } = end
    const isCurrent = isOfGeneration(this.parts.notebook, snapshot)
    return { id, reason, createdAt, openedAt, generation, lastSeq, sizeBytes, counts, sha256, isCurrent }
  }
}
