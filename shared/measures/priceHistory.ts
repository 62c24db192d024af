import { powerOfTen } from '../money/decimal'
import type { UnitPrice } from '../money/values'
import type { Order, Quote } from '../records/trade'
import { compareDays } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import { type Figure, figure, noFigure } from './figure'

type Document<T extends Quote | Order> = Pick<
  T,
  'id' | 'customerId' | 'on' | 'lines' | 'incoterm' | 'status'
> & {
  readonly deletedAt?: number | undefined
}

/** One price that a customer was offered or paid. */
export interface PriceEntry {
  readonly on: IsoDate
  readonly kind: 'quote' | 'order'
  readonly documentId: string
  readonly customerId: string
  readonly unitPrice: UnitPrice
  readonly quantity: string
  readonly unit?: string
  readonly incoterm?: string
  /**
   * price / the price before it to the same customer, less 1: 0.05 is 5 % dearer. No figure where currency, unit or
   * incoterm differ, since the two prices then say different things.
   */
  readonly change: Figure
}

/**
 * The prices of one product, by customer, earliest first (a quote before the order of its day). Cancelled orders are no
 * price that anybody paid; declined and expired quotes are prices that were named. Lines that name no product by id are
 * left out. Source: issue "price history per product and customer".
 */
export function priceHistory(
  productId: string,
  quotes: readonly Document<Quote>[],
  orders: readonly Document<Order>[],
): Map<string, PriceEntry[]> {
  const entries = [
    ...quotes.flatMap((quote) => pricesIn(quote, 'quote', productId)),
    ...orders
      .filter((order) => order.status !== 'cancelled')
      .flatMap((order) => pricesIn(order, 'order', productId)),
  ].sort((a, b) => compareDays(a.on, b.on) || (a.kind < b.kind ? 1 : a.kind > b.kind ? -1 : 0))
  const customers = new Map<string, PriceEntry[]>()
  for (const entry of entries) {
    const own = customers.get(entry.customerId) ?? []
    customers.set(entry.customerId, own)
    own.push({ ...entry, change: changeFrom(own.at(-1), entry) })
  }
  return customers
}

type Price = Omit<PriceEntry, 'change'>

function pricesIn(
  document: Document<Quote> | Document<Order>,
  kind: PriceEntry['kind'],
  productId: string,
): Price[] {
  if (document.deletedAt !== undefined) return []
  const { id: documentId, customerId, on, incoterm } = document
  return document.lines
    .filter((line) => line.productId === productId)
    .map(({ unitPrice, quantity, unit }) => ({
      on,
      kind,
      documentId,
      customerId,
      unitPrice,
      quantity,
      ...(unit === undefined ? {} : { unit }),
      ...(incoterm === undefined ? {} : { incoterm }),
    }))
}

function changeFrom(before: Price | undefined, now: Price): Figure {
  if (before === undefined) return noFigure('measures.firstPrice')
  const isSame =
    before.unitPrice.currency === now.unitPrice.currency &&
    before.unit === now.unit &&
    before.incoterm === now.incoterm
  if (!isSame) return noFigure('measures.otherTerms')
  if (before.unitPrice.amount === 0) return noFigure('measures.notPositive')
  // Both at the finer scale, as whole numbers: 0.0125 against 0.012.
  const scale = Math.max(before.unitPrice.scale, now.unitPrice.scale)
  const at = ({ amount, scale: own }: UnitPrice) => Number(BigInt(amount) * powerOfTen(scale - own))
  const then = at(before.unitPrice)
  return figure((at(now.unitPrice) - then) / then)
}
