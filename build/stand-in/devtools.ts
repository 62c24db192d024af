import { EventEmitter } from 'node:events'
import type { Readable, Writable } from 'node:stream'

/** Parameters or result of a DevTools command or event; each caller names the fields it reads. */
export type Fields = Record<string, unknown>

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: Fields
  readonly result?: Fields
  readonly error?: { readonly message: string }
  readonly sessionId?: string
}

interface Waiting {
  readonly method: string
  readonly sessionId: string
  resolve(result: Fields): void
  reject(error: Error): void
}

/** One attached target, or the browser itself (session id ''). Events arrive as (params) under their method's name. */
export class DevtoolsSession extends EventEmitter {
  constructor(
    readonly connection: DevtoolsConnection,
    readonly id: string,
  ) {
    super()
    this.setMaxListeners(0)
  }

  /** Sends a command; rejects with the protocol's message, or when the target or the browser goes away first. */
  send<T = Fields>(method: string, params: object = {}): Promise<T> {
    return this.connection.send(this.id, method, params) as Promise<T>
  }

  /** The same for commands whose failure means only that the page is already gone. */
  sendQuietly(method: string, params: object = {}): Promise<void> {
    return this.send(method, params).then(
      () => undefined,
      () => undefined,
    )
  }
}

/** The DevTools protocol over Chromium's debugging pipe: JSON messages separated by a zero byte. */
export class DevtoolsConnection extends EventEmitter {
  readonly browser = new DevtoolsSession(this, '')
  private readonly sessions = new Map<string, DevtoolsSession>([['', this.browser]])
  private readonly waiting = new Map<number, Waiting>()
  private pending: Buffer[] = []
  private lastId = 0
  private closed = false

  constructor(
    private readonly output: Writable,
    input: Readable,
  ) {
    super()
    input.on('data', (chunk: Buffer) => this.receive(chunk))
    input.on('close', () => this.close())
    input.on('error', () => this.close())
    output.on('error', () => this.close())
  }

  /** The session of that id, which must have been announced by Target.attachedToTarget. */
  session(id: string): DevtoolsSession {
    const known = this.sessions.get(id)
    if (known) return known
    const session = new DevtoolsSession(this, id)
    this.sessions.set(id, session)
    return session
  }

  send(sessionId: string, method: string, params: object): Promise<Fields> {
    if (this.closed) return Promise.reject(new Error(`${method}: Chromium is gone`))
    const id = ++this.lastId
    const message = JSON.stringify(
      sessionId === '' ? { id, method, params } : { id, method, params, sessionId },
    )
    return new Promise<Fields>((resolve, reject) => {
      this.waiting.set(id, { method, sessionId, resolve, reject })
      this.output.write(`${message}\0`)
    })
  }

  private receive(chunk: Buffer): void {
    let rest = chunk
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const parts = [...this.pending, rest.subarray(0, end)]
      this.pending = []
      rest = rest.subarray(end + 1)
      this.dispatch(JSON.parse(Buffer.concat(parts).toString('utf8')) as Message)
    }
    if (rest.length > 0) this.pending.push(rest)
  }

  private dispatch(message: Message): void {
    if (message.id !== undefined) {
      const waiting = this.waiting.get(message.id)
      this.waiting.delete(message.id)
      if (message.error) waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`))
      else waiting?.resolve(message.result ?? {})
      return
    }
    const session = this.sessions.get(message.sessionId ?? '')
    const params = message.params ?? {}
    if (message.method === 'Target.detachedFromTarget') this.forget(String(params.sessionId))
    if (message.method !== undefined) session?.emit(message.method, params)
  }

  /** Commands in flight to a target that went away never get an answer, so they fail here. */
  private forget(sessionId: string): void {
    const session = this.sessions.get(sessionId)
    this.sessions.delete(sessionId)
    this.rejectWaiting((waiting) => waiting.sessionId === sessionId, 'the target is gone')
    session?.emit('detached')
  }

  private close(): void {
    if (this.closed) return
    this.closed = true
    this.rejectWaiting(() => true, 'Chromium is gone')
    this.emit('close')
  }

  private rejectWaiting(concerned: (waiting: Waiting) => boolean, reason: string): void {
    for (const [id, waiting] of this.waiting) {
      if (!concerned(waiting)) continue
      this.waiting.delete(id)
      waiting.reject(new Error(`${waiting.method}: ${reason}`))
    }
  }
}
