import { createChange, type NewRecord, updateChange } from '../changes/buildChange'
import type { Change } from '../changes/changeSet'
import { sameValue } from '../changes/sameValue'
import type { Order, Quote } from '../records/trade'
import type { ImportOffer, ImportOrder } from './domainParts'
import type { FormatId } from './formats'
import type { OnFill } from './planFields'
import { KnownOffers } from './planOffers'
import type { PlanMaking } from './planSources'
import { type TradeTarget, tradeFields, tradeRestated } from './tradeTarget'

/** Shorter numbers stand in any text by chance. */
const SHORTEST_NUMBER = 4

/** The orders and quotes of the notebook by their key in a source: a second export of it updates them. */
export class KnownOrders {
  private readonly byKey = new Map<string, Order>()
  /** By customer, those with a number. */
  private readonly numbered = new Map<string, Order[]>()
  private readonly offers: KnownOffers

  constructor(orders: readonly Order[], quotes: readonly Quote[]) {
    this.offers = new KnownOffers(quotes)
    for (const order of orders) {
      if (order.sourceKey !== undefined) this.byKey.set(order.sourceKey, order)
      if (order.number === undefined || order.number.length < SHORTEST_NUMBER) continue
      this.numbered.set(order.customerId, [...(this.numbered.get(order.customerId) ?? []), order])
    }
  }

  /** The order of a customer whose number stands in the words of a payment; undefined when none does, or two. */
  paidBy(customerId: string, words: string): string | undefined {
    const found = (this.numbered.get(customerId) ?? []).filter(
      ({ number }) => number !== undefined && words.includes(number),
    )
    return found.length === 1 ? found[0]?.id : undefined
  }

  /**
   * Makes the order of a row, or brings a known one up to date: what the source says of total, status, lines and steps
   * counts; whose it is, notes, costs of lines and steps that the source does not know stay the person's.
   */
  plan(
    order: ImportOrder,
    format: FormatId,
    target: TradeTarget,
    tools: { readonly making: PlanMaking; readonly onFill: OnFill },
  ): Change[] {
    const { making, onFill } = tools
    const sourceKey = sourceKeyOf(format, order.number)
    const known = this.byKey.get(sourceKey)
    const accepted = this.offers.accept(sourceKey, making.at)
    const change =
      known === undefined
        ? createChange(
            'orders',
            { ...newOrder(order, sourceKey, target, making), ...fromQuote(accepted?.quoteId) },
            making.at,
            'import',
          )
        : updateChange('orders', known, restated(known, order), making.at)
    const changes = [accepted?.change, change].filter((one) => one !== undefined)
    if (changes.length > 0) onFill('order')
    // A second row of one number in the file meets what the first one made of it.
    if (change !== undefined) this.byKey.set(sourceKey, change.after as unknown as Order)
    return changes
  }

  /** Makes the quote of a row that is no order, or brings a known one up to date. What was ordered already stays it. */
  planOffer(
    offer: ImportOffer,
    format: FormatId,
    target: TradeTarget,
    tools: { readonly making: PlanMaking; readonly onFill: OnFill },
  ): Change[] {
    const sourceKey = sourceKeyOf(format, offer.number)
    if (this.byKey.has(sourceKey)) return []
    const change = this.offers.plan(offer, sourceKey, target, tools.making)
    if (change === undefined) return []
    tools.onFill('offer')
    return [change]
  }
}

/** An offer and the order that it becomes have one number in their source. */
function sourceKeyOf(format: FormatId, number: string): string {
  return `order:${format}|${number}`.slice(0, 300)
}

function fromQuote(quoteId: string | undefined): { quoteId?: string } {
  return quoteId === undefined ? {} : { quoteId }
}

function newOrder(
  order: ImportOrder,
  sourceKey: string,
  target: TradeTarget,
  { newId }: PlanMaking,
): NewRecord<'orders'> {
  const { status, milestones } = order
  return { id: newId(), ...tradeFields(order, sourceKey, target), status, milestones: [...milestones] }
}

function restated(known: Order, order: ImportOrder) {
  const { status, milestones } = order
  return {
    ...tradeRestated(known, order),
    status,
    milestones: milestonesOver(known.milestones, milestones),
  }
}

function milestonesOver(known: Order['milestones'], stated: ImportOrder['milestones']): Order['milestones'] {
  const merged = known.map((step) => ({ ...step, ...stated.find(({ kind }) => kind === step.kind) }))
  const fresh = stated.filter(({ kind }) => !known.some((step) => step.kind === kind))
  const all = [...merged, ...fresh]
  return sameValue(all, known) ? known : all
}
