import type { DevtoolsConnection, DevtoolsSession } from './devtools'
import type { AttachedTarget } from './page/pageTarget'

/** A page that Chromium holds until we let it run. */
export interface HeldPage {
  readonly targetId: string
  readonly session: DevtoolsSession
  /** Target of the page that opened it, if one did. */
  readonly openerId: string | undefined
  readonly url: string
}

/** What the router tells the windows. */
export interface TargetListener {
  popup(page: HeldPage): void
  crashed(targetId: string, reason: string, exitCode: number): void
}

const PAGES = [{ type: 'page' }, { exclude: true }]

/** Knows which page belongs to whom: pages we made, popups, and strays that no Electron would have. */
export class TargetRouter {
  private readonly held = new Map<string, HeldPage>()
  private readonly owned = new Set<string>()
  private readonly expected = new Map<string, (targetId: string) => void>()
  private creating = 0

  constructor(
    private readonly connection: DevtoolsConnection,
    private readonly listener: TargetListener,
  ) {}

  async start(): Promise<void> {
    const { browser } = this.connection
    browser.on('Target.attachedToTarget', (attached: AttachedTarget) => this.attached(attached))
    browser.on('Target.detachedFromTarget', ({ targetId }: { targetId: string }) =>
      this.owned.delete(targetId),
    )
    browser.on('Target.targetCrashed', ({ targetId, status, errorCode }: Crash) =>
      this.listener.crashed(targetId, status, errorCode),
    )
    await browser.send('Target.setDiscoverTargets', { discover: true, filter: PAGES })
    const attach = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true, filter: PAGES }
    await browser.send('Target.setAutoAttach', attach)
  }

  /** Opens an empty page by whatever means and returns it, still held. */
  async open(create: () => Promise<string>): Promise<HeldPage> {
    this.creating++
    try {
      const targetId = await create()
      const page = this.held.get(targetId)
      if (!page) throw new Error('Chromium made a page and did not announce it')
      this.claim(page)
      return page
    } finally {
      this.creating--
      if (this.creating === 0) for (const page of this.held.values()) this.route(page)
    }
  }

  /** The target of a page that comes by another way than a command of ours, known by its first URL. */
  arrivalAt(url: string): Promise<string> {
    const here = [...this.held.values()].find((page) => page.url === url)
    if (here) return Promise.resolve(here.targetId)
    return new Promise((resolve) => this.expected.set(url, resolve))
  }

  /** A popup that the app allows becomes a window's page. */
  claim(page: HeldPage): void {
    this.held.delete(page.targetId)
    this.owned.add(page.targetId)
  }

  /** Closes a page before it has loaded anything. */
  close(targetId: string): Promise<void> {
    this.held.delete(targetId)
    return this.connection.browser.sendQuietly('Target.closeTarget', { targetId })
  }

  private attached({ sessionId, targetInfo }: AttachedTarget): void {
    const { targetId, openerId, url } = targetInfo
    const page = { targetId, openerId, url, session: this.connection.session(sessionId) }
    this.held.set(targetId, page)
    this.expected.get(url)?.(targetId)
    this.expected.delete(url)
    // While a page of ours is being made, an unknown one may be it: its maker decides.
    if (openerId !== undefined || this.creating === 0) this.route(page)
  }

  private route(page: HeldPage): void {
    if (page.openerId !== undefined && this.owned.has(page.openerId)) {
      this.held.delete(page.targetId)
      this.listener.popup(page)
    } else void this.close(page.targetId)
  }
}

interface Crash {
  readonly targetId: string
  readonly status: string
  readonly errorCode: number
}
