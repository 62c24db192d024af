import { toApp, toChromium } from '../origins'
import type { WebFrameMain } from '../page/frames'
import type { PausedRequest, Verdict } from '../page/interception'
import type { UnstoppedNavigation } from '../page/navigations'
import type { PageTarget } from '../page/pageTarget'
import { type PreventableEvent, preventable } from './preventable'
import type { WebContents } from './webContents'
import type { RequestDetails } from './webRequest'

/** Chromium's resource types in Electron's words. */
const RESOURCE_TYPES: Readonly<Record<string, string>> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  Fetch: 'xhr',
  XHR: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  Media: 'media',
  WebSocket: 'webSocket',
}

let lastRequest = 0

/** Decides about one request of a page: first the navigation events, then the session's webRequest handler. */
export async function judge(
  webContents: WebContents,
  page: PageTarget,
  paused: PausedRequest,
  url: string,
): Promise<Verdict> {
  const isMainFrame = paused.frameId === page.frames.mainId
  if (
    paused.resourceType === 'Document' &&
    isNavigationPrevented(webContents, page, paused, url, isMainFrame)
  ) {
    return { do: 'drop' }
  }
  const answer = await webContents.session.webRequestParts.beforeRequest.ask(
    requestDetails(webContents, page, paused, url, isMainFrame),
  )
  if (answer.cancel === true) return { do: 'block' }
  return answer.redirectURL === undefined ? { do: 'continue' } : { do: 'redirect', url: answer.redirectURL }
}

function isNavigationPrevented(
  webContents: WebContents,
  page: PageTarget,
  paused: PausedRequest,
  url: string,
  isMainFrame: boolean,
): boolean {
  const initiator = page.initiators.initiatorOf(paused, isMainFrame)
  const frame = page.frames.get(paused.frameId) ?? null
  if (paused.redirectedRequestId !== undefined)
    return emitNavigation(webContents, 'will-redirect', url, isMainFrame, frame)
  if (initiator === 'main') return false
  return isRefused(webContents, url, isMainFrame, frame)
}

function isRefused(
  webContents: WebContents,
  url: string,
  isMainFrame: boolean,
  frame: WebFrameMain | null,
): boolean {
  if (emitNavigation(webContents, 'will-frame-navigate', url, isMainFrame, frame)) return true
  return isMainFrame && emitNavigation(webContents, 'will-navigate', url, isMainFrame, frame)
}

/**
 * Asks about a navigation that DevTools can't hold (blob:, data:, mailto: ...). A refused one is stopped while it is on
 * its way; should the new document win the race, the page is taken back to where it was, without its state.
 */
export function judgeUnstopped(
  webContents: WebContents,
  page: PageTarget,
  navigation: UnstoppedNavigation,
): void {
  const { frameId, url } = navigation
  const isMainFrame = frameId === page.frames.mainId
  if (!isRefused(webContents, toApp(url), isMainFrame, page.frames.get(frameId) ?? null)) return
  void page.session.sendQuietly('Page.stopLoading')
  if (!isMainFrame) return
  const from = webContents.getURL()
  const back = ({ frame }: { frame: { id: string; url: string } }): void => {
    if (frame.id !== frameId || frame.url !== url) return
    page.initiators.expectFromMain()
    void page.session.sendQuietly('Page.navigate', { url: toChromium(from) })
  }
  page.session.on('Page.frameNavigated', back)
  // Whatever loads next, this navigation is over.
  webContents.once('did-stop-loading', () => page.session.off('Page.frameNavigated', back))
}

/** Emits a navigation event the way Electron does, details first, and tells whether it was prevented. */
export function emitNavigation(
  webContents: WebContents,
  name: 'will-navigate' | 'will-frame-navigate' | 'will-redirect',
  url: string,
  isMainFrame: boolean,
  frame: WebFrameMain | null,
): boolean {
  const event: PreventableEvent = preventable({
    url,
    isSameDocument: false,
    isMainFrame,
    frame,
    initiator: frame,
  })
  webContents.emit(name, event, url, false, isMainFrame, frame?.processId ?? -1, frame?.routingId ?? -1)
  return event.defaultPrevented
}

function requestDetails(
  webContents: WebContents,
  page: PageTarget,
  paused: PausedRequest,
  url: string,
  isMainFrame: boolean,
): RequestDetails {
  const document = isMainFrame ? 'mainFrame' : 'subFrame'
  return {
    id: ++lastRequest,
    url,
    method: paused.request.method,
    resourceType:
      paused.resourceType === 'Document' ? document : (RESOURCE_TYPES[paused.resourceType] ?? 'other'),
    referrer: paused.request.headers.Referer ?? '',
    timestamp: Date.now(),
    webContentsId: webContents.id,
    webContents,
    frame: page.frames.get(paused.frameId) ?? null,
  }
}
