import type { DevtoolsSession } from '../devtools'
import type { PausedRequest } from './interception'

/** Who asked for a document: the page (a link, a script, a form) or the main process (loadURL, reload, DevTools). */
export type Initiator = 'page' | 'main'

/** A navigation that a page has asked for and that no request will stop for us: blob:, data:, about:, mailto: ... */
export interface UnstoppedNavigation {
  readonly frameId: string
  readonly url: string
}

/**
 * Tells navigations that a page starts from those that the main process starts; Electron asks `will-navigate` about the
 * first kind only. Chromium announces the first kind from the renderer (Page.frameRequestedNavigation), on the same pipe
 * and before it asks for the document: so an announcement is always here when the request is paused.
 */
export class NavigationInitiators {
  /** By frame, what its document last asked to go to. */
  private readonly announced = new Map<string, string>()
  private expectsFromMain = false
  /** Requests that the main process began; their redirects carry the same id. */
  private readonly fromMain = new Set<string>()

  constructor(private readonly onUnstopped: (navigation: UnstoppedNavigation) => void) {}

  listen(session: DevtoolsSession): void {
    session.on('Page.frameRequestedNavigation', ({ frameId, url }: { frameId: string; url: string }) => {
      if (/^https?:/i.test(url)) this.announced.set(frameId, withoutHash(url))
      // The empty document of a frame without an address is not going anywhere.
      else if (!/^(about:blank|about:srcdoc|javascript:)/i.test(url)) this.onUnstopped({ frameId, url })
    })
    // A hash or a new document settles what was asked for before; only the newest wish is open.
    session.on('Page.navigatedWithinDocument', ({ frameId }: { frameId: string }) =>
      this.announced.delete(frameId),
    )
    session.on('Page.frameNavigated', ({ frame }: { frame: { id: string } }) =>
      this.announced.delete(frame.id),
    )
  }

  /** True while a document has asked to go elsewhere and has not gone. */
  isLeaving(frameId: string): boolean {
    return this.announced.has(frameId)
  }

  /** Called right before the main process itself navigates the main frame. */
  expectFromMain(): void {
    this.expectsFromMain = true
  }

  /** Called when that navigation turned out not to load a document (a hash, an error). */
  forgetExpectation(): void {
    this.expectsFromMain = false
  }

  initiatorOf(paused: PausedRequest, isMainFrame: boolean): Initiator {
    const { frameId, networkId = '' } = paused
    if (this.fromMain.has(networkId)) return 'main'
    const isAnnounced = this.announced.get(frameId) === withoutHash(paused.request.url)
    if (isAnnounced) this.announced.delete(frameId)
    const isExpected = isMainFrame && this.expectsFromMain
    if (isExpected) this.expectsFromMain = false
    if (!isExpected && (isAnnounced || paused.redirectedRequestId !== undefined)) return 'page'
    this.fromMain.add(networkId)
    return 'main'
  }
}

function withoutHash(url: string): string {
  return url.replace(/#.*$/s, '')
}
