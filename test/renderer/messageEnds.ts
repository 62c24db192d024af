import type { MessageEnd } from '../../renderer/workers/serveCalls'

/** Two ends that hand each other's messages over in a later microtask, cloned as a worker's would be. */
export function messageEnds(): [MessageEnd, MessageEnd] {
  const listeners: ((event: MessageEvent) => void)[][] = [[], []]
  const end = (own: number, other: number): MessageEnd => ({
    postMessage: (message) => {
      const data: unknown = structuredClone(message)
      queueMicrotask(() => {
        for (const listener of listeners[other] ?? []) listener({ data } as MessageEvent)
      })
    },
    addEventListener: (_type, listener) => listeners[own]?.push(listener),
  })
  return [end(0, 1), end(1, 0)]
}
