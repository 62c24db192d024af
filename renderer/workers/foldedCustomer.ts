import type { InsightCustomer } from '#shared/insights/insightBook'
import { productWord } from '#shared/measures/facts/foldContext'
import { fairLeads } from '#shared/measures/firstTouch'
import type { WarmthWeights } from '#shared/measures/warmth'
import { warmthTrace } from '#shared/measures/warmthTrace'
import { giveAsk } from '#shared/nurture/giveAsk'
import type { Book } from './factTables'

/** A customer as facts are held in memory. */
export interface FoldedCustomer extends InsightCustomer {
  /** What samples were called, as products are compared. */
  readonly sampleWords: readonly string[]
}

/** What figures need of a customer's talks beside the facts. */
export function glanceOf(
  book: Book,
  customerId: string,
  weights: WarmthWeights,
): Omit<FoldedCustomer, 'facts' | 'name'> {
  // A talk that still names a merged page was with the page that is left.
  const talks = (book.interactions ?? []).map((talk) => ({ ...talk, customerId }))
  const met = new Set(talks.flatMap(({ kind, touchpointId }) => (kind === 'met' ? (touchpointId ?? []) : [])))
  return {
    warmth: warmthTrace(talks, weights),
    leads: [...met].flatMap((touchpointId) =>
      fairLeads(touchpointId, talks).map(({ metAt, firstTouchAt }) => ({
        touchpointId,
        metAt,
        ...(firstTouchAt === undefined ? {} : { firstTouchAt }),
      })),
    ),
    giveAsk: giveAsk(talks),
    sampleWords: (book.samples ?? []).map((sample) => productWord(sample.what)),
  }
}
