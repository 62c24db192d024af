import { type IncomingMessage, request, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'

/**
 * The second wall. Chromium uses our server as its proxy for every name that is not the app's, and this side refuses
 * what has not been approved: a request of a page or worker that passed the app's onBeforeRequest. So Chromium's own
 * background traffic, websockets and whatever slips past DevTools interception never leave the machine.
 */
export class ForeignTraffic {
  /** host:port pairs that the app's handlers let pass. */
  private readonly approved = new Set<string>()

  /** Called by the interception for each request it lets go to a foreign place. */
  approve(url: string): void {
    const { protocol, hostname, port } = new URL(url)
    if (protocol === 'http:' || protocol === 'https:') this.approved.add(place(hostname, port, protocol))
  }

  /** Passes a plain http request on, or closes the connection. */
  forward(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const url = incoming.url ?? ''
    const { protocol, hostname, port } = new URL(url)
    if (!this.approved.has(place(hostname, port, protocol))) return void outgoing.destroy()
    const { method = 'GET', headers } = incoming
    const onward = request(url, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  }

  /** Answers CONNECT, which https and websockets ask for. */
  tunnel(incoming: IncomingMessage, socket: Duplex, head: Buffer): void {
    // Chromium drops its connections as it pleases, refused ones too.
    socket.on('error', () => socket.destroy())
    const [host = '', port = '443'] = (incoming.url ?? '').split(/:(?=\d+$)/)
    if (!this.approved.has(`${host}:${port}`)) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    const onward = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      onward.write(head)
      onward.pipe(socket).pipe(onward)
    })
    onward.on('error', () => socket.destroy())
    socket.on('close', () => onward.destroy())
  }
}

function place(hostname: string, port: string, protocol: string): string {
  return `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`
}
