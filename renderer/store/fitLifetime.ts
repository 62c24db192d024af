import type { LifetimeOutlook } from '#shared/insights/lifetimeOutlook'
import type { LifetimeQuestion } from '../workers/lifetimeWorker'

/** Fits the models in a thread of its own; what is given back stops it. */
export function fitLifetimeApart(
  question: LifetimeQuestion,
  onDone: (outlook: LifetimeOutlook) => void,
  onFault: () => void,
): () => void {
  const worker = new Worker(new URL('../workers/lifetimeWorker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = (event: MessageEvent<LifetimeOutlook>) => {
    worker.terminate()
    onDone(event.data)
  }
  worker.onerror = onFault
  worker.postMessage(question)
  return () => worker.terminate()
}
