import { toApp, toChromium } from '../origins'
import type { WebFrameMain } from '../page/frames'
import type { PausedRequest, Verdict } from '../page/interception'
import type { UnstoppedNavigation } from '../page/navigations'
import type { PageOwner, PageTarget } from '../page/pageTarget'
import type { WorldContext } from '../page/worldContexts'
import { connection, runtime, say } from '../runtime'
import { decodeValue, encodeValue } from '../structuredValues'
import type { ToMain } from '../worlds/messages'
import { deliver } from './ipcDelivery'
import { load, relayLoading } from './loading'
import { type DragItem, draggedFiles } from './nativeDrag'
import { judge, judgeUnstopped } from './navigationPolicy'
import { emitterRefusingUnknown } from './notImplemented'
import { preventable } from './preventable'
import { capture, type PrintOptions, printToPdf, type Rectangle } from './printing'
import { rendererProcessInfo } from './rendererProcess'
import type { Session } from './session'
import type { WebPreferences } from './webPreferences'

/** What an app's window-open handler is asked, and may answer. */
export interface OpenDetails {
  readonly url: string
  readonly frameName: string
  readonly features: string
  readonly disposition: string
  readonly referrer: { readonly url: string; readonly policy: string }
}
export type OpenAnswer =
  | { readonly action: 'deny' }
  | { readonly action: 'allow'; readonly overrideBrowserWindowOptions?: object }

/** How a page gets its target; the window decides where it comes from. */
export type OpenPage = (webContents: WebContents, owner: PageOwner) => Promise<PageTarget>

const all = new Map<number, WebContents>()
let lastId = 0

/** Electron's WebContents: the page of one window. Its Chromium page comes a moment after the object. */
export class WebContents extends emitterRefusingUnknown('webContents') implements PageOwner {
  readonly id = ++lastId
  readonly processInfo = rendererProcessInfo()
  readonly preload: string | undefined
  readonly subFrames: boolean
  readonly reportsWindow = !runtime.headless
  /** A test runner answers dialogs of its own accord, so only a person's window holds on. */
  readonly holdsClose = !runtime.headless && runtime.launch.remoteDebuggingPort === undefined
  /** Set by the loading events. */
  loading = false
  private openHandler: ((details: OpenDetails) => OpenAnswer) | null = null
  private page: PageTarget | undefined
  private readonly opened: Promise<PageTarget>
  private zoom = 1
  private destroyed = false

  constructor(
    readonly session: Session,
    private readonly preferences: WebPreferences,
    preload: string | undefined,
    open: OpenPage,
    private readonly approveForeign: (url: string) => void,
  ) {
    super()
    this.preload = preload
    this.subFrames = preferences.nodeIntegrationInSubFrames === true
    all.set(this.id, this)
    this.opened = this.openPage(open)
    this.opened.catch(() => undefined)
    const apply = () => void this.applyPermissions(this.getURL()).catch(() => undefined)
    const clear = (clearing: Promise<void>[]) => clearing.push(this.clearIndexedDb())
    session.on('-permissions-changed', apply)
    session.on('-clear-indexed-db', clear)
    // The session lives as long as the app: it must not keep every window that there ever was.
    this.once('destroyed', () => session.off('-permissions-changed', apply).off('-clear-indexed-db', clear))
  }

  /** The Chromium page behind this object, as soon as there is one. */
  whenOpened(): Promise<PageTarget> {
    return this.opened
  }

  get mainFrame(): WebFrameMain | null {
    return this.page?.frames.main ?? null
  }

  /** The target's id in DevTools, by which test runners know a page. */
  get targetId(): string | undefined {
    return this.page?.targetId
  }

  async loadURL(url: string): Promise<void> {
    new URL(url)
    this.wantedUrl = url
    const page = await this.opened
    await this.applyPermissions(url)
    await load(this, page, url)
  }

  reload(): void {
    void this.reloadPage({})
  }

  reloadIgnoringCache(): void {
    void this.reloadPage({ ignoreCache: true })
  }

  getURL(): string {
    return this.page?.frames.main.url ?? ''
  }

  getTitle(): string {
    return this.title
  }

  /** Kept by the window, which learns of titles from Chromium. */
  title = ''

  isLoading(): boolean {
    return this.loading
  }

  isLoadingMainFrame(): boolean {
    return this.loading
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  isCrashed(): boolean {
    return this.crashed
  }

  /** True between the death of the renderer and the next load. */
  crashed = false

  send(channel: string, ...args: unknown[]): void {
    // Throws right here when the arguments can't be cloned, before anything is under way.
    if (!this.page) encodeValue(args)
    else this.page.postTo(this.page.frames.mainId, channel, args)
  }

  async executeJavaScript(code: string): Promise<unknown> {
    const page = await this.opened
    return page.evaluateIn(page.frames.mainId, code)
  }

  setWindowOpenHandler(handler: ((details: OpenDetails) => OpenAnswer) | null): void {
    this.openHandler = handler
    void this.opened.then((page) => page.renewScripts()).catch(() => undefined)
  }

  /** Without a handler Electron opens what a page asks for; with one, only what it allows. */
  askToOpen(details: OpenDetails): OpenAnswer {
    return this.openHandler?.(details) ?? { action: 'allow' }
  }

  async printToPDF(options: PrintOptions = {}): Promise<Buffer> {
    return printToPdf((await this.opened).session, options)
  }

  async capturePage(part?: Rectangle): Promise<unknown> {
    return capture((await this.opened).session, part)
  }

  startDrag(item: DragItem): void {
    say(`webContents.startDrag ${draggedFiles(item).join(' ')}`)
  }

  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0")
    this.zoom = factor
    this.emit('-zoom-changed')
  }

  getZoomFactor(): number {
    return this.zoom
  }

  getLastWebPreferences(): WebPreferences {
    return { ...this.preferences }
  }

  openDevTools(): void {
    say('openDevTools does nothing here: attach to Chromium with --remote-debugging-port instead')
  }

  closeDevTools(): void {}
  isDevToolsOpened(): boolean {
    return false
  }

  isFocused(): boolean {
    return this.focused
  }

  /** What the app last asked to load. */
  wantedUrl = ''

  /** Follows the window. */
  focused = false

  focus(): void {
    this.emit('-focus-asked')
  }

  /** As if the user closed the window: the page's beforeunload has its say. */
  close(options: { waitForBeforeUnload?: boolean } = {}): void {
    this.emit('-close-asked', options.waitForBeforeUnload === true)
  }

  forcefullyCrashRenderer(): void {
    // The answer never comes: the one who should give it is what crashes.
    void this.opened.then((page) => page.session.sendQuietly('Page.crash'))
  }

  asksBeforeOpening(): boolean {
    return this.openHandler !== null
  }

  judge(request: PausedRequest, appUrl: string, page: PageTarget): Promise<Verdict> {
    return judge(this, page, request, appUrl)
  }

  unstopped(navigation: UnstoppedNavigation, page: PageTarget): void {
    judgeUnstopped(this, page, navigation)
  }

  approve(url: string): void {
    this.approveForeign(url)
  }

  receive(message: ToMain, body: string, from: WorldContext, page: PageTarget): void {
    if (this.destroyed) return
    if (message.kind === 'preloadFailed') {
      const error = Object.assign(new Error(message.message), { stack: message.stack })
      this.emit('preload-error', preventable({}), this.preferences.preload ?? '', error)
    } else if (message.kind === 'open') {
      this.emit('-open-asked', { url: toApp(message.url), name: message.name, features: message.features })
    } else if (message.kind === 'title') this.emit('-title-changed', message.title)
    else if (message.kind === 'window') this.emit('-window-reported', message.event, message.bounds)
    else deliver(message, decodeValue(body) as unknown[], { from, page, contents: this })
  }

  /** The window is gone for good. */
  markDestroyed(): void {
    if (this.destroyed) return
    this.destroyed = true
    all.delete(this.id)
    this.page?.frames.detachAll()
    this.emit('destroyed', preventable({}))
  }

  private async openPage(open: OpenPage): Promise<PageTarget> {
    const page = await open(this, this)
    this.page = page
    // Before the page runs, so that nothing it does goes unheard.
    relayLoading(this, page)
    this.emit('-page-came', page)
    await page.start()
    return page
  }

  private async applyPermissions(url: string): Promise<void> {
    if (url === '' || url === 'about:blank') return
    const context = await this.session.browserContextId()
    await this.session.permissions.apply(connection().browser, context, this, url)
  }

  private async clearIndexedDb(): Promise<void> {
    const { session } = await this.opened
    const { origin } = new URL(toChromium(this.getURL()))
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' })
  }

  private async reloadPage(options: object): Promise<void> {
    const page = await this.opened
    await page.letGo()
    page.initiators.expectFromMain()
    this.crashed = false
    await page.session.sendQuietly('Page.reload', options)
  }
}

/** The module member `webContents`. */
export const webContentsModule = {
  fromId: (id: number): WebContents | undefined => all.get(id),
  getAllWebContents: (): WebContents[] => [...all.values()],
  getFocusedWebContents: (): WebContents | null =>
    [...all.values()].find((contents) => contents.focused) ?? null,
  fromDevToolsTargetId: (targetId: string): WebContents | undefined =>
    [...all.values()].find((contents) => contents.targetId === targetId),
  fromFrame: (frame: WebFrameMain): WebContents | undefined =>
    [...all.values()].find((contents) => contents.mainFrame === frame.top),
}
