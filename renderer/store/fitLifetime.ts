import type { LifetimeTask, LifetimeTasks } from '../workers/lifetimeWorker'

/** Has the models of lifetime value asked in a thread of its own; what is given back stops it. */
export function fitLifetimeApart<K extends keyof LifetimeTasks>(
  kind: K,
  ask: LifetimeTasks[K]['ask'],
  onDone: (answer: LifetimeTasks[K]['answer']) => void,
  onFault: () => void,
): () => void {
  const worker = new Worker(new URL('../workers/lifetimeWorker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = (event: MessageEvent<LifetimeTasks[K]['answer']>) => {
    worker.terminate()
    onDone(event.data)
  }
  worker.onerror = () => {
    worker.terminate()
    onFault()
  }
  worker.postMessage({ kind, ...ask } as LifetimeTask)
  return () => worker.terminate()
}
