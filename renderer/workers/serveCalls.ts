import {
  type AnswerMessage,
  type CallMessage,
  type NotebookWorkerCalls,
  UNQUEUED_CALLS,
} from './notebookProtocol'

/** The part of a worker's global scope that serving needs; tests pass one end of a MessageChannel. */
export interface MessageEnd {
  postMessage(message: unknown): void
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
}

/**
 * Answers the window's writing calls one after another in the order they came, so that two writes never overlap;
 * reading calls are answered at once.
 */
export function serveCalls(end: MessageEnd, calls: NotebookWorkerCalls): void {
  let previous: Promise<void> = Promise.resolve()
  end.addEventListener('message', (event) => {
    const message = event.data as CallMessage
    const respond = async () => end.postMessage(await answer(calls, message))
    if (UNQUEUED_CALLS.has(message.name)) void respond()
    else previous = previous.then(respond)
  })
}

async function answer(calls: NotebookWorkerCalls, message: CallMessage): Promise<AnswerMessage> {
  try {
    const run = calls[message.name] as (...args: readonly unknown[]) => Promise<unknown>
    return { call: message.call, ok: true, value: await run(...message.args) }
  } catch (fault) {
    // IndexedDB's error names are the only thing that tells a full disk from a damaged store.
    const name = fault instanceof Error ? fault.name : 'unknown'
    return { call: message.call, ok: false, error: { code: 'index.fault', params: { name } } }
  }
}
