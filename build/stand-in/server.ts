import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ForeignTraffic } from './foreignTraffic'
import { headerToChromium, toApp } from './origins'
import { say } from './runtime'

/** Answers a request for the app's own scheme; the URL is the app's (`app://orchard/x`). */
export type SchemeHandler = (request: Request) => Promise<Response | undefined>

/**
 * Path at which a visible window waits for its first page: answered with "no content", so that the window keeps its
 * empty document and its host. Nobody can guess it.
 */
export const WAITING_ROOM = `/${randomUUID()}/`

/** Meant for the connection to the server, not for the app's handler. */
const CONNECTION_HEADERS = new Set([
  'host',
  'connection',
  'proxy-connection',
  'keep-alive',
  'transfer-encoding',
])
/** Headers in which a page's own origin can appear. */
const ORIGIN_HEADERS = new Set(['origin', 'referer'])

/** Starts the loopback server behind http://*.localhost and returns its port. */
export async function startServer(handle: SchemeHandler, foreign: ForeignTraffic): Promise<number> {
  const server = createServer((request, response) => {
    // Absolute form means that Chromium takes us for its proxy: the request is for somebody else.
    if (/^http:\/\//i.test(request.url ?? '')) foreign.forward(request, response)
    else void respond(request, response, handle)
  })
  server.on('connect', (request, socket, head) => foreign.tunnel(request, socket, head))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The loopback server has no port')
  return address.port
}

async function respond(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  handle: SchemeHandler,
): Promise<void> {
  const url = toApp(`http://${incoming.headers.host ?? ''}${incoming.url ?? '/'}`)
  // Anybody on this machine can reach the port; only names that stand for the app's scheme are answered. Chromium,
  // unlike Electron, asks for a favicon by itself; the app must not see that.
  if (url.startsWith('http:') || incoming.url === '/favicon.ico')
    return fail(outgoing, url.startsWith('http:') ? 403 : 404)
  if (incoming.url?.startsWith(WAITING_ROOM)) return fail(outgoing, 204)
  const aborted = new AbortController()
  outgoing.on('close', () => aborted.abort())
  try {
    const response = await handle(requestFor(url, incoming, aborted.signal))
    // Electron reports a network error for these; a closed connection is the same to a page.
    if (!response || response.type === 'error') return void outgoing.destroy()
    await send(response, outgoing)
  } catch (error) {
    if (!aborted.signal.aborted) say(`the handler for ${url} failed: ${String(error)}`)
    outgoing.destroy()
  }
}

function requestFor(url: string, incoming: IncomingMessage, signal: AbortSignal): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value === undefined || CONNECTION_HEADERS.has(name)) continue
    const text = Array.isArray(value) ? value.join(', ') : value
    headers.set(name, ORIGIN_HEADERS.has(name) ? toApp(text) : text)
  }
  const method = incoming.method ?? 'GET'
  const init: RequestInit & { duplex?: 'half' } = { method, headers, signal }
  if (method !== 'GET' && method !== 'HEAD') {
    init.body = Readable.toWeb(incoming) as unknown as NonNullable<RequestInit['body']>
    init.duplex = 'half'
  }
  return new Request(url, init)
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  const headers: [string, string][] = []
  response.headers.forEach((value, name) => {
    headers.push([name, headerToChromium(value)])
  })
  for (const [name, value] of headers) outgoing.appendHeader(name, value)
  outgoing.writeHead(response.status, response.statusText || undefined)
  if (!response.body) return void outgoing.end()
  outgoing.flushHeaders()
  await pipeline(Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]), outgoing)
}

/** Answers with a status and no body. */
function fail(outgoing: ServerResponse, status: number): void {
  outgoing.writeHead(status).end()
}
