/// <reference lib="webworker" />
import '../store/withoutEval'
import { customerOutlook } from '#shared/insights/customerOutlook'
import { type LifetimeOutlook, lifetimeModel, lifetimeOutlook } from '#shared/insights/lifetimeOutlook'
import type { LifetimeModel } from '#shared/lifetime/lifetimeModel'
import type { LifetimeValue } from '#shared/lifetime/lifetimeValue'
import type { OrderHistory } from '#shared/lifetime/orderHistory'
import type { Figure } from '#shared/measures/figure'

/** What can be asked, each with what it starts from and what is answered. */
export interface LifetimeTasks {
  /** What all customers together are expected to bring. */
  equity: {
    ask: { readonly histories: readonly OrderHistory[]; readonly today: string; readonly base: string }
    answer: LifetimeOutlook
  }
  /** What was learned from the orders, to be asked for single customers. */
  model: {
    ask: { readonly histories: readonly OrderHistory[]; readonly today: string }
    answer: Figure<LifetimeModel>
  }
  customer: {
    ask: {
      readonly model: Figure<LifetimeModel>
      readonly history: OrderHistory
      readonly today: string
    }
    answer: Figure<LifetimeValue>
  }
}
export type LifetimeTask = {
  [K in keyof LifetimeTasks]: { readonly kind: K } & LifetimeTasks[K]['ask']
}[keyof LifetimeTasks]

function answerTo(task: LifetimeTask): LifetimeTasks[keyof LifetimeTasks]['answer'] {
  if (task.kind === 'equity') return lifetimeOutlook(task.histories, task.today, task.base)
  if (task.kind === 'model') return lifetimeModel(task.histories, task.today)
  return customerOutlook(task.model, task.history, task.today)
}

// Hundreds of fits take seconds: neither the window nor the notebook's worker may wait for them.
self.addEventListener('message', ({ data }: MessageEvent<LifetimeTask>) => {
  self.postMessage(answerTo(data))
})
