import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server on loopback that answers everything and remembers whatever reached it. */
export interface HitCounter {
  /** `http://127.0.0.1:port`. */
  readonly origin: string
  /** Method and path of each request, `upgrade` for a WebSocket's, `connection` for each TCP connection. */
  readonly hits: string[]
  readonly close: () => Promise<void>
}

/** Starts the server on a free port. It allows every origin, so that only the app's own guards can stop a page. */
export async function countHits(): Promise<HitCounter> {
  const hits: string[] = []
  const server = createServer((request, response) => {
    hits.push(`${request.method} ${request.url}`)
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/html' })
    response.end('<!doctype html><title>outside</title>')
  })
  server.on('connection', () => hits.push('connection'))
  server.on('upgrade', (request, socket) => {
    hits.push(`upgrade ${request.url}`)
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    hits,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
