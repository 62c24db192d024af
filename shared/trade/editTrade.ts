import type { Patch } from '../changes/buildChange'
import type { DecimalMark } from '../importing/values/money'
import { unitPriceToDecimal } from '../money/decimal'
import {
  type Order,
  orderSchema,
  type Quote,
  quoteSchema,
  type Sample,
  type TradeLine,
} from '../records/trade'
import { err, ok, type Result } from '../result'
import { type IsoDate, isoDateSchema } from '../time/values'
import { type TradeDocument, type TradeForm, type TradeLineForm, tradeFromForm } from './tradeForm'

/** What may have become of a quote and of an order, in the order in which it is offered. */
export const QUOTE_STATUSES = quoteSchema.shape.status.options
export const ORDER_STATUSES = orderSchema.shape.status.options

/** A sample as it is typed; `outcome` is what they said of it, on the day `outcomeOn`. */
export type SampleForm = Readonly<
  Record<'what' | 'on' | 'courier' | 'trackingNumber' | 'outcome' | 'outcomeOn', string>
> & {
  /** Ids of the products of ours that it was of, in the order in which they were chosen. */
  readonly productIds: readonly string[]
}

/** A quote or order as the form shows it, its numbers with the decimal mark of the person's language. */
export function formOfTrade(record: Quote | Order, mark: DecimalMark): TradeForm {
  return {
    mark,
    number: record.number ?? '',
    on: record.on,
    validUntil: 'validUntil' in record ? (record.validUntil ?? '') : '',
    currency: record.currency,
    incoterm: record.incoterm ?? '',
    place: record.place ?? '',
    paymentTerms: record.paymentTerms ?? '',
    lines: record.lines.map((line) => formOfLine(line, mark)),
  }
}

/**
 * What the edited form changes of a quote; an emptied field goes away, and so does a rate that was pinned for another
 * currency. Codes as `tradeFromForm`.
 */
export function quotePatch(form: TradeForm, current: Quote): Result<Patch<'quotes'>> {
  const document = tradeFromForm(form, current)
  if (!document.ok) return document
  return ok({ ...sharedPatch(document.value, current), validUntil: form.validUntil || undefined })
}

/** As `quotePatch`, of an order; its milestones and its status are not the form's and stay. */
export function orderPatch(form: TradeForm, current: Order): Result<Patch<'orders'>> {
  const document = tradeFromForm(form, current)
  return document.ok ? ok(sharedPatch(document.value, current)) : document
}

/** A sample as the form shows it. */
export function formOfSample(sample: Sample): SampleForm {
  const {
    what,
    on,
    courier = '',
    trackingNumber = '',
    outcome = '',
    outcomeOn = '',
    productIds = [],
  } = sample
  return { what, on, courier, trackingNumber, outcome, outcomeOn, productIds }
}

/**
 * The form with other products of ours. Their names say what went out, unless the person has written something else;
 * `nameOf` gives a product's name by its id.
 */
export function withProducts(
  form: SampleForm,
  productIds: readonly string[],
  nameOf: ReadonlyMap<string, string>,
): SampleForm {
  const names = (ids: readonly string[]) => ids.flatMap((id) => nameOf.get(id) ?? []).join(', ')
  const isOurs = form.what.trim() === '' || form.what === names(form.productIds)
  return { ...form, productIds, what: isOurs ? names(productIds) : form.what }
}

/**
 * What the form says of a sample, fields left empty as `undefined`. Codes: `trade.dayMissing`, `trade.noLines`,
 * `trade.endsBeforeStart` for an outcome from before the sample went out.
 */
export function sampleFromForm(form: SampleForm): Result<
  Pick<Sample, 'what' | 'on'> &
    Record<'courier' | 'trackingNumber' | 'outcome' | 'outcomeOn', string | undefined> & {
      readonly productIds: string[] | undefined
    }
> {
  if (!isoDateSchema.safeParse(form.on).success) return err('trade.dayMissing')
  const what = form.what.trim()
  if (what === '') return err('trade.noLines')
  const outcome = form.outcome.trim() || undefined
  const outcomeOn = outcome === undefined || form.outcomeOn === '' ? undefined : form.outcomeOn
  if (outcomeOn !== undefined && outcomeOn < form.on) return err('trade.endsBeforeStart')
  return ok({
    what,
    on: form.on,
    productIds: form.productIds.length === 0 ? undefined : [...form.productIds],
    courier: form.courier.trim() || undefined,
    trackingNumber: form.trackingNumber.trim() || undefined,
    outcome,
    outcomeOn,
  })
}

/** The words that were typed as a sample's outcome: they are from today, and no words are no outcome. */
export function outcomePatch(typed: string, today: IsoDate): Patch<'samples'> {
  const outcome = typed.trim()
  return outcome === '' ? { outcome: undefined, outcomeOn: undefined } : { outcome, outcomeOn: today }
}

function sharedPatch(document: TradeDocument, current: Quote | Order) {
  return {
    number: undefined,
    incoterm: undefined,
    place: undefined,
    paymentTerms: undefined,
    ...document,
    rate: document.currency === current.currency ? current.rate : undefined,
  }
}

function formOfLine(
  { description, quantity, unitPrice, productId, unit }: TradeLine,
  mark: DecimalMark,
): TradeLineForm {
  return {
    description,
    quantity: quantity.replace('.', mark),
    price: unitPriceToDecimal(unitPrice).replace('.', mark),
    kept: { ...(productId === undefined ? {} : { productId }), ...(unit === undefined ? {} : { unit }) },
  }
}
