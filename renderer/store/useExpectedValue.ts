import { useEffect, useMemo, useState } from 'react'
import type { InsightRequest } from '#shared/insights/insightBook'
import type { LifetimeValue } from '#shared/lifetime/lifetimeValue'
import type { Figure } from '#shared/measures/figure'
import type { CurrencyCode, Money } from '#shared/money/values'
import { dayIn } from '#shared/time/calendarDay'
import { fitLifetimeApart } from './fitLifetime'
import { useInsightCalls } from './InsightCallsContext'
import { knownModel, type LearntModel, learnModel } from './lifetimeModel'
import { useNotebook } from './NotebookContext'
import { deviceZone } from './TodayContext'
import { useCounted } from './useCounted'
import { useNow } from './useNow'

/** What a customer brought and is expected to bring, as far as that is known. */
export interface ExpectedValue {
  readonly observed?: Figure<Money> | undefined
  readonly expected?: Figure<LifetimeValue> | undefined
  readonly base?: CurrencyCode | undefined
  readonly progress?: { readonly done: number; readonly total: number } | undefined
  readonly failed: boolean
}

/** The request under which single customers are looked at: of today, in the notebook's own currency. */
function useTodayRequest(): InsightRequest {
  const notebook = useNotebook()
  const zone = deviceZone()
  const today = dayIn(zone, useNow())
  return useMemo(
    () => ({
      today,
      now: notebook.sources.now(),
      period: { from: today, to: today },
      model: 'firstTouch',
      view: 'cash',
      zone,
    }),
    [today, zone, notebook],
  )
}

/** Whether a model was learned in this window, so that asking for a customer costs nothing to speak of. */
export function useIsModelKnown(): boolean {
  return knownModel(useInsightCalls(), useTodayRequest()) !== undefined
}

/** Counts and learns what is not known yet, in threads of their own, and tells what the customer is worth. */
export function useExpectedValue(customerId: string): ExpectedValue {
  const calls = useInsightCalls()
  const request = useTodayRequest()
  const notebook = useNotebook()
  const worth = useCounted(request, `customer ${customerId}`, (asked, of) =>
    asked.insightCustomer(of, customerId),
  )
  const { value, base } = worth
  const [learnt, setLearnt] = useState<LearntModel>()
  const [expected, setExpected] = useState<Figure<LifetimeValue>>()
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    if (base === undefined) return
    const asked = { ...request, now: notebook.sources.now() }
    const known = knownModel(calls, asked, base)
    if (known !== undefined) {
      setLearnt(known)
      return
    }
    return learnModel(calls, asked, { onDone: setLearnt, onFault: () => setFailed(true) })
  }, [calls, request, notebook, base])

  const history = value?.history
  useEffect(() => {
    if (history === undefined || learnt === undefined || learnt.base !== base) return
    return fitLifetimeApart(
      'customer',
      { model: learnt.model, history, today: request.today },
      setExpected,
      () => setFailed(true),
    )
  }, [history, learnt, base, request])

  return {
    observed: value?.observed,
    expected: base === learnt?.base ? expected : undefined,
    base,
    progress: worth.progress,
    failed: failed || worth.failed,
  }
}
