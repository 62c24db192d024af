import type { DatedMoney } from '../../money/convert'
import { documentTotal } from '../../money/lineTotals'
import type { TradeLine } from '../../records/trade'
import { compareDays } from '../../time/calendarDay'
import type { BaseAmounts } from './baseAmounts'
import type { CustomerFacts, OrderFact, ProductFact } from './customerFacts'
import type { CustomerRecords, ReadOrder, ReadQuote } from './customerRecords'
import { stated } from './stated'

type Trade = Pick<CustomerFacts, 'orders' | 'credits'> & { readonly products: readonly ProductFact[] }

/**
 * Orders, what went back, and what was ordered of each product. A cancelled order counts nowhere. A negative total is
 * a credit: it lowers revenue and is no order; so is a refund of an order that counts.
 */
export function orderFacts(
  records: Pick<CustomerRecords, 'orders' | 'payments'>,
  amounts: BaseAmounts,
): Trade {
  const orders: OrderFact[] = []
  const credits: { on: string; minor?: number }[] = []
  const products: ProductFact[] = []
  const counted = new Set<string>()
  for (const order of records.orders ?? []) {
    if (order.deletedAt !== undefined || order.status === 'cancelled') continue
    counted.add(order.id)
    const revenueMinor = amounts.minor(dated(order, order.total))
    if (order.total.minor < 0) {
      credits.push(stated({ on: order.on, minor: revenueMinor }))
      continue
    }
    orders.push(orderFact(order, revenueMinor, amounts))
    products.push(...order.lines.flatMap((line) => productFact(line, 'ordered', order, amounts)))
  }
  for (const payment of records.payments ?? []) {
    if (payment.deletedAt !== undefined || payment.kind !== 'refund') continue
    // Money back for an order that is not counted lowers nothing.
    if (payment.orderId === undefined || !counted.has(payment.orderId)) continue
    const minor = amounts.minor({ money: payment.amount, on: payment.on })
    credits.push(stated({ on: payment.on, minor: minor === undefined ? undefined : -minor }))
  }
  return { orders: orders.sort(byDay), credits: credits.sort(byDay), products }
}

/** The products of a quote or an order. A line that names no product tells nothing of any. */
export function productFact(
  line: TradeLine,
  step: 'quoted' | 'ordered',
  document: ReadOrder | ReadQuote,
  amounts: BaseAmounts,
): ProductFact[] {
  if (line.productId === undefined) return []
  const money = documentTotal([line], line.unitPrice.currency)
  const revenueMinor = money.ok ? amounts.minor(dated(document, money.value)) : undefined
  const cost = lineCost([line], document, amounts)
  const marginMinor = revenueMinor === undefined || cost === undefined ? undefined : revenueMinor - cost
  return [stated({ productId: line.productId, step, on: document.on, revenueMinor, marginMinor })]
}

function orderFact(order: ReadOrder, revenueMinor: number | undefined, amounts: BaseAmounts): OrderFact {
  const cost =
    order.costOfGoods === undefined
      ? lineCost(order.lines, order, amounts)
      : amounts.minor(dated(order, order.costOfGoods))
  return stated({
    orderId: order.id,
    on: order.on,
    revenueMinor,
    marginMinor: revenueMinor === undefined || cost === undefined ? undefined : revenueMinor - cost,
    touchpointId: order.touchpointId,
    channelId: order.channelId,
    contentId: order.contentId,
  })
}

/** What the lines cost us; undefined unless all say so. */
function lineCost(
  lines: readonly TradeLine[],
  document: ReadOrder | ReadQuote,
  amounts: BaseAmounts,
): number | undefined {
  if (lines.length === 0) return undefined
  let sum = 0
  for (const { quantity, unitCost } of lines) {
    if (unitCost === undefined) return undefined
    const cost = documentTotal([{ quantity, unitPrice: unitCost }], unitCost.currency)
    const minor = cost.ok ? amounts.minor(dated(document, cost.value)) : undefined
    if (minor === undefined) return undefined
    sum += minor
  }
  return sum
}

function dated(document: ReadOrder | ReadQuote, money: DatedMoney['money']): DatedMoney {
  return { money, on: document.on, pinned: document.rate }
}

function byDay(a: { readonly on: string }, b: { readonly on: string }): number {
  return compareDays(a.on, b.on)
}
