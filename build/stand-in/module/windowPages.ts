import type { ForeignTraffic } from '../foreignTraffic'
import { toChromium } from '../origins'
import { type PageOwner, PageTarget } from '../page/pageTarget'
import { connection, runtime } from '../runtime'
import { WAITING_ROOM } from '../server'
import { type HeldPage, type TargetListener, TargetRouter } from '../targets'
import { notImplemented } from './notImplemented'
import type { OpenPage, WebContents } from './webContents'

let router: TargetRouter | undefined
let foreignTraffic: ForeignTraffic | undefined

/** Called once when Chromium runs. */
export async function startWindowPages(listener: TargetListener, foreign: ForeignTraffic): Promise<void> {
  foreignTraffic = foreign
  router = new TargetRouter(connection(), listener)
  await router.start()
}

/** Lets the proxy pass what the app's handlers have let pass. */
export function approveForeign(url: string): void {
  foreignTraffic?.approve(url)
}

/**
 * A URL that Chromium makes a page for without loading anything. The page then has no document yet, as a new one in
 * Electron: test runners wait for the first real document, where about:blank would count as one.
 */
const NOTHING = 'javascript:'

/** How long Chromium may take to open such a window before an ordinary one is taken. */
const APP_WINDOW_MS = 10_000

/** Makes a window's page from nothing. */
export function newPage(size: { width: number; height: number }): OpenPage {
  return async (webContents, owner) => {
    const browserContextId = await webContents.session.browserContextId()
    const context = browserContextId === undefined ? {} : { browserContextId }
    const plain = async (): Promise<string> => {
      const created = { url: NOTHING, newWindow: true, ...size, ...context }
      const { targetId } = await connection().browser.send<{ targetId: string }>(
        'Target.createTarget',
        created,
      )
      return targetId
    }
    const canBeApp = !runtime.headless && process.platform === 'linux' && browserContextId === undefined
    const held = await running().open(() => (canBeApp ? appWindow(webContents, plain) : plain()))
    return new PageTarget(held.session, held.targetId, owner)
  }
}

/**
 * A visible window without tabs and address bar. It starts at the host of the page that the app is about to load: for
 * any other host Chromium would put a warning strip over the page.
 */
async function appWindow(webContents: WebContents, otherwise: () => Promise<string>): Promise<string> {
  await new Promise((resolve) => setImmediate(resolve))
  const wanted = toChromium(webContents.wantedUrl)
  const host = /^http:\/\/[^/]+\.localhost(?=\/|$)/.exec(wanted)?.[0] ?? 'http://window.localhost'
  const url = `${host}${WAITING_ROOM}${webContents.id}`
  const arrival = running().arrivalAt(url)
  runtime.openAppWindow?.(url)
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, APP_WINDOW_MS, undefined).unref())
  return (await Promise.race([arrival, late])) ?? otherwise()
}

/** Takes a popup that the app has allowed; it loads what it was opened with. */
export function adoptPage(held: HeldPage): OpenPage {
  return async (_webContents: WebContents, owner: PageOwner) => {
    running().claim(held)
    return new PageTarget(held.session, held.targetId, owner)
  }
}

/** Closes a page at once, without asking it. */
export function closePage(targetId: string): Promise<void> {
  return running().close(targetId)
}

function running(): TargetRouter {
  if (!router) throw notImplemented('a window before the app is ready')
  return router
}
