import { toApp, toChromium } from '../origins'
import type { FrameInfo } from '../page/frames'
import type { PageTarget } from '../page/pageTarget'
import { preventable } from './preventable'
import type { WebContents } from './webContents'

/** Chromium's numbers for the network errors that tests and apps meet; -2 is its own "failed". */
const ERROR_CODES: Readonly<Record<string, number>> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_FILE_NOT_FOUND: -6,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_CONNECTION_REFUSED: -102,
  ERR_NAME_NOT_RESOLVED: -105,
  ERR_EMPTY_RESPONSE: -324,
}

/** Loads a URL into the main frame; resolves once it is loaded, rejects like Electron's loadURL. */
export async function load(webContents: WebContents, page: PageTarget, url: string): Promise<void> {
  const loaded = loadedDocuments(page)
  await page.letGo()
  page.initiators.expectFromMain()
  type Answer = { errorText?: string; loaderId?: string }
  const answer = await page.session.send<Answer>('Page.navigate', { url: toChromium(url) })
  if (answer.errorText !== undefined) {
    page.initiators.forgetExpectation()
    throw loadError(webContents, answer.errorText, url)
  }
  // No loader: only the hash has changed, and nothing is loaded.
  if (answer.loaderId === undefined) return page.initiators.forgetExpectation()
  await loaded.has(answer.loaderId)
}

/** Collects which documents of the main frame finish loading, from now on: the event may precede the answer. */
function loadedDocuments(page: PageTarget): { has(loaderId: string): Promise<void> } {
  const finished = new Set<string>()
  let wanted: { loaderId: string; resolve: () => void } | undefined
  const listen = ({ frameId, loaderId, name }: LifecycleEvent): void => {
    if (name !== 'load' || frameId !== page.frames.mainId) return
    finished.add(loaderId)
    if (wanted?.loaderId === loaderId) wanted.resolve()
  }
  page.session.on('Page.lifecycleEvent', listen)
  const has = async (loaderId: string): Promise<void> => {
    if (!finished.has(loaderId)) await new Promise<void>((resolve) => (wanted = { loaderId, resolve }))
    page.session.off('Page.lifecycleEvent', listen)
  }
  return { has }
}

interface LifecycleEvent {
  readonly frameId: string
  readonly loaderId: string
  readonly name: string
}

function loadError(webContents: WebContents, text: string, url: string): Error {
  const name = text.replace('net::', '')
  const code = ERROR_CODES[name] ?? -2
  webContents.emit('did-fail-load', preventable({}), code, name, url, true)
  return Object.assign(new Error(`${name} (${code}) loading '${url}'`), { errno: code, code: name, url })
}

/** Turns what Chromium says about loading the main document into Electron's events. */
export function relayLoading(webContents: WebContents, page: PageTarget): void {
  const { session } = page
  const isMain = (frameId: string): boolean => frameId === page.frames.mainId
  session.on('Page.frameStartedLoading', ({ frameId }: { frameId: string }) => {
    if (!isMain(frameId)) return
    webContents.loading = true
    webContents.emit('did-start-loading', preventable({}))
  })
  session.on('Page.frameStoppedLoading', ({ frameId }: { frameId: string }) => {
    if (!isMain(frameId)) return
    webContents.loading = false
    webContents.emit('did-stop-loading', preventable({}))
  })
  session.on('Page.frameNavigated', ({ frame }: { frame: FrameInfo }) => {
    const url = toApp(frame.url)
    if (isMain(frame.id)) webContents.emit('did-navigate', preventable({ url }), url, 200, '')
    else webContents.emit('did-frame-navigate', preventable({ url }), url, 200, '', false, -1, -1)
  })
  session.on('Page.navigatedWithinDocument', ({ frameId, url }: { frameId: string; url: string }) => {
    webContents.emit('did-navigate-in-page', preventable({}), toApp(url), isMain(frameId), -1, -1)
  })
  session.on('Page.domContentEventFired', () => webContents.emit('dom-ready', preventable({})))
  session.on('Page.loadEventFired', () => {
    if (isEmpty(webContents)) return
    webContents.emit('did-finish-load', preventable({}))
    webContents.emit('did-frame-finish-load', preventable({}), true, -1, -1)
  })
  session.on('Page.lifecycleEvent', ({ frameId, name }: LifecycleEvent) => {
    const painted = name === 'firstPaint' || name === 'firstContentfulPaint' || name === 'load'
    if (isMain(frameId) && painted && !isEmpty(webContents)) webContents.emit('-painted')
  })
}

/** Before its first document a page has no URL; what Chromium says about that emptiness is not news. */
function isEmpty(webContents: WebContents): boolean {
  return webContents.getURL() === ''
}
