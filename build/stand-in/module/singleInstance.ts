import type { FSWatcher } from 'node:fs'
import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { processIdentity } from '../processIdentity'

/** What a second process tells the first before it gives up. */
export interface SecondInstance {
  readonly argv: string[]
  readonly cwd: string
  readonly additionalData: unknown
}

/**
 * app.requestSingleInstanceLock: one holder per userData folder. Everything is synchronous files, because the app asks
 * before anything else runs and a refused process exits at once: the lock is linked into place (atomic, never half
 * written), the message of a second process is renamed into a folder that the first one watches.
 */
export class SingleInstance {
  private watcher: FSWatcher | undefined

  constructor(
    private readonly userData: () => string,
    private readonly onSecond: (second: SecondInstance) => void,
  ) {}

  /** True when this process holds the lock from now on; false after the holder has been told about us. */
  request(additionalData: unknown): boolean {
    if (this.watcher) return true
    mkdirSync(this.mailbox(), { recursive: true })
    for (;;) {
      if (this.tryToLink()) {
        this.listen()
        return true
      }
      if (!this.removeStale()) break
    }
    this.tell({ argv: process.argv, cwd: process.cwd(), additionalData })
    return false
  }

  has(): boolean {
    return this.watcher !== undefined
  }

  release(): void {
    if (!this.watcher) return
    this.watcher.close()
    this.watcher = undefined
    rmSync(this.lock(), { force: true })
  }

  private lock(): string {
    return join(this.userData(), 'StandInSingleton')
  }

  private mailbox(): string {
    return join(this.userData(), 'StandInSecondInstances')
  }

  private tryToLink(): boolean {
    const draft = `${this.lock()}.${process.pid}`
    writeFileSync(draft, processIdentity(process.pid))
    try {
      linkSync(draft, this.lock())
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      return false
    } finally {
      unlinkSync(draft)
    }
  }

  /** True when the lock belonged to a dead process and is out of the way, or has gone meanwhile. */
  private removeStale(): boolean {
    let holder: string
    try {
      holder = readFileSync(this.lock(), 'utf8')
    } catch {
      return true
    }
    if (processIdentity(Number.parseInt(holder, 10)) === holder) return false
    // Renaming lets only one of several starters take the stale lock away.
    const aside = `${this.lock()}.stale-${process.pid}`
    try {
      renameSync(this.lock(), aside)
    } catch {
      return true
    }
    rmSync(aside, { force: true })
    return true
  }

  private tell(second: SecondInstance): void {
    const name = join(this.mailbox(), `${process.pid}-${process.hrtime.bigint()}`)
    writeFileSync(`${name}.part`, JSON.stringify(second))
    renameSync(`${name}.part`, `${name}.json`)
  }

  private listen(): void {
    // Whatever lies there was meant for a holder that is gone.
    for (const name of readdirSync(this.mailbox())) rmSync(join(this.mailbox(), name), { force: true })
    this.watcher = watch(this.mailbox(), () => this.collect())
    this.watcher.unref()
  }

  private collect(): void {
    for (const name of readdirSync(this.mailbox()).filter((entry) => entry.endsWith('.json'))) {
      const path = join(this.mailbox(), name)
      const second = JSON.parse(readFileSync(path, 'utf8')) as SecondInstance
      rmSync(path, { force: true })
      this.onSecond(second)
    }
  }
}
