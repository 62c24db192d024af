import type { BackupCheck, BackupInfo, OpenedFile, SavedCopy } from '#shared/ipc/backup'
import type { OrchardBridge } from '#shared/ipc/contract'
import type { SecondPlace } from '#shared/ipc/secondPlace'
import type { ReadBack } from '#shared/ipc/takeAlong'
import { err, ok, type Result } from '#shared/result'
import type { SnapshotSummary } from '#shared/snapshot/format'
import type { SnapshotReason } from '#shared/snapshot/reasons'
import { type BackupStore, newestBackup } from '../store/backupState'
import type { Notebook, Saved } from '../store/notebook'
import type { SnapshotSource, TakeBackSource } from '../store/snapshotSource'
import type { DifferingCustomer } from '../workers/takeBackProtocol'
import { BackupPace } from './backupPace'
import { copyLines, sendSnapshot } from './sendSnapshot'
import { differingCustomers, takeCustomersBack } from './takeBack'

/** A save that comes between the backup and the restore is backed up as well, this often. */
const RESTORE_TRIES = 3

/** Takes, lists and restores backups. One is taken at a time; everything is told by `state`. */
export class Backups {
  private queue: Promise<unknown> = Promise.resolve()
  /** When the person will be gone, by `clock`. */
  private leavesAt = Number.POSITIVE_INFINITY

  constructor(
    private readonly calls: OrchardBridge['call'],
    private readonly worker: SnapshotSource & TakeBackSource,
    private readonly notebook: Notebook,
    readonly state: BackupStore,
    /** Milliseconds that only go forward. */
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /**
   * Reads the list, and backs up at once what a restore has just put in place or what the journal alone could no
   * longer give. Call it when the notebook is ready.
   */
  async start(): Promise<void> {
    await this.refresh()
    const place = await this.calls['place:state']()
    if (place.ok) this.secondPlaceIs(place.value)
    if (this.notebook.isOnlyInIndex) await this.takeIfChanged('journalDamage')
    const { list } = this.state.getState()
    const isRestored = list !== undefined && newestBackup(list) === undefined && this.notebook.wasRestored
    if (isRestored) await this.take('afterRestore')
    void this.notebook.checked.then(() =>
      this.notebook.isOnlyInIndex ? this.takeIfChanged('journalDamage') : undefined,
    )
  }

  /** Reads the list again. */
  async refresh(): Promise<void> {
    const list = await this.calls['backup:list']()
    if (list.ok) this.state.setState({ list: list.value })
  }

  /** Takes a verified backup of the notebook as it is; for instance before anything that changes much of it. */
  take(reason: SnapshotReason): Promise<Result<BackupInfo>> {
    const taken = this.queue.then(() => this.takeNow(reason))
    // A main process that is gone must not stop the next one from being asked.
    this.queue = taken.catch(() => undefined)
    return taken
  }

  /**
   * Hands on everything that a backup would hold, line by line, and answers what it adds up to. A backup that is wanted
   * meanwhile waits. Errors: `backup.*`, and what `take` answered.
   */
  copyLines(take: (lines: Uint8Array) => Promise<Result<null>>): Promise<Result<SnapshotSummary>> {
    const copied = this.queue.then(async () => {
      await this.notebook.settled()
      return this.canTake() ? copyLines(this.worker, take) : err('backup.notReady')
    })
    this.queue = copied.catch(() => undefined)
    return copied
  }

  /** The person leaves within so many ms: a backup that at its pace is not done by then is given up, now or on its way. */
  hurry(withinMs: number): void {
    this.leavesAt = this.clock() + withinMs
  }

  /** Takes one unless the newest already holds everything; `undefined` inside when there was nothing to do. */
  async takeIfChanged(reason: SnapshotReason): Promise<Result<BackupInfo | undefined>> {
    await this.queue
    if (!this.canTake()) return ok(undefined)
    if (this.state.getState().list === undefined) await this.refresh()
    const newest = newestBackup(this.state.getState().list)
    const { appliedSeq } = this.notebook.state.getState()
    return appliedSeq === (newest?.lastSeq ?? 0) ? ok(undefined) : this.take(reason)
  }

  /** Reads a backup whole before anybody decides about it. */
  check(id: string): Promise<Result<BackupCheck>> {
    return this.calls['backup:check'](id)
  }

  /**
   * Takes the notebook back to a backup, after a backup of what is there now. When it answers with success the window
   * must be loaded again; the index is then built from the backup.
   */
  async restore(id: string): Promise<Result<null>> {
    if (this.notebook.database() === undefined) return this.calls['backup:restore'](id, true)
    for (let attempt = 1; ; attempt += 1) {
      await this.notebook.settled()
      if (this.notebook.state.getState().appliedSeq > 0) {
        const taken = await this.take('beforeRestore')
        if (!taken.ok) return taken
      }
      const restored = await this.calls['backup:restore'](id, false)
      if (restored.ok || restored.error.code !== 'backup.noWayBack' || attempt === RESTORE_TRIES)
        return restored
    }
  }

  /** Everybody in a backup whose page is not today what it was then. Errors as of `differingCustomers`. */
  differing(id: string): Promise<Result<readonly DifferingCustomer[]>> {
    return differingCustomers(this.takeBackParts(), id)
  }

  /** Brings these customers back as the backup has them, in one change that can be undone. */
  takeBack(id: string, customerIds: readonly string[]): Promise<Result<Saved | undefined>> {
    return takeCustomersBack(this.takeBackParts(), id, customerIds)
  }

  /** Lets the person choose a file; `null` inside when they think better of it. */
  async openFile(): Promise<Result<OpenedFile | null>> {
    const opened = await this.calls['backup:openFile']()
    await this.refresh()
    return opened
  }

  /** A backup was opened with Orchard from outside; the page of backups asks for it. */
  wasGiven(): void {
    this.state.setState({ given: true })
  }

  /** Opens the backup that was opened from outside; `null` inside when it was opened already. */
  async openGiven(): Promise<Result<OpenedFile | null>> {
    this.state.setState({ given: undefined })
    const opened = await this.calls['backup:openGiven']()
    await this.refresh()
    return opened
  }

  /** Opens the file that was chosen last and is under a passphrase. Error, among others: `backup.wrongPassphrase`. */
  async openSealed(passphrase: string): Promise<Result<BackupInfo>> {
    const opened = await this.calls['backup:openSealed'](passphrase)
    if (opened.ok) await this.refresh()
    return opened
  }

  /** Lets the person choose a folder in which a notebook left as a whole; `null` inside as above. */
  async readBack(): Promise<Result<ReadBack | null>> {
    const read = await this.calls['folder:readBack']()
    await this.refresh()
    return read
  }

  /** Lets the person choose a place for a complete copy, sealed when there is a passphrase. */
  saveCopy(id: string, passphrase?: string): Promise<Result<SavedCopy | null>> {
    return this.calls['backup:saveCopy'](id, passphrase ?? '')
  }

  /** Told by the main process whenever something about the second place has changed. */
  secondPlaceIs(secondPlace: SecondPlace | null): void {
    this.state.setState({ secondPlace })
  }

  /** Lets the person choose the second place; `null` inside when they think better of it. */
  async chooseSecondPlace(): Promise<Result<SecondPlace | null>> {
    const chosen = await this.calls['place:choose']()
    if (chosen.ok && chosen.value !== null) this.secondPlaceIs(chosen.value)
    return chosen
  }

  /** Seals the copies of the second place, or with an empty passphrase no longer. */
  async sealSecondPlace(passphrase: string): Promise<Result<SecondPlace>> {
    const sealed = await this.calls['place:seal'](passphrase)
    if (sealed.ok) this.secondPlaceIs(sealed.value)
    return sealed
  }

  /** Nothing is copied to the second place any more; what stands there stays. */
  async leaveSecondPlace(): Promise<void> {
    await this.calls['place:leave']()
  }

  /** Looks at the second place now. */
  async catchUpSecondPlace(): Promise<void> {
    await this.calls['place:catchUp']()
  }

  private async takeNow(reason: SnapshotReason): Promise<Result<BackupInfo>> {
    this.state.setState({ running: reason })
    // An import that is being saved is waited for: half of it is no state of the notebook.
    await this.notebook.settled()
    const { phase } = this.notebook.state.getState()
    if (phase !== 'ready') {
      this.state.setState({ running: undefined })
      // An index that waits for repair would give a backup of the damage.
      return err(phase === 'repairing' || phase === 'failed' ? 'backup.indexBroken' : 'backup.notReady')
    }
    const pace = new BackupPace(this.clock, () => this.leavesAt)
    const sent = await sendSnapshot(this.calls, this.worker, reason, pace)
    this.state.setState({ running: undefined, failure: sent.ok ? undefined : sent.error.code })
    await this.refresh()
    return sent
  }

  private takeBackParts() {
    return { read: this.calls['backup:read'], worker: this.worker, notebook: this.notebook }
  }

  private canTake(): boolean {
    return this.notebook.state.getState().phase === 'ready'
  }
}
