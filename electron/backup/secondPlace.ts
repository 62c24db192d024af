import path from 'node:path'
import type { SecondPlace } from '#shared/ipc/secondPlace'
import { err, ok, type Result } from '#shared/result'
import { SEAL_COST, type SealCost } from '#shared/snapshot/sealFormat'
import { type FsPort, fsFailure } from '../files/fsPort'
import { log } from '../log'
import type { Backups } from './backups'
import { copyMissing, type PlaceSeen, removeCopies } from './copyMissing'
import { isWithin, placeFolderName } from './placeFolder'
import { deriveSeal, type LockSeal } from './sealKey'
import { type SecondPlaceMemory, sealOf } from './secondPlaceMemory'

/** A second place for backups: a stick, another disk, a folder in the network. It may be away; nothing waits for it. */
export interface SecondPlaceKeeper {
  /** What is known of it now, null when none was chosen. */
  state(): SecondPlace | null
  /**
   * Chooses a folder that a dialog gave and begins to copy. Errors: `backup.placeInside` for the notebook's own folder,
   * `backup.readOnly`, `backup.missing`, `backup.diskFull` ...; then the place is what it was.
   */
  choose(folder: string): Promise<Result<SecondPlace>>
  /**
   * Seals the copies there from now on, or with an empty passphrase no longer; those that stand there go, and are made
   * anew as soon as the place can be reached. Error: `backup.placeAbsent` where none was chosen.
   */
  seal(passphrase: string): Promise<Result<SecondPlace>>
  /** Copies nothing any more. What stands there is the person's and stays. */
  leave(): Promise<void>
  /** Looks at the place and copies what it lacks. Asked again while it copies, it looks once more afterwards. */
  catchUp(): Promise<void>
  /**
   * Somebody was erased: the copies that stand there go, and the backups as they are now take their place, as soon as
   * the place can be reached.
   */
  beginAnew(): Promise<void>
  /** Looks again if the last look did not end well: a stick may be back. */
  retry(): Promise<void>
  /** Resolves when nothing is being copied, or after `patienceMs`. */
  settled(patienceMs: number): Promise<void>
}

/** What the keeper works with. */
export interface SecondPlaceParts {
  readonly fs: FsPort
  readonly memory: SecondPlaceMemory
  readonly backups: Pick<Backups, 'list' | 'copyTo'>
  readonly notebookId: string
  /** Nothing in it can be a second place. */
  readonly notebookFolder: string
  readonly now: () => number
  readonly onChange: (place: SecondPlace | null) => void
  /** What copies are sealed with where no passphrase of their own was chosen: the notebook's lock. */
  readonly lockSeal?: LockSeal | undefined
  /** What guessing the passphrase shall cost; `SEAL_COST` unless a test has no time for it. */
  readonly sealCost?: SealCost
}

/** Makes the keeper of what is remembered. It does nothing until it is asked to. */
export function keepSecondPlace(parts: SecondPlaceParts): SecondPlaceKeeper {
  return new Keeper(parts)
}

class Keeper implements SecondPlaceKeeper {
  private problem: string | undefined
  private isUpToDate = false
  private running: Promise<void> | undefined
  private isWantedAgain = false

  constructor(private readonly parts: SecondPlaceParts) {}

  state(): SecondPlace | null {
    const place = this.parts.memory.current()
    if (place === undefined) return null
    return {
      folderName: path.basename(place.folder) || place.folder,
      isCopying: this.running !== undefined,
      problem: this.problem,
      newest: place.newest,
      isUpToDate: this.isUpToDate,
      isSealed: place.seal !== undefined,
      ...(place.seal === undefined && this.parts.lockSeal !== undefined && { isUnderLock: true }),
    }
  }

  async choose(folder: string): Promise<Result<SecondPlace>> {
    const { fs, memory, notebookFolder, notebookId } = this.parts
    if (isWithin(folder, path.dirname(notebookFolder))) return err('backup.placeInside')
    try {
      await fs.makeFolder(path.join(folder, placeFolderName(notebookId)))
    } catch (error) {
      return fsFailure('backup', error)
    }
    // Another place is no reason to copy in the open what was sealed until now.
    const seal = memory.current()?.seal
    await memory.remember({ folder, ...(seal && { seal }) })
    this.problem = undefined
    this.isUpToDate = false
    void this.catchUp()
    const chosen = this.state()
    return chosen === null ? err('backup.unexpected') : ok(chosen)
  }

  async seal(passphrase: string): Promise<Result<SecondPlace>> {
    const { memory, sealCost = SEAL_COST } = this.parts
    if (memory.current() === undefined) return err('backup.placeAbsent')
    const derived = passphrase === '' ? undefined : await deriveSeal(passphrase, sealCost)
    const place = memory.current()
    if (place === undefined) return err('backup.placeAbsent')
    const seal = derived && { ...derived, key: Buffer.from(derived.key).toString('hex') }
    await memory.remember({ folder: place.folder, mustBegin: true, ...(seal && { seal }) })
    this.isUpToDate = false
    void this.catchUp()
    const state = this.state()
    return state === null ? err('backup.unexpected') : ok(state)
  }

  async leave(): Promise<void> {
    await this.parts.memory.remember(undefined)
    this.problem = undefined
    this.tell()
  }

  catchUp(): Promise<void> {
    this.isWantedAgain = true
    this.running ??= this.run().finally(() => {
      this.running = undefined
      this.tell()
    })
    return this.running
  }

  async beginAnew(): Promise<void> {
    const { memory } = this.parts
    const place = memory.current()
    if (place === undefined) return
    const { newest: _newest, ...rest } = place
    await memory.remember({ ...rest, mustBegin: true })
    await this.catchUp()
  }

  async retry(): Promise<void> {
    if (this.problem !== undefined) await this.catchUp()
  }

  async settled(patienceMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patienceMs)
    })
    await Promise.race([this.running, patience])
    clearTimeout(timer)
  }

  private async run(): Promise<void> {
    while (this.isWantedAgain) {
      this.isWantedAgain = false
      const place = this.parts.memory.current()
      if (place === undefined) return
      // `running` is set once this has returned for the first time.
      await Promise.resolve()
      this.tell()
      const folder = path.join(place.folder, placeFolderName(this.parts.notebookId))
      const seen = await this.look(folder)
      // Another place may have been chosen, or none, while this one was being looked at.
      if (this.parts.memory.current()?.folder !== place.folder) continue
      await this.note(seen)
    }
  }

  private async look(folder: string): Promise<PlaceSeen> {
    const { memory } = this.parts
    if (memory.current()?.mustBegin === true) {
      const removed = await removeCopies(this.parts, folder)
      if (!removed.ok) return { problem: removed.error.code, isUpToDate: false }
      const place = memory.current()
      if (place !== undefined) {
        const { mustBegin: _mustBegin, ...rest } = place
        await memory.remember(rest)
      }
    }
    return copyMissing({ ...this.parts, seal: sealOf(memory.current()) ?? this.parts.lockSeal }, folder)
  }

  private async note(seen: PlaceSeen): Promise<void> {
    const { memory } = this.parts
    const place = memory.current()
    if (seen.problem !== undefined && seen.problem !== this.problem) log.warn(seen.problem)
    this.problem = seen.problem
    this.isUpToDate = seen.isUpToDate
    // A place that could not be looked at is told by what was seen there last.
    const { newest } = seen
    if (place !== undefined && newest !== undefined && newest.createdAt !== place.newest?.createdAt)
      await memory.remember({ ...place, newest })
  }

  private tell(): void {
    this.parts.onChange(this.state())
  }
}
