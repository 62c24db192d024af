import type { DevtoolsSession } from '../devtools'
import { toApp, toChromium } from '../origins'

/** Fetch.requestPaused, as far as we read it. */
export interface PausedRequest {
  readonly requestId: string
  readonly request: {
    readonly url: string
    readonly method: string
    readonly headers: Readonly<Record<string, string>>
  }
  readonly frameId: string
  readonly resourceType: string
  /** Set when this request is where another was redirected to. */
  readonly redirectedRequestId?: string
  readonly networkId?: string
}

/** What is to become of a request. */
export type Verdict =
  | { readonly do: 'continue' }
  | { readonly do: 'redirect'; readonly url: string }
  /** The page stays as it is, as if the navigation had never been asked for. */
  | { readonly do: 'drop' }
  /** The request fails with ERR_BLOCKED_BY_CLIENT. */
  | { readonly do: 'block' }

/** Judges a request by the app's own URL. */
export type Judge = (request: PausedRequest, appUrl: string) => Promise<Verdict>

/** Stops every request of a page, frame or worker and lets it go only after the judge has spoken. */
export async function interceptRequests(
  session: DevtoolsSession,
  judge: Judge,
  onPass: (url: string) => void,
): Promise<void> {
  session.on('Fetch.requestPaused', (paused: PausedRequest) => {
    void decide(session, paused, judge, onPass)
  })
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*', requestStage: 'Request' }] })
}

async function decide(
  session: DevtoolsSession,
  paused: PausedRequest,
  judge: Judge,
  onPass: (url: string) => void,
): Promise<void> {
  const appUrl = toApp(paused.request.url)
  const verdict = await judge(paused, appUrl).catch((): Verdict => ({ do: 'block' }))
  const { requestId } = paused
  switch (verdict.do) {
    case 'continue':
      onPass(paused.request.url)
      return session.sendQuietly('Fetch.continueRequest', { requestId })
    case 'redirect': {
      const responseHeaders = [{ name: 'Location', value: toChromium(verdict.url) }]
      return session.sendQuietly('Fetch.fulfillRequest', { requestId, responseCode: 307, responseHeaders })
    }
    case 'drop':
      return session.sendQuietly('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
    case 'block':
      return session.sendQuietly('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
  }
}
