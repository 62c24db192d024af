import { compareDays } from '../time/calendarDay'
import type { CustomerFacts, SourceTouch } from './facts/customerFacts'

export const ATTRIBUTION_MODELS = ['firstTouch', 'lastTouch', 'linear'] as const
export type AttributionModel = (typeof ATTRIBUTION_MODELS)[number]

/** A part of a customer that one source may claim. The parts of one customer add up to 1. */
export interface SourceShare {
  /** Absent together with the channel: nobody knows where the customer came from. */
  readonly touchpointId?: string
  readonly channelId?: string
  readonly share: number
}

/**
 * To which sources a customer belongs. First touch: the earliest. Last touch: the last one up to the day of the first
 * order. Linear: equal shares over all of them up to that day, a source that was met twice having two. A customer who
 * ordered before any dated source belongs to the first touch in every model. Without a source the one share names none,
 * so that the shares of all customers always add up to the number of customers.
 *
 * Source: measures.md "Attribution".
 */
export function attribute(
  facts: Pick<CustomerFacts, 'sources' | 'orders'>,
  model: AttributionModel,
): readonly SourceShare[] {
  const [first] = facts.sources
  if (first === undefined) return [{ share: 1 }]
  if (model === 'firstTouch') return [placed(first, 1)]
  const orderedOn = facts.orders[0]?.on
  const before = facts.sources.filter(
    ({ on }) => on === undefined || orderedOn === undefined || compareDays(on, orderedOn) <= 0,
  )
  const counted = before.length === 0 ? [first] : before
  if (model === 'lastTouch') return counted.slice(-1).map((touch) => placed(touch, 1))
  return counted.map((touch) => placed(touch, 1 / counted.length))
}

function placed({ touchpointId, channelId }: SourceTouch, share: number): SourceShare {
  return {
    ...(touchpointId === undefined ? {} : { touchpointId }),
    ...(channelId === undefined ? {} : { channelId }),
    share,
  }
}

/** A sum of shares without the dust of binary fractions: three thirds are 1. */
export function sumOfShares(sum: number): number {
  return Math.round(sum * 1e9) / 1e9
}
