import { randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import type { DevtoolsSession } from '../devtools'
import { mainWorldScript, preloadWorldScript } from '../preloadWorld'
import { encodeValue } from '../structuredValues'
import { BINDING, ISOLATED_WORLD, type ToMain, type WorldConfig } from '../worlds/messages'
import { type FrameInfo, type FramePage, FrameTree } from './frames'
import { interceptRequests, type PausedRequest, type Verdict } from './interception'
import { NavigationInitiators, type UnstoppedNavigation } from './navigations'
import { type WorldContext, WorldContexts } from './worldContexts'

/** What a page asks of the webContents it belongs to. */
export interface PageOwner {
  readonly preload: string | undefined
  readonly subFrames: boolean
  readonly reportsWindow: boolean
  readonly holdsClose: boolean
  readonly processInfo: Readonly<Record<string, unknown>>
  asksBeforeOpening(): boolean
  judge(request: PausedRequest, appUrl: string, page: PageTarget): Promise<Verdict>
  /** A page is on its way to somewhere that no request stops. */
  unstopped(navigation: UnstoppedNavigation, page: PageTarget): void
  approve(url: string): void
  receive(message: ToMain, body: string, from: WorldContext, page: PageTarget): void
}

/**
 * Frames of other sites have a session of their own. A dedicated worker's requests pass through its page's interception;
 * it is attached to only because Chromium holds it for whoever attaches to anything of its page. Shared and service
 * workers are not looked into, and the proxy keeps them from everything foreign.
 */
const INNER_TARGETS = {
  autoAttach: true,
  waitForDebuggerOnStart: true,
  flatten: true,
  filter: [{ type: 'iframe' }, { type: 'worker' }, { exclude: true }],
}

/**
 * One Chromium page with everything of Electron's put into it: the isolated world, the binding, request interception in
 * the page and in its frames of other sites.
 */
export class PageTarget extends EventEmitter implements FramePage {
  readonly frames: FrameTree
  readonly worlds: WorldContexts
  readonly initiators: NavigationInitiators
  private readonly token = `stand-in-${randomBytes(16).toString('hex')}`
  private scripts: string[] = []

  constructor(
    readonly session: DevtoolsSession,
    readonly targetId: string,
    private readonly owner: PageOwner,
  ) {
    super()
    this.frames = new FrameTree(this, targetId)
    this.worlds = new WorldContexts((message, body, from) => owner.receive(message, body, from, this))
    this.initiators = new NavigationInitiators((navigation) => owner.unstopped(navigation, this))
    session.on('detached', () => this.frames.detachAll())
  }

  /** Prepares the page while Chromium holds it, then lets it run. */
  start(): Promise<void> {
    return this.prepare(this.session)
  }

  /** Puts the scripts in again, after something they depend on has changed; documents to come will have them. */
  async renewScripts(): Promise<void> {
    // All of it is sent before anything else can be: in a document with both, the old scripts would come first.
    const added = this.addScripts(this.session)
    const removed = this.scripts.map((identifier) =>
      this.session.sendQuietly('Page.removeScriptToEvaluateOnNewDocument', { identifier }),
    )
    this.scripts = await added
    await Promise.all(removed)
  }

  /** Tells the document that the app itself closes or replaces it; resolves when it knows. */
  async letGo(): Promise<void> {
    const world = this.owner.holdsClose ? this.worlds.ofFrame(this.frames.mainId) : undefined
    if (world) await this.worlds.post(world, { kind: 'letGo' })
  }

  postTo(frameId: string, channel: string, args: readonly unknown[]): void {
    const encoded = encodeValue(args)
    const world = this.worlds.ofFrame(frameId)
    if (world) void this.worlds.post(world, { kind: 'event', channel }, encoded)
  }

  async evaluateIn(frameId: string, code: string): Promise<unknown> {
    if (frameId !== this.frames.mainId)
      throw new Error('executeJavaScript in a sub-frame is not implemented by the stand-in')
    const { result, exceptionDetails } = await this.session.send<EvaluationResult>('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    })
    if (exceptionDetails) {
      const { exception, text } = exceptionDetails
      throw new Error(exception?.description?.split('\n')[0]?.replace(/^(?:Uncaught )?Error: /, '') ?? text)
    }
    return result.value
  }

  /**
   * All commands leave at once, without waiting for answers: a document in another process is not held for long, and
   * what has been sent before it starts still counts.
   */
  private async prepare(session: DevtoolsSession): Promise<void> {
    this.frames.listen(session)
    this.worlds.listen(session)
    this.initiators.listen(session)
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }: AttachedTarget) => {
      const inner = session.connection.session(sessionId)
      if (targetInfo.type === 'worker') void inner.sendQuietly('Runtime.runIfWaitingForDebugger')
      else void this.prepare(inner).catch(() => undefined)
    })
    const scripts = this.addScripts(session)
    await Promise.all([
      session.send('Page.enable'),
      session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      session.send('Inspector.enable'),
      session.send('Runtime.addBinding', { name: BINDING, executionContextName: ISOLATED_WORLD }),
      scripts,
      session.send('Runtime.enable'),
      this.intercept(session),
      session.send('Target.setAutoAttach', INNER_TARGETS),
      session.send<{ frameTree: { frame: FrameInfo } }>('Page.getFrameTree').then(({ frameTree }) => {
        this.frames.update(frameTree.frame)
      }),
      session.send('Runtime.runIfWaitingForDebugger'),
    ])
    if (session === this.session) this.scripts = await scripts
  }

  private addScripts(session: DevtoolsSession): Promise<string[]> {
    const config: WorldConfig = {
      token: this.token,
      subFrames: this.owner.subFrames,
      asksBeforeOpening: this.owner.asksBeforeOpening(),
      reportsWindow: this.owner.reportsWindow,
      holdsClose: this.owner.holdsClose,
      process: this.owner.processInfo,
    }
    const scripts = [
      { source: mainWorldScript(config) },
      { source: preloadWorldScript(config, this.owner.preload), worldName: ISOLATED_WORLD },
    ]
    const added = scripts.map((script) =>
      session.send<{ identifier: string }>('Page.addScriptToEvaluateOnNewDocument', script),
    )
    return Promise.all(added.map(async (answer) => (await answer).identifier))
  }

  private intercept(session: DevtoolsSession): Promise<void> {
    return interceptRequests(
      session,
      (request, appUrl) => this.owner.judge(request, appUrl, this),
      (url) => this.owner.approve(url),
    )
  }
}

/** Target.attachedToTarget, as far as we read it. */
export interface AttachedTarget {
  readonly sessionId: string
  readonly waitingForDebugger: boolean
  readonly targetInfo: {
    readonly targetId: string
    readonly type: string
    readonly url: string
    readonly openerId?: string
    readonly browserContextId?: string
  }
}

interface EvaluationResult {
  readonly result: { readonly value?: unknown }
  readonly exceptionDetails?: {
    readonly text: string
    readonly exception?: { readonly description?: string }
  }
}
