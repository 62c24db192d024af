import type { DevtoolsSession } from '../devtools'
import { toAppOrigin } from '../origins'
import { BINDING, ISOLATED_WORLD, RECEIVER, type ToMain, type ToRenderer } from '../worlds/messages'
import { pack, unpack } from '../worlds/packing'

/** One document's isolated world: where calls come from and where messages go. */
export interface WorldContext {
  readonly session: DevtoolsSession
  readonly id: number
  readonly frameId: string
  /** Origin of the document, from Chromium and not from the page's own words. */
  readonly origin: string
}

/** A longer message goes in parts: Chromium gives up on one of 100 MB. */
const PART_CHARACTERS = 16_000_000

/** Keeps track of the isolated worlds of one page and carries messages in and out of them. */
export class WorldContexts {
  private readonly contexts = new Map<string, WorldContext>()

  constructor(private readonly onMessage: (message: ToMain, body: string, from: WorldContext) => void) {}

  listen(session: DevtoolsSession): void {
    const key = (id: number): string => `${session.id} ${id}`
    session.on('Runtime.executionContextCreated', ({ context }: { context: ContextInfo }) => {
      // Only worlds made by our own script carry this name; a page can't make one.
      if (context.name !== ISOLATED_WORLD || context.auxData?.type !== 'isolated') return
      const { id, auxData } = context
      const origin = toAppOrigin(context.origin)
      this.contexts.set(key(id), { session, id, frameId: auxData.frameId, origin })
    })
    session.on(
      'Runtime.executionContextDestroyed',
      ({ executionContextId }: { executionContextId: number }) =>
        this.contexts.delete(key(executionContextId)),
    )
    session.on('Runtime.executionContextsCleared', () => this.forget(session))
    session.on('detached', () => this.forget(session))
    session.on('Runtime.bindingCalled', (call: BindingCall) => {
      const from = this.contexts.get(key(call.executionContextId))
      if (call.name !== BINDING || !from) return
      const { head, body } = unpack<ToMain>(call.payload)
      this.onMessage(head, body, from)
    })
  }

  /** True while the document that made a call is still there. */
  isAlive(context: WorldContext): boolean {
    return this.contexts.get(`${context.session.id} ${context.id}`) === context
  }

  /** The isolated world of the document now in that frame. */
  ofFrame(frameId: string): WorldContext | undefined {
    return [...this.contexts.values()].findLast((context) => context.frameId === frameId)
  }

  /** Sends a message into a world; lost without a word when the document is gone, as in Electron. */
  async post(to: WorldContext, message: ToRenderer, body = ''): Promise<void> {
    const text = pack(message, body)
    const parts: Promise<void>[] = []
    for (let start = 0; start < text.length; start += PART_CHARACTERS) {
      const end = start + PART_CHARACTERS
      const part = to.session.sendQuietly('Runtime.callFunctionOn', {
        functionDeclaration: `function (part, more) { globalThis[Symbol.for('${RECEIVER}')](part, more) }`,
        executionContextId: to.id,
        arguments: [{ value: text.slice(start, end) }, { value: end < text.length }],
      })
      parts.push(part)
    }
    await Promise.all(parts)
  }

  private forget(session: DevtoolsSession): void {
    for (const [key, context] of this.contexts) if (context.session === session) this.contexts.delete(key)
  }
}

interface ContextInfo {
  readonly id: number
  readonly name: string
  readonly origin: string
  readonly auxData?: { readonly frameId: string; readonly type: string }
}

interface BindingCall {
  readonly name: string
  readonly payload: string
  readonly executionContextId: number
}
