import { moneyFromDecimal, parseDecimal } from '../money/decimal'
import { documentTotal } from '../money/lineTotals'
import { minorUnitExponent } from '../money/minorUnits'
import type { Money, UnitPrice } from '../money/values'
import { NAME_MAX_CHARS } from '../records/record'
import type { Order } from '../records/trade'
import type { IsoDate } from '../time/values'
import type { Cell } from './cell'
import type { ImportOffer, ImportOrder, ImportOrderLine } from './domainParts'
import type { ImportRecord } from './importRecord'
import { readDay } from './readDay'
import { byTargets, type Of, type RowContext, type RowValue, rowValues } from './rowValues'
import type { Target } from './targets'
import { currencyOf, parseMoney } from './values/money'

/** What one row says of an order; an order may be spread over several. */
export interface OrderRow {
  readonly number: string | undefined
  readonly on: IsoDate | undefined
  /** When it was offered, in the source's own column. */
  readonly offered:
    | { readonly on: IsoDate | undefined; readonly header: string; readonly text: string }
    | undefined
  readonly currency: string | undefined
  readonly total: string | undefined
  readonly status: Order['status'] | undefined
  readonly line:
    | { readonly name: string; readonly quantity: string; readonly price: string | undefined }
    | undefined
  readonly milestones: Order['milestones']
  readonly paymentTerms: string | undefined
  readonly note: string | undefined
}

/** Reads the order's part of a row. Never throws, whatever stands in the cells. */
export function readOrderRow(row: number, cells: readonly Cell[], context: RowContext): OrderRow {
  const of = byTargets(rowValues(cells, context.columns))
  const number = of('order.number')[0]?.text.slice(0, 200)
  const day = (target: Target) => readDay(of(target)[0], row, context)
  const terms = of('order.deposit', 'order.balance').map(({ column, text }) => `${column.header}: ${text}`)
  const total = totalOf(of, context)
  const name = of('line.name')[0]?.text
  const note = of('order.note')
    .map(({ text }) => text)
    .join('\n')
  const [offered] = of('order.offeredOn')
  return {
    number,
    on: day('order.on'),
    offered: offered && { on: day('order.offeredOn'), header: offered.column.header, text: offered.text },
    currency: rowCurrency(of),
    total,
    status: statusOf(of, context),
    line: name === undefined ? undefined : lineOf(name, of, context),
    milestones: milestonesOf(of, day),
    paymentTerms: terms.length === 0 ? undefined : terms.join('; '),
    note: note === '' ? undefined : note,
  }
}

/**
 * The order that its rows make, or the code of what is missing. The first row that says a thing counts; lines come one
 * a row. Without a total the lines' sum is taken, without a price the one line bears the total.
 */
export function orderOf(rows: readonly OrderRow[], fallback: string | undefined): ImportOrder | string {
  const first = <T>(pick: (row: OrderRow) => T | undefined) => rows.map(pick).find((one) => one !== undefined)
  const number = first((row) => row.number)
  const on = first((row) => row.on)
  if (number === undefined) return 'import.reject.noOrderNumber'
  if (on === undefined) return 'import.reject.noPeriod'
  const currency = first((row) => row.currency) ?? fallback
  if (currency === undefined) return 'import.reject.noCurrency'
  const stated = first((row) => row.total)
  const money = stated === undefined ? undefined : moneyFromDecimal(stated, currency)
  const total = money?.ok === true ? money.value : undefined
  const lines = rows.flatMap(({ line }) => toLine(line, currency, rows.length === 1 ? total : undefined))
  const sum = total ?? sumOf(lines, currency)
  if (sum === undefined || (total === undefined && lines.length === 0)) return 'import.reject.noFigure'
  const terms = first((row) => row.paymentTerms)
  const note = first((row) => row.note)
  return {
    number,
    on,
    total: sum,
    status: first((row) => row.status) ?? 'open',
    lines: lines.slice(0, 500),
    milestones: first((row) => (row.milestones.length > 0 ? row.milestones : undefined)) ?? [],
    ...(terms === undefined ? {} : { paymentTerms: terms }),
    ...(note === undefined ? {} : { note }),
  }
}

/** The offer that the rows make, or the code of what is missing. What an order asks for, an offer must name too. */
export function offerOf(
  rows: readonly OrderRow[],
  fallback: string | undefined,
  status: ImportOffer['status'],
): ImportOffer | string {
  const order = orderOf(rows, fallback)
  if (typeof order === 'string') return order
  const { milestones: _steps, status: _placed, ...said } = order
  const offeredOn = rows.find(({ offered }) => offered?.on !== undefined)?.offered?.on
  if (offeredOn === undefined || offeredOn > said.on) return { ...said, status }
  return { ...said, on: offeredOn, status, ...(status === 'open' ? { validUntil: said.on } : {}) }
}

/** Rows of one order made one record: who ordered is in the first of them, what nobody knows in any. */
export function joinRows(records: readonly ImportRecord[]): ImportRecord | undefined {
  const [first, ...others] = records
  return first && { ...first, extra: Object.assign({}, ...others.map(({ extra }) => extra), first.extra) }
}

function numberOf(value: RowValue | undefined, context: RowContext): string | undefined {
  const reading = value && parseMoney(value.text, context.decimalMarks.get(value.column.index) ?? '.')
  return reading === undefined || reading.percent ? undefined : reading.amount
}

/** The agreed total as decimal text; of a source that names the goods alone with freight, tax and discount. */
function totalOf(of: Of, context: RowContext): string | undefined {
  const total = numberOf(of('order.total')[0], context)
  if (total === undefined || context.preset.addsFreight !== true) return total
  const added = of('order.freight', 'order.tax').map((value) => numberOf(value, context) ?? '0')
  const off = of('order.discount').map((value) => numberOf(value, context) ?? '0')
  return sumDecimals([total, ...added], off)
}

function sumDecimals(added: readonly string[], taken: readonly string[]): string | undefined {
  const scale = 8
  const units = (text: string) => {
    const decimal = parseDecimal(text)
    return decimal === undefined ? 0n : decimal.digits * 10n ** BigInt(Math.max(0, scale - decimal.scale))
  }
  const all = (texts: readonly string[]) => texts.reduce((sum, text) => sum + units(text), 0n)
  const sum = all(added) - all(taken)
  const digits = String(sum < 0n ? -sum : sum).padStart(scale + 1, '0')
  return `${sum < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

function rowCurrency(of: Of): string | undefined {
  const stated = of('order.currency')[0]?.text ?? ''
  if (/^[A-Za-z]{3}$/.test(stated)) return stated.toUpperCase() === 'RMB' ? 'CNY' : stated.toUpperCase()
  const total = of('order.total', 'order.open', 'line.price')
  return (
    currencyOf(stated) ??
    total
      .map(({ text, column }) => currencyOf(text) ?? currencyOf(column.header))
      .find((one) => one !== undefined)
  )
}

const CANCELLED = /关闭|取消|作废|退款完成|已退款|cancel|void|refunded|storniert|annul/i
const CLOSED =
  /完成|完结|结清|已收款|已签收|complete|closed|^paid$|^fulfilled$|delivered|bezahlt|abgeschlossen/i

function statusOf(of: Of, context: RowContext): Order['status'] | undefined {
  if (of('order.cancelled').length > 0) return 'cancelled'
  const said = of('order.status').map(({ text }) => text)
  if (said.some((text) => CANCELLED.test(text))) return 'cancelled'
  if (said.length > 0) return said.every((text) => CLOSED.test(text)) ? 'closed' : 'open'
  const open = numberOf(of('order.open')[0], context)
  return open === undefined ? undefined : Number(open) === 0 ? 'closed' : 'open'
}

function milestonesOf(of: Of, day: (target: Target) => IsoDate | undefined): Order['milestones'] {
  const shipped = { dueOn: day('order.shipBy'), doneOn: day('order.shippedOn') }
  const payBy = day('order.payBy')
  return [
    ...(of('order.deposit').length > 0 ? [{ kind: 'deposit' as const }] : []),
    ...(shipped.dueOn === undefined && shipped.doneOn === undefined
      ? []
      : [
          {
            kind: 'shipped' as const,
            ...(shipped.dueOn === undefined ? {} : { dueOn: shipped.dueOn }),
            ...(shipped.doneOn === undefined ? {} : { doneOn: shipped.doneOn }),
          },
        ]),
    ...(of('order.balance').length > 0 || payBy !== undefined
      ? [{ kind: 'balance' as const, ...(payBy === undefined ? {} : { dueOn: payBy }) }]
      : []),
  ]
}

function lineOf(name: string, of: Of, context: RowContext): OrderRow['line'] {
  const quantity = numberOf(of('line.quantity')[0], context)
  const isUsable = quantity !== undefined && /^\d{1,12}(\.\d{1,6})?$/.test(quantity)
  return {
    name: name.slice(0, NAME_MAX_CHARS),
    quantity: isUsable ? quantity : '1',
    // A price for an unknown number of pieces is no price of one piece.
    price: isUsable || of('line.quantity').length === 0 ? numberOf(of('line.price')[0], context) : undefined,
  }
}

function toLine(line: OrderRow['line'], currency: string, total: Money | undefined): ImportOrderLine[] {
  if (line === undefined) return []
  const price = line.price === undefined ? undefined : unitPrice(line.price, currency)
  if (price !== undefined) return [{ description: line.name, quantity: line.quantity, unitPrice: price }]
  // The only line of an order whose price nobody says is the whole of it, however many pieces that are.
  const whole = total === undefined ? undefined : moneyAsPrice(total)
  const description = line.quantity === '1' ? line.name : `${line.name} × ${line.quantity}`
  return whole === undefined ? [] : [{ description, quantity: '1', unitPrice: whole }]
}

function unitPrice(text: string, currency: string): UnitPrice | undefined {
  const decimal = parseDecimal(text)
  const amount = Number(decimal?.digits)
  return decimal === undefined || decimal.scale > 8 || !Number.isSafeInteger(amount) || amount < 0
    ? undefined
    : { amount, scale: decimal.scale, currency }
}

function moneyAsPrice({ minor, currency }: Money): UnitPrice {
  return { amount: minor, scale: minorUnitExponent(currency), currency }
}

function sumOf(lines: readonly ImportOrderLine[], currency: string): Money | undefined {
  const sum = documentTotal(lines, currency)
  return sum.ok ? sum.value : undefined
}
