import { join } from 'node:path'
import { NOTEBOOK_FOLDER } from '#shared/identity'
import type { LockState, NewLock } from '#shared/ipc/lock'
import { err, ok, type Result } from '#shared/result'
import { type KeyFile, SEAL_COST, type SealCost } from '#shared/snapshot/sealFormat'
import type { FsPort } from '../files/fsPort'
import { log } from '../log'
import { Attempts } from './attempts'
import { convertNotebook } from './convertNotebook'
import {
  evenOutSlots,
  hasKeyFile,
  makeKey,
  type OpenedKey,
  openWithPassphrase,
  openWithRecovery,
  readKeyFile,
  withNewRecovery,
  withPassphrase,
  writeKeyFile,
} from './keyFile'
import { type Keyring, keyringOf } from './keyring'
import { settleFolder, settleIndex } from './settleSwitch'

/** A notebook that is open: what the gate must be able to do with it. */
export interface Opened {
  /** Ends what is under way and lets go of every file. */
  close(): Promise<void>
  /** Error: what keeps the notebook from being written anew now. */
  mayConvert(): Result<null>
  /** Lays in the open what this device remembers beside the notebook's folder, before its key is given up. */
  unseal(): Promise<void>
  /** Copies elsewhere that were made before the notebook was sealed, or opened, are made anew. */
  afterConversion(): Promise<void>
}

/** What has gone before an opening. */
export interface Opening {
  /** No page of this process has had the index open yet. */
  readonly isFirst: boolean
  /** The notebook was written anew, sealed or open, and has no index yet. */
  readonly isAnew: boolean
}

/** What the gate works with. */
export interface GateParts<O extends Opened> {
  readonly fs: FsPort
  readonly userData: string
  /** The folder of the window's session, null for one in memory. */
  readonly sessionFolder: string | null
  readonly open: (keyring: Keyring | undefined, how: Opening) => Promise<O>
  /** Lets the window keep what only it has; resolves when it has, or has taken too long. */
  readonly askWindow: () => Promise<void>
  /** Loads the window's page anew. */
  readonly reload: () => Promise<void>
  /** Makes the browser give up the files of the index. */
  readonly clearIndex: () => Promise<void>
  readonly onChange: () => void
  readonly language: () => LockState['language']
  readonly now: () => number
  /** What guessing the passphrase shall cost; `SEAL_COST` unless a test has no time for it. */
  readonly sealCost?: SealCost
}

/**
 * Stands between the window and the notebook: opens it where there is no lock, or when the passphrase was given, and closes
 * it again. While it is closed nothing of it is in the memory of this process but what is being forgotten.
 */
export class NotebookGate<O extends Opened> {
  private opened: O | undefined
  private keys: KeyFile | undefined
  private key: Uint8Array | undefined
  private pending: OpenedKey | undefined
  private work: LockState['work'] = null
  private problem: string | undefined
  private isFirst = true
  private isAnew = false
  private turn: Promise<unknown> = Promise.resolve()
  private readonly attempts: Attempts

  constructor(private readonly parts: GateParts<O>) {
    this.attempts = new Attempts(parts.now)
  }

  /** The open notebook; undefined while it is locked or written anew. */
  current(): O | undefined {
    return this.opened
  }

  /** How the lock stands. */
  state(): LockState {
    const { keys, opened, work, problem } = this
    const isLocked = opened === undefined && work === null
    return { isOn: keys !== undefined, isLocked, work, problem, language: this.parts.language() }
  }

  /** What a start does: ends a conversion that was cut short and opens the notebook, unless it has a lock. */
  async start(): Promise<void> {
    const { fs, userData, sessionFolder } = this.parts
    const settled = await settleFolder(fs, userData)
    if (!settled.ok) return this.refuse(settled.error.code)
    this.isAnew = settled.value
    // Without it the index is built once more; nothing is lost by it, but bytes in the open may be left.
    const dropped = await settleIndex(fs, userData, sessionFolder)
    if (!dropped.ok) log.error(dropped.error.code)
    const isOn = await hasKeyFile(fs, this.folder).catch(() => true)
    if (!isOn) return this.openWith(undefined)
    const keys = await readKeyFile(fs, this.folder)
    if (!keys.ok) return this.refuse(keys.error.code)
    this.keys = keys.value
  }

  /** See `lock:unlock`. */
  unlock(passphrase: string): Promise<Result<null>> {
    return this.inTurn(async () => {
      const key = await this.keyBy(passphrase)
      return key.ok ? this.open(key.value) : key
    })
  }

  /** See `lock:recover`. */
  recover(code: string, passphrase: string): Promise<Result<null>> {
    return this.inTurn(async () => {
      const { keys } = this
      if (keys === undefined) return err('lock.off')
      const key = await this.attempt(() => openWithRecovery(keys, code))
      if (!key.ok) return key
      const kept = await this.keep(await withPassphrase({ key: key.value, keys }, passphrase, this.cost))
      return kept.ok ? this.open(key.value) : kept
    })
  }

  /** Closes the notebook, forgets its key and shows the lock. Error: `lock.off` where there is none. */
  lock(): Promise<Result<null>> {
    return this.inTurn(async () => {
      if (this.keys === undefined) return err('lock.off')
      if (this.opened === undefined) return ok(null)
      await this.parts.askWindow()
      const { opened } = this
      // Gone first, and off the screen: a copy to a second place may take longer than anybody stands by.
      this.opened = undefined
      await this.parts.reload()
      this.parts.onChange()
      await opened?.close()
      this.forgetKey()
      return ok(null)
    })
  }

  /** See `lock:prepare`. */
  async prepare(passphrase: string): Promise<Result<NewLock>> {
    if (this.keys !== undefined) return err('lock.isOn')
    const { recoveryCode, ...key } = await makeKey(passphrase, this.cost)
    this.pending = key
    return ok({ recoveryCode })
  }

  /** See `lock:turnOn`; what comes of it is told by `onChange`. */
  async turnOn(): Promise<Result<null>> {
    const { pending } = this
    if (pending === undefined || this.keys !== undefined) return err('lock.notPrepared')
    const may = this.opened?.mayConvert() ?? err('lock.locked')
    if (!may.ok) return may
    this.pending = undefined
    void this.inTurn(() => this.convert('sealing', pending))
    return ok(null)
  }

  /** See `lock:turnOff`. */
  async turnOff(passphrase: string): Promise<Result<null>> {
    const key = await this.inTurn(() => this.keyBy(passphrase))
    if (!key.ok) return key
    const may = this.opened?.mayConvert() ?? err('lock.locked')
    if (!may.ok) return may
    void this.inTurn(() => this.convert('opening', undefined))
    return ok(null)
  }

  /** See `lock:change`. */
  change(passphrase: string, next: string): Promise<Result<null>> {
    return this.inTurn(async () => {
      const key = await this.keyBy(passphrase)
      if (!key.ok) return key
      if (this.keys === undefined) return err('lock.off')
      return this.keep(await withPassphrase({ key: key.value, keys: this.keys }, next, this.cost))
    })
  }

  /** See `lock:newSheet`. */
  newSheet(passphrase: string): Promise<Result<NewLock>> {
    return this.inTurn(async () => {
      const key = await this.keyBy(passphrase)
      if (!key.ok) return key
      if (this.keys === undefined) return err('lock.off')
      const { keys, recoveryCode } = await withNewRecovery({ key: key.value, keys: this.keys }, this.cost)
      const kept = await this.keep(keys)
      return kept.ok ? ok({ recoveryCode }) : kept
    })
  }

  /** Closes the notebook for good. */
  async close(): Promise<void> {
    await this.inTurn(() => this.closeNotebook())
  }

  private get folder(): string {
    return join(this.parts.userData, NOTEBOOK_FOLDER)
  }

  private get cost(): SealCost {
    return this.parts.sealCost ?? SEAL_COST
  }

  /** One after the other: nobody unlocks what is being locked. */
  private inTurn<T>(action: () => Promise<T>): Promise<T> {
    const done = this.turn.then(action)
    this.turn = done.catch(() => undefined)
    return done
  }

  private refuse(code: string): void {
    log.error(code)
    this.problem = code
  }

  private async keyBy(passphrase: string): Promise<Result<Uint8Array>> {
    const { keys } = this
    if (keys === undefined) return err('lock.off')
    return this.attempt(() => openWithPassphrase(keys, passphrase))
  }

  private async attempt(open: () => Promise<Result<Uint8Array>>): Promise<Result<Uint8Array>> {
    const may = this.attempts.check()
    if (!may.ok) return may
    const key = await open()
    if (key.ok) this.attempts.passed()
    return !key.ok && key.error.code === 'lock.wrong' ? this.attempts.failed() : key
  }

  private async keep(keys: KeyFile): Promise<Result<null>> {
    const written = await writeKeyFile(this.parts.fs, this.folder, keys)
    if (!written.ok) return written
    this.keys = keys
    return ok(null)
  }

  private async open(key: Uint8Array): Promise<Result<null>> {
    if (this.opened !== undefined) return ok(null)
    this.key = key
    if (this.keys !== undefined) {
      const evened = await evenOutSlots(this.parts.fs, this.folder, this.keys)
      if (!evened.ok) log.warn(evened.error.code)
    }
    await this.openWith(key)
    this.parts.onChange()
    return ok(null)
  }

  private async openWith(key: Uint8Array | undefined): Promise<void> {
    const { keys } = this
    const keyring = key && keys && keyringOf(key, () => this.keys ?? keys)
    const { isFirst, isAnew } = this
    this.opened = await this.parts.open(keyring, { isFirst, isAnew })
    this.isFirst = false
    this.isAnew = false
  }

  private async closeNotebook(): Promise<void> {
    const { opened } = this
    // Gone first: whatever the window still asks finds nobody.
    this.opened = undefined
    await opened?.close()
  }

  private forgetKey(): void {
    this.key?.fill(0)
    this.key = undefined
  }

  /** Writes the notebook anew while nobody has it open, and opens what then counts. */
  private async convert(work: 'sealing' | 'opening', next: OpenedKey | undefined): Promise<void> {
    const { parts, key, keys } = this
    const { fs, userData } = parts
    this.work = work
    this.problem = undefined
    try {
      await parts.askWindow()
      if (next === undefined) await this.opened?.unseal()
      await this.closeNotebook()
      await parts.reload()
      const opens = key && keys && keyringOf(key, () => keys)
      const converted = await convertNotebook({ fs, userData, opens, key: next })
      const settled = converted.ok ? await settleFolder(fs, userData) : converted
      if (!settled.ok) this.refuse(settled.error.code)
      if (converted.ok && settled.ok) {
        this.isAnew = settled.value === true
        await this.take(next)
      }
      // Decided, and not in place: only a start may go on, and until then nothing can be opened.
      if (!converted.ok || settled.ok) await this.openWith(this.key)
      if (converted.ok) await this.opened?.afterConversion()
    } catch (fault) {
      log.error('lock.unexpected', { name: fault instanceof Error ? fault.name : 'unknown' })
      this.problem = 'lock.unexpected'
    }
    this.work = null
    parts.onChange()
  }

  /** The notebook that was written anew stands in its place: what is left of the one before goes. */
  private async take(next: OpenedKey | undefined): Promise<void> {
    const { fs, userData, sessionFolder, clearIndex } = this.parts
    this.forgetKey()
    this.keys = next?.keys
    this.key = next?.key
    try {
      await clearIndex()
    } catch {
      log.warn('lock.indexBusy')
    }
    const dropped = await settleIndex(fs, userData, sessionFolder)
    // The next start removes it, before anything is opened.
    if (!dropped.ok) log.warn(dropped.error.code)
  }
}
