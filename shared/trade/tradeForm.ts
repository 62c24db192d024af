import type { NewRecord } from '../changes/buildChange'
import type { DecimalMark } from '../importing/values/money'
import { documentTotal } from '../money/lineTotals'
import { currencyCodeSchema, type Money, type UnitPrice } from '../money/values'
import type { Order, TradeLine } from '../records/trade'
import { err, ok, type Result } from '../result'
import { isoDateSchema } from '../time/values'
import { decimalFromTyped } from './typedDecimal'

/** A quote or order as it is typed: every field is text until it is checked. */
export interface TradeForm {
  /** The decimal mark of the language that the form is typed in. */
  readonly mark: DecimalMark
  readonly number: string
  readonly on: string
  readonly validUntil: string
  readonly currency: string
  readonly incoterm: string
  readonly place: string
  readonly paymentTerms: string
  readonly lines: readonly TradeLineForm[]
}

export interface TradeLineForm {
  readonly description: string
  readonly quantity: string
  readonly price: string
  /** What the form does not show and an edit keeps. */
  readonly kept?: Pick<TradeLine, 'productId' | 'unit'>
}

export const EMPTY_LINE: TradeLineForm = { description: '', quantity: '', price: '' }

/** A whole or broken number of pieces, metres or kilograms. */
const QUANTITY = /^\d{1,12}(\.\d{1,6})?$/
/** `0.0125`; less than nothing for a line that takes something off. */
const PRICE = /^-?\d{1,10}(\.\d{1,8})?$/

/** The order's usual steps, none of them done. */
export const NEW_ORDER_MILESTONES: Order['milestones'] = [
  { kind: 'deposit' },
  { kind: 'produced' },
  { kind: 'inspected' },
  { kind: 'shipped' },
  { kind: 'balance' },
]

/** The fields that a quote and an order share, checked, with their total. */
export type TradeDocument = Pick<
  NewRecord<'quotes'>,
  'number' | 'on' | 'currency' | 'lines' | 'total' | 'incoterm' | 'place' | 'paymentTerms'
>

/** What an edit must know of the document as it was. */
export type AgreedTrade = Pick<Order, 'currency' | 'lines' | 'total'>

/**
 * Checks the form and works out the total. Codes: `trade.dayMissing`, `trade.currencyUnknown`, `trade.noLines`,
 * `trade.badQuantity`, `trade.badPrice` (with `line`, counted from 1), `trade.endsBeforeStart`,
 * `money.tooLarge`.
 *
 * Where an existing document is edited (`agreed`), its total stays as it was agreed, since discount and freight may be
 * in it, unless the sum of the lines or the currency changed; and one that never had lines may go on without.
 */
export function tradeFromForm(form: TradeForm, agreed?: AgreedTrade): Result<TradeDocument> {
  if (!isoDateSchema.safeParse(form.on).success) return err('trade.dayMissing')
  if (form.validUntil !== '' && form.validUntil < form.on) return err('trade.endsBeforeStart')
  const currency = form.currency.trim().toUpperCase()
  if (!currencyCodeSchema.safeParse(currency).success) return err('trade.currencyUnknown')
  const lines: TradeLine[] = []
  for (const [index, typed] of form.lines.entries()) {
    if ([typed.description, typed.quantity, typed.price].every((text) => text.trim() === '')) continue
    const line = lineFromForm(typed, { currency, mark: form.mark, line: index + 1 })
    if (!line.ok) return line
    lines.push(line.value)
  }
  const isBareTotal = agreed?.lines.length === 0 && agreed.currency === currency
  if (lines.length === 0 && !isBareTotal) return err('trade.noLines')
  const total = totalOf(lines, currency, agreed)
  if (!total.ok) return total
  const optional = {
    number: form.number.trim(),
    incoterm: form.incoterm.trim().toUpperCase(),
    place: form.place.trim(),
    paymentTerms: form.paymentTerms.trim(),
  }
  return ok({
    on: form.on,
    currency,
    lines,
    total: total.value,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== '')),
  })
}

function totalOf(lines: readonly TradeLine[], currency: string, agreed?: AgreedTrade): Result<Money> {
  const sum = documentTotal(lines, currency)
  if (!sum.ok || agreed?.currency !== currency) return sum
  const before = documentTotal(agreed.lines, currency)
  return before.ok && before.value.minor === sum.value.minor ? ok(agreed.total) : sum
}

function lineFromForm(
  typed: TradeLineForm,
  { currency, mark, line }: { currency: string; mark: DecimalMark; line: number },
): Result<TradeLine> {
  const quantity = decimalFromTyped(typed.quantity, mark)
  if (quantity === undefined || !QUANTITY.test(quantity)) return err('trade.badQuantity', { line })
  const unitPrice = unitPriceFromText(decimalFromTyped(typed.price, mark), currency)
  if (unitPrice === undefined) return err('trade.badPrice', { line })
  return ok({ ...typed.kept, description: typed.description.trim(), quantity, unitPrice })
}

function unitPriceFromText(plain: string | undefined, currency: string): UnitPrice | undefined {
  if (plain === undefined || !PRICE.test(plain)) return undefined
  const [whole = '', broken = ''] = plain.split('.')
  const amount = Number(whole + broken)
  return Number.isSafeInteger(amount) ? { amount, scale: broken.length, currency } : undefined
}
