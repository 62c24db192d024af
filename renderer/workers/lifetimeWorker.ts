/// <reference lib="webworker" />
import '../store/withoutEval'
import { lifetimeOutlook } from '#shared/insights/lifetimeOutlook'
import type { OrderHistory } from '#shared/lifetime/orderHistory'

/** What the fitting starts from. */
export interface LifetimeQuestion {
  readonly histories: readonly OrderHistory[]
  readonly today: string
  readonly base: string
}

// Hundreds of fits take seconds: neither the window nor the notebook's worker may wait for them.
self.addEventListener('message', ({ data }: MessageEvent<LifetimeQuestion>) => {
  self.postMessage(lifetimeOutlook(data.histories, data.today, data.base))
})
