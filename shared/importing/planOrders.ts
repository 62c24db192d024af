import { createChange, type NewRecord, updateChange } from '../changes/buildChange'
import type { Change } from '../changes/changeSet'
import { sameValue } from '../changes/sameValue'
import { TEXT_MAX_CHARS } from '../records/record'
import type { Order } from '../records/trade'
import type { ImportOrder } from './domainParts'
import type { FormatId } from './formats'
import type { OnFill } from './planFields'
import type { PlanMaking } from './planSources'

/** Whose order it is by the row, and where it was placed. */
export interface OrderTarget {
  readonly customerId: string
  readonly personId: string | undefined
  readonly touchpointId: string | undefined
  readonly extra: Readonly<Record<string, string>>
}

/** Shorter numbers stand in any text by chance. */
const SHORTEST_NUMBER = 4

/** The orders of the notebook by their key in a source: a second export of it updates them. */
export class KnownOrders {
  private readonly byKey = new Map<string, Order>()
  /** By customer, those with a number. */
  private readonly numbered = new Map<string, Order[]>()

  constructor(orders: readonly Order[]) {
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
    target: OrderTarget,
    tools: { readonly making: PlanMaking; readonly onFill: OnFill },
  ): Change[] {
    const { making, onFill } = tools
    const sourceKey = `order:${format}|${order.number}`.slice(0, 300)
    const known = this.byKey.get(sourceKey)
    const change =
      known === undefined
        ? createChange('orders', newOrder(order, sourceKey, target, making), making.at, 'import')
        : updateChange('orders', known, restated(known, order), making.at)
    if (change === undefined) return []
    onFill('order')
    // A second row of one number in the file meets what the first one made of it.
    this.byKey.set(sourceKey, change.after as unknown as Order)
    return [change]
  }
}

function newOrder(
  { number, on, total, status, lines, milestones, paymentTerms, note }: ImportOrder,
  sourceKey: string,
  { customerId, personId, touchpointId, extra }: OrderTarget,
  { newId }: PlanMaking,
): NewRecord<'orders'> {
  return {
    id: newId(),
    customerId,
    ...(personId === undefined ? {} : { personId }),
    ...(touchpointId === undefined ? {} : { touchpointId }),
    number,
    on,
    currency: total.currency,
    lines: [...lines],
    total,
    status,
    milestones: [...milestones],
    ...(paymentTerms === undefined ? {} : { paymentTerms: paymentTerms.slice(0, TEXT_MAX_CHARS) }),
    ...(note === undefined ? {} : { note: note.slice(0, TEXT_MAX_CHARS) }),
    sourceKey,
    ...(Object.keys(extra).length === 0 ? {} : { extra: { ...extra } }),
  }
}

function restated(known: Order, order: ImportOrder) {
  const { on, total, status, lines, milestones, paymentTerms } = order
  return {
    on,
    total,
    currency: total.currency,
    status,
    lines: lines.length === 0 ? known.lines : linesOver(known.lines, lines),
    milestones: milestonesOver(known.milestones, milestones),
    paymentTerms: known.paymentTerms ?? paymentTerms,
  }
}

/** The source's lines, each with what the person has added to the same line: its product and what it cost us. */
function linesOver(known: Order['lines'], lines: ImportOrder['lines']): Order['lines'] {
  return lines.map((line, at) => {
    const before = known[at]?.description === line.description ? known[at] : undefined
    return { ...before, ...line }
  })
}

function milestonesOver(known: Order['milestones'], stated: ImportOrder['milestones']): Order['milestones'] {
  const merged = known.map((step) => ({ ...step, ...stated.find(({ kind }) => kind === step.kind) }))
  const fresh = stated.filter(({ kind }) => !known.some((step) => step.kind === kind))
  const all = [...merged, ...fresh]
  return sameValue(all, known) ? known : all
}
