import type { InsightRequest } from '#shared/insights/insightBook'
import type { LifetimeModel } from '#shared/lifetime/lifetimeModel'
import type { Figure } from '#shared/measures/figure'
import type { CurrencyCode } from '#shared/money/values'
import { fitLifetimeApart } from './fitLifetime'
import type { InsightClient } from './InsightCallsContext'

/** How soon to ask again while customers are still being counted. */
const UNFINISHED_MS = 400
/** A model of thousands of orders hardly moves by one more: it is learned anew no more often than this. */
const FRESH_MS = 10 * 60_000

/** What was learned of a notebook's orders, in which currency, and on which day. */
export interface LearntModel {
  readonly model: Figure<LifetimeModel>
  readonly base: CurrencyCode
  readonly today: string
  readonly at: number
}

/** One model a notebook, for as long as the window is open: turning pages must not learn it again. */
const learnt = new WeakMap<InsightClient, LearntModel>()

/** What was learned before, unless the day has turned, it is of another currency, or old. */
export function knownModel(
  calls: InsightClient,
  { today, now }: InsightRequest,
  base?: CurrencyCode,
): LearntModel | undefined {
  const known = learnt.get(calls)
  if (known === undefined || known.today !== today || now - known.at > FRESH_MS) return undefined
  return base === undefined || known.base === base ? known : undefined
}

/** Counts everybody if need be, and learns the model in a thread of its own. What is given back stops it. */
export function learnModel(
  calls: InsightClient,
  request: InsightRequest,
  told: {
    readonly onDone: (model: LearntModel) => void
    readonly onFault: () => void
  },
): () => void {
  let stop: () => void = () => undefined
  let wanted = true
  let timer: ReturnType<typeof setTimeout> | undefined
  const ask = async () => {
    const answer = await calls.insightOrders(request)
    if (!wanted) return
    if (!answer.ok) return told.onFault()
    if (answer.value.progress !== undefined) {
      timer = setTimeout(() => void ask(), UNFINISHED_MS)
      return
    }
    const { value: histories, base } = answer.value
    const { today, now } = request
    stop = fitLifetimeApart(
      'model',
      { histories, today },
      (model) => {
        const known = { model, base, today, at: now }
        learnt.set(calls, known)
        told.onDone(known)
      },
      told.onFault,
    )
  }
  void ask()
  return () => {
    wanted = false
    clearTimeout(timer)
    stop()
  }
}
