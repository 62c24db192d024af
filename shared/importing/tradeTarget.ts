import { TEXT_MAX_CHARS } from '../records/record'
import type { Order, TradeLine } from '../records/trade'
import type { ImportOrder, ImportOrderLine } from './domainParts'

/** Whose order or offer it is by the row, and where it was made. */
export interface TradeTarget {
  readonly customerId: string
  readonly personId: string | undefined
  readonly touchpointId: string | undefined
  readonly extra: Readonly<Record<string, string>>
}

/**
 * What a source says anew of an order or quote that is known: its day, total and lines count, the terms of payment stay the
 * person's where they wrote any.
 */
export function tradeRestated(
  known: Pick<Order, 'lines' | 'paymentTerms'>,
  { on, total, lines, paymentTerms }: Pick<ImportOrder, 'on' | 'total' | 'lines' | 'paymentTerms'>,
) {
  return {
    on,
    total,
    currency: total.currency,
    lines: lines.length === 0 ? known.lines : linesOver(known.lines, lines),
    paymentTerms: known.paymentTerms ?? paymentTerms,
  }
}

/** The source's lines, each with what the person has added to the same line: its product and what it cost us. */
function linesOver(known: readonly TradeLine[], lines: readonly ImportOrderLine[]): TradeLine[] {
  return lines.map((line, at) => {
    const before = known[at]?.description === line.description ? known[at] : undefined
    return { ...before, ...line }
  })
}

/** What a new order and a new quote have in common, each of its customer. */
export function tradeFields(
  said: Pick<ImportOrder, 'number' | 'on' | 'total' | 'lines' | 'paymentTerms' | 'note'>,
  sourceKey: string,
  { customerId, personId, touchpointId, extra }: TradeTarget,
) {
  const { number, on, total, lines, paymentTerms, note } = said
  return {
    customerId,
    ...(personId === undefined ? {} : { personId }),
    ...(touchpointId === undefined ? {} : { touchpointId }),
    number,
    on,
    currency: total.currency,
    lines: [...lines],
    total,
    ...(paymentTerms === undefined ? {} : { paymentTerms: paymentTerms.slice(0, TEXT_MAX_CHARS) }),
    ...(note === undefined ? {} : { note: note.slice(0, TEXT_MAX_CHARS) }),
    sourceKey,
    ...(Object.keys(extra).length === 0 ? {} : { extra: { ...extra } }),
  }
}
