import { useEffect, useState } from 'react'
import type { LifetimeOutlook } from '#shared/insights/lifetimeOutlook'
import { fitLifetimeApart } from '../store/fitLifetime'
import { useInsights } from './InsightContext'
import { useInsight } from './useInsight'

/** What customers are expected to bring: fitted in a thread of its own, anew whenever the orders are read anew. */
export function useLifetime(): { readonly outlook?: LifetimeOutlook | undefined; readonly failed: boolean } {
  const { request } = useInsights()
  const { today } = request
  const orders = useInsight('orders', (calls, asked) => calls.insightOrders(asked))
  const [state, setState] = useState<{ readonly outlook?: LifetimeOutlook; readonly failed: boolean }>({
    failed: false,
  })
  const { value: histories, base } = orders
  useEffect(() => {
    if (histories === undefined || base === undefined) return
    return fitLifetimeApart(
      'equity',
      { histories, today, base },
      (outlook) => setState({ outlook, failed: false }),
      () => setState({ failed: true }),
    )
  }, [histories, base, today])
  return { ...state, failed: state.failed || orders.failed }
}
