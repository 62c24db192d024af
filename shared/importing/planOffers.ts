import { createChange, type NewRecord, updateChange } from '../changes/buildChange'
import type { Change } from '../changes/changeSet'
import type { Quote } from '../records/trade'
import type { ImportOffer } from './domainParts'
import type { PlanMaking } from './planSources'
import { type TradeTarget, tradeFields, tradeRestated } from './tradeTarget'

/** The quotes of the notebook by their key in a source: a second export of it updates them. */
export class KnownOffers {
  private readonly byKey = new Map<string, Quote>()

  constructor(quotes: readonly Quote[]) {
    for (const quote of quotes) if (quote.sourceKey !== undefined) this.byKey.set(quote.sourceKey, quote)
  }

  /**
   * Makes the quote of a row, or brings a known one up to date: what the source says of total, state and lines counts,
   * whose it is and everything that was written by hand stays the person's. Undefined when nothing is new.
   */
  plan(offer: ImportOffer, sourceKey: string, target: TradeTarget, making: PlanMaking): Change | undefined {
    const known = this.byKey.get(sourceKey)
    const change =
      known === undefined
        ? createChange('quotes', newQuote(offer, sourceKey, target, making), making.at, 'import')
        : updateChange('quotes', known, restated(known, offer), making.at)
    return this.remembered(sourceKey, change)
  }

  /** What was offered under this key has been ordered: the quote's id, and its change unless it was accepted already. */
  accept(
    sourceKey: string,
    at: number,
  ): { readonly quoteId: string; readonly change: Change | undefined } | undefined {
    const known = this.byKey.get(sourceKey)
    if (known === undefined) return undefined
    const change = updateChange('quotes', known, { status: 'accepted' as const }, at)
    return { quoteId: known.id, change: this.remembered(sourceKey, change) }
  }

  /** A second row of one key in the file meets what the first one made of it. */
  private remembered(sourceKey: string, change: Change | undefined): Change | undefined {
    if (change !== undefined) this.byKey.set(sourceKey, change.after as unknown as Quote)
    return change
  }
}

function newQuote(
  offer: ImportOffer,
  sourceKey: string,
  target: TradeTarget,
  { newId }: PlanMaking,
): NewRecord<'quotes'> {
  const { status, validUntil } = offer
  const open = validUntil === undefined ? {} : { validUntil }
  return { id: newId(), ...tradeFields(offer, sourceKey, target), status, ...open }
}

function restated(known: Quote, offer: ImportOffer) {
  const { status, validUntil = known.validUntil } = offer
  return { ...tradeRestated(known, offer), status, validUntil }
}
