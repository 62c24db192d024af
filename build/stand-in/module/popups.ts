import { toApp } from '../origins'
import type { HeldPage } from '../targets'
import { BrowserWindow, type WindowOptions } from './browserWindow'
import { preventable } from './preventable'
import type { OpenAnswer, OpenDetails, WebContents } from './webContents'
import { webContentsModule } from './webContents'
import { adoptPage, closePage } from './windowPages'

interface Opening {
  readonly url: string
  readonly windowName: string
  readonly windowFeatures: readonly string[]
}

const openings = new WeakMap<WebContents, Opening>()

/** Starts to answer what a page wants to open; called for every webContents. */
export function watchOpenings(webContents: WebContents): void {
  void webContents.whenOpened().then(
    (page) => page.session.on('Page.windowOpen', (opening: Opening) => openings.set(webContents, opening)),
    () => undefined,
  )
  webContents.on('-open-asked', (asked: { url: string; name: string; features: string }) => {
    const answer = webContents.askToOpen(details(webContents, asked.url, asked.name, asked.features))
    if (answer.action !== 'allow') return
    const window = new BrowserWindow(optionsOf(answer))
    void window.loadURL(asked.url).catch(() => undefined)
    announce(webContents, window, asked.url)
  })
}

/** A link with a target, or window.open without a handler, has made a page: it becomes a window or goes at once. */
export function answerPopup(held: HeldPage): void {
  const opener = webContentsModule.fromDevToolsTargetId(held.openerId ?? '')
  if (!opener) return void closePage(held.targetId)
  // The renderer announces what it opens on the pipe on which it then asks for the page: it is here already.
  const opening = openings.get(opener)
  openings.delete(opener)
  const url = toApp(opening?.url || held.url || 'about:blank')
  const features = opening?.windowFeatures.join(',') ?? ''
  const answer = opener.askToOpen(details(opener, url, opening?.windowName ?? '', features))
  if (answer.action !== 'allow') return void closePage(held.targetId)
  announce(opener, new BrowserWindow(optionsOf(answer), adoptPage(held)), url)
}

/** The renderer of a page has died; the window stays and can be reloaded. */
export function pageCrashed(targetId: string, reason: string, exitCode: number): void {
  const webContents = webContentsModule.fromDevToolsTargetId(targetId)
  if (!webContents) return
  webContents.crashed = true
  const details = { reason: reason === 'crashed' ? 'crashed' : 'killed', exitCode }
  webContents.emit('render-process-gone', preventable({}), details)
}

function details(opener: WebContents, url: string, frameName: string, features: string): OpenDetails {
  const disposition = features === '' ? 'foreground-tab' : 'new-window'
  return { url, frameName, features, disposition, referrer: { url: opener.getURL(), policy: 'default' } }
}

function optionsOf(answer: Extract<OpenAnswer, { action: 'allow' }>): WindowOptions {
  return (answer.overrideBrowserWindowOptions ?? {}) as WindowOptions
}

function announce(opener: WebContents, window: BrowserWindow, url: string): void {
  opener.emit('did-create-window', window, { url, frameName: '', options: {} })
}
