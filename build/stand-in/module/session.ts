import { connection } from '../runtime'
import { emitterRefusingUnknown, notImplemented, refuseUnknown } from './notImplemented'
import { linkPartition, profileFolder } from './partitionFolder'
import { type PermissionCheck, type PermissionRequest, Permissions } from './permissions'
import { createProtocol, type ProtocolHandler } from './protocol'
import { createWebRequest } from './webRequest'

let sessionDataFolder: () => string = () => ''
const byPartition = new Map<string, Session>()
/** The persistent session that has the profile: the first that opens a window. */
let profileOwner: Session | undefined

/** Electron's Session: handlers, permissions and storage of one partition. */
export class Session extends emitterRefusingUnknown('session') {
  readonly protocolParts = createProtocol()
  readonly protocol = this.protocolParts.api
  readonly webRequestParts = createWebRequest()
  readonly webRequest = this.webRequestParts.api
  readonly permissions = new Permissions()
  /** True from the first window on. */
  hasWindows = false
  private contextId: Promise<string> | undefined

  /** @param partition as in webPreferences: '' is the default session, 'persist:x' lasts, 'x' lives in memory */
  constructor(readonly partition: string) {
    super()
  }

  isPersistent(): boolean {
    return this.partition === '' || this.partition.startsWith('persist:')
  }

  setPermissionCheckHandler(handler: PermissionCheck | null): void {
    this.permissions.check = handler
    this.emit('-permissions-changed')
  }

  setPermissionRequestHandler(handler: PermissionRequest | null): void {
    this.permissions.request = handler
    this.emit('-permissions-changed')
  }

  /** Devices and screen capture have no way in without a native prompt; the answer is no whatever the handler says. */
  setDevicePermissionHandler(_handler: unknown): void {}
  setDisplayMediaRequestHandler(_handler: unknown): void {}
  setSpellCheckerEnabled(_enabled: boolean): void {}
  setSpellCheckerLanguages(_languages: string[]): void {}

  /** Chromium writes by itself; on quit it is closed in order, which writes everything. */
  flushStorageData(): void {}

  /** Only IndexedDB, and only of origins that a window of this session shows. */
  async clearStorageData({ storages = [] }: { readonly storages?: readonly string[] } = {}): Promise<void> {
    if (storages.length !== 1 || storages[0] !== 'indexdb')
      throw notImplemented('session.clearStorageData of more than indexdb')
    const clearing: Promise<void>[] = []
    this.emit('-clear-indexed-db', clearing)
    await Promise.all(clearing)
  }

  /** Null for a session in memory. The folder holds IndexedDB and the rest, as in Electron. */
  getStoragePath(): string | null {
    if (!this.isPersistent()) return null
    if (this.partition === '') return profileFolder(sessionDataFolder())
    return linkPartition(sessionDataFolder(), this.partition.slice('persist:'.length))
  }

  get storagePath(): string | null {
    return this.getStoragePath()
  }

  /**
   * The Chromium context for a window of this session; undefined is the persistent profile. Chromium can have only one
   * such profile per process, so a second persistent session is refused a window.
   */
  async browserContextId(): Promise<string | undefined> {
    if (this.isPersistent()) {
      this.claimProfile()
      return undefined
    }
    this.contextId ??= connection()
      .browser.send<{ browserContextId: string }>('Target.createBrowserContext', { disposeOnDetach: true })
      .then(({ browserContextId }) => browserContextId)
    return this.contextId
  }

  /** Called for each window; throws at once when another persistent session already has the profile. */
  claimProfile(): void {
    this.hasWindows = true
    if (!this.isPersistent()) return
    profileOwner ??= this
    if (profileOwner !== this) throw notImplemented('windows in two persistent sessions')
    this.getStoragePath()
  }
}

/** Tells sessions where their files live; asked late because the app may move userData. */
export function setSessionDataFolder(folder: () => string): void {
  sessionDataFolder = folder
}

/** The session of a partition, made on first use. */
export function sessionFor(partition: string): Session {
  const known = byPartition.get(partition)
  if (known) return known
  const created = new Session(partition)
  byPartition.set(partition, created)
  return created
}

/**
 * Who answers for a scheme: a request does not say which session it belongs to, so those with windows come first, and
 * two of them with different handlers are refused.
 */
export function handlerOf(scheme: string): { session: Session; handler: ProtocolHandler } | undefined {
  const handling = [...byPartition.values()].flatMap((session) => {
    const handler = session.protocolParts.handlers.get(scheme)
    return handler ? [{ session, handler }] : []
  })
  const open = handling.filter(({ session }) => session.hasWindows)
  if (new Set(open.map(({ handler }) => handler)).size > 1) {
    throw notImplemented(`different handlers for ${scheme}: in two sessions with windows`)
  }
  return open[0] ?? handling[0]
}

/** The module member `session`. */
export const sessionModule = refuseUnknown('session', {
  Session,
  fromPartition: (partition: string): Session => sessionFor(partition),
  get defaultSession(): Session {
    return sessionFor('')
  },
})
