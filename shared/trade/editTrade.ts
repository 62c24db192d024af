import type { Patch } from '../changes/buildChange'
import { unitPriceToDecimal } from '../money/decimal'
import type { Order, Quote, Sample, TradeLine } from '../records/trade'
import { err, ok, type Result } from '../result'
import { isoDateSchema } from '../time/values'
import { type TradeDocument, type TradeForm, type TradeLineForm, tradeFromForm } from './tradeForm'

/** A sample as it is typed. */
export type SampleForm = Readonly<Record<'what' | 'on' | 'courier' | 'trackingNumber', string>>

/** A quote or order as the form shows it. */
export function formOfTrade(record: Quote | Order): TradeForm {
  return {
    number: record.number ?? '',
    on: record.on,
    validUntil: 'validUntil' in record ? (record.validUntil ?? '') : '',
    currency: record.currency,
    incoterm: record.incoterm ?? '',
    place: record.place ?? '',
    paymentTerms: record.paymentTerms ?? '',
    lines: record.lines.map(formOfLine),
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
export function formOfSample({ what, on, courier = '', trackingNumber = '' }: Sample): SampleForm {
  return { what, on, courier, trackingNumber }
}

/** What the form says of a sample, fields left empty as `undefined`. Codes: `trade.dayMissing`, `trade.noLines`. */
export function sampleFromForm(
  form: SampleForm,
): Result<Pick<Sample, 'what' | 'on'> & Record<'courier' | 'trackingNumber', string | undefined>> {
  if (!isoDateSchema.safeParse(form.on).success) return err('trade.dayMissing')
  const what = form.what.trim()
  if (what === '') return err('trade.noLines')
  return ok({
    what,
    on: form.on,
    courier: form.courier.trim() || undefined,
    trackingNumber: form.trackingNumber.trim() || undefined,
  })
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

function formOfLine({ description, quantity, unitPrice, productId, unit }: TradeLine): TradeLineForm {
  return {
    description,
    quantity,
    price: unitPriceToDecimal(unitPrice),
    kept: { ...(productId === undefined ? {} : { productId }), ...(unit === undefined ? {} : { unit }) },
  }
}
