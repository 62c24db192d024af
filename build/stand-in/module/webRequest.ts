import { refuseUnknown } from './notImplemented'
import type { WebContents } from './webContents'

/** What a handler is told about a request. */
export interface RequestDetails {
  readonly id: number
  readonly url: string
  readonly method: string
  readonly resourceType: string
  readonly referrer: string
  readonly timestamp: number
  readonly webContentsId?: number
  readonly webContents?: WebContents
  readonly frame?: unknown
}

export interface BeforeRequestAnswer {
  readonly cancel?: boolean
  readonly redirectURL?: string
}

export interface HeadersAnswer {
  readonly cancel?: boolean
  readonly responseHeaders?: Readonly<Record<string, string | string[]>>
  readonly statusLine?: string
}

type Filter = { readonly urls?: readonly string[] }
type Handler<D, A> = (details: D, callback: (answer: A) => void) => void
type HeadersDetails = RequestDetails & {
  readonly statusCode: number
  readonly responseHeaders: Readonly<Record<string, string[]>>
}

/** One stage of a request, with the single handler that Electron allows for it. */
class Stage<D extends RequestDetails, A extends object> {
  private handler: Handler<D, A> | undefined
  private patterns: RegExp[] = []

  set(filterOrHandler: Filter | Handler<D, A> | null, handler?: Handler<D, A> | null): void {
    const filter = typeof filterOrHandler === 'function' ? undefined : filterOrHandler
    this.handler = (typeof filterOrHandler === 'function' ? filterOrHandler : handler) ?? undefined
    this.patterns = (filter?.urls ?? ['<all_urls>']).map(patternOf)
  }

  /** The handler's answer; an empty one when there is no handler or its filter leaves the URL out. */
  ask(details: D): Promise<A | Record<string, never>> {
    const { handler } = this
    if (!handler || !this.patterns.some((pattern) => pattern.test(details.url))) return Promise.resolve({})
    return new Promise((resolve, reject) => {
      try {
        handler(details, (answer) => resolve(answer ?? {}))
      } catch (error) {
        reject(error as Error)
      }
    })
  }
}

/** session.webRequest: before a request goes out, and when the app's own scheme has answered. */
export function createWebRequest() {
  const beforeRequest = new Stage<RequestDetails, BeforeRequestAnswer>()
  const headersReceived = new Stage<HeadersDetails, HeadersAnswer>()
  const api = refuseUnknown('webRequest', {
    onBeforeRequest: beforeRequest.set.bind(beforeRequest),
    /** Called for the app's own scheme only: answers from elsewhere don't pass through our hands. */
    onHeadersReceived: headersReceived.set.bind(headersReceived),
  })
  return { api, beforeRequest, headersReceived }
}

/** @example patternOf('*://*.example.com/*') matches https://a.example.com/x */
function patternOf(pattern: string): RegExp {
  if (pattern === '<all_urls>') return /^/
  const text = pattern
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/^\*:/, '[a-z][a-z0-9+.-]*:')
    .replace(/\*/g, '.*')
  return new RegExp(`^${text}$`, 'i')
}
