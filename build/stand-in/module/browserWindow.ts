import type { PageTarget } from '../page/pageTarget'
import { runtime } from '../runtime'
import { preventable } from './preventable'
import { SizedWindow } from './sizedWindow'
import type { OpenPage } from './webContents'
import { WebContents } from './webContents'
import { checkWebPreferences, readPreload, sessionOf, type WebPreferences } from './webPreferences'
import { windowBackground } from './windowBackground'
import { closeWindow, followTarget } from './windowClosing'
import { approveForeign, closePage, newPage } from './windowPages'
import type { Bounds } from './windowState'
import { windows } from './windows'

/** The options that mean something here; Electron's others are accepted and have no effect on a Chromium window. */
export interface WindowOptions extends Partial<Bounds> {
  readonly minWidth?: number
  readonly minHeight?: number
  readonly show?: boolean
  readonly title?: string
  readonly backgroundColor?: string
  readonly autoHideMenuBar?: boolean
  readonly webPreferences?: WebPreferences
}

let lastId = 0

/** Electron's BrowserWindow over a Chromium page. */
export class BrowserWindow extends SizedWindow {
  readonly id = ++lastId
  readonly webContents: WebContents
  private title: string
  private visible = false
  private destroyed = false

  /** @param open where the page comes from; only the stand-in itself passes it, for popups */
  constructor(options: WindowOptions = {}, open?: OpenPage) {
    super(options)
    if (!runtime.connection) throw new Error('Cannot create BrowserWindow before app is ready')
    const preferences = checkWebPreferences(options.webPreferences ?? {})
    const session = sessionOf(preferences)
    session.claimProfile()
    this.title = options.title ?? runtime.appName
    this.state.zoom = preferences.zoomFactor ?? 1
    const { width, height } = this.state.bounds
    const source = open ?? newPage({ width, height })
    this.webContents = new WebContents(
      session,
      preferences,
      readPreload(preferences.preload),
      source,
      approveForeign,
    )
    windows.add(this)
    this.listen()
    if (options.show !== false) this.show()
    this.webContents.whenOpened().catch(() => this.markClosed())
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows.all]
  }

  static getFocusedWindow(): BrowserWindow | null {
    return windows.focused ?? null
  }

  static fromId(id: number): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.id === id) ?? null
  }

  static fromWebContents(webContents: WebContents): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.webContents === webContents) ?? null
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }

  reload(): void {
    this.webContents.reload()
  }

  override show(): void {
    this.showInactive()
    this.focus()
  }

  showInactive(): void {
    if (this.visible || this.destroyed) return
    this.visible = true
    this.emit('show')
  }

  hide(): void {
    if (!this.visible) return
    this.visible = false
    if (windows.focused === this) windows.focus(undefined)
    this.emit('hide')
  }

  focus(): void {
    if (this.destroyed || !this.visible) return
    windows.focus(this)
    void this.webContents.whenOpened().then(
      (page) => page.session.sendQuietly('Page.bringToFront'),
      () => undefined,
    )
  }

  blur(): void {
    if (windows.focused === this) windows.focus(undefined)
  }

  isFocused(): boolean {
    return windows.focused === this
  }

  override isVisible(): boolean {
    return this.visible
  }

  setTitle(title: string): void {
    this.title = title
  }

  getTitle(): string {
    return this.title
  }

  /** No native frame is ours to change; these are accepted because they are decoration. */
  setMenuBarVisibility(_visible: boolean): void {}
  setAutoHideMenuBar(_hide: boolean): void {}
  setProgressBar(_progress: number): void {}
  setBackgroundColor(color: string): void {
    void this.webContents.whenOpened().then((page) => windowBackground(page.session, color))
  }
  flashFrame(_flash: boolean): void {}
  setIcon(_icon: unknown): void {}

  close(): void {
    void closeWindow(this)
  }

  destroy(): void {
    if (this.destroyed) return
    void this.webContents.whenOpened().then(
      (page) => closePage(page.targetId),
      () => undefined,
    )
    this.markClosed()
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  /** The page is gone: tells everybody, once. */
  markClosed(): void {
    if (this.destroyed) return
    this.destroyed = true
    this.visible = false
    this.webContents.markDestroyed()
    this.emit('closed')
    windows.remove(this)
  }

  /** The document has a new title; the window takes it unless the app objects. */
  private pageTitleUpdated(title: string): void {
    this.webContents.title = title
    const event = preventable({})
    this.webContents.emit('page-title-updated', event, title, true)
    this.emit('page-title-updated', event, title, true)
    if (!event.defaultPrevented) this.title = title
  }

  private listen(): void {
    const { webContents } = this
    webContents.once('-page-came', (page: PageTarget) => {
      followTarget(this, page)
      void this.state.apply(page.session).catch(() => undefined)
      void windowBackground(page.session, this.options.backgroundColor)
    })
    webContents.once('-painted', () => this.emit('ready-to-show'))
    webContents.on('-title-changed', (title: string) => this.pageTitleUpdated(title))
    webContents.on('-focus-asked', () => this.focus())
    webContents.on('-close-asked', () => this.close())
    webContents.on('-zoom-changed', () => {
      this.state.zoom = webContents.getZoomFactor()
      void this.applyState()
    })
    webContents.on('-window-reported', (event: string, bounds: Bounds) => {
      const old = this.state.bounds
      if (this.state.stance === 'normal') this.state.bounds = bounds
      this.announceBounds(old)
      if (event === 'focus') windows.focus(this)
      if (event === 'blur' && windows.focused === this) windows.focus(undefined)
    })
  }

  protected override async applyState(): Promise<void> {
    const page = await this.webContents.whenOpened()
    await this.state.apply(page.session).catch(() => undefined)
  }
}
