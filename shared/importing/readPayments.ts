import { moneyFromDecimal } from '../money/decimal'
import type { Money } from '../money/values'
import { NAME_MAX_CHARS } from '../records/record'
import type { IsoDate } from '../time/values'
import { type Cell, cellText } from './cell'
import { costCategoryOf } from './costCategories'
import type { ImportCost, ImportFigure } from './domainParts'
import type { FormatId } from './formats'
import { readHandles } from './handles'
import type { ImportRecord } from './importRecord'
import { isRefund, paymentKindOf } from './paymentKind'
import { readDay } from './readDay'
import type { Rejection } from './reading'
import { contentHash } from './rowHash'
import { addExtra, byTargets, type Of, type RowContext, type RowValue, rowValues } from './rowValues'
import { rowView } from './rowView'
import { currencyOf, parseMoney } from './values/money'

/** What is the same for all rows of a statement. */
export interface PaymentContext extends RowContext {
  readonly format: FormatId
  /** The currency of amounts that name none. */
  readonly currency?: string | undefined
  /** How often each line without a number has come. */
  readonly lines: Map<string, number>
}

const DONE =
  /^(completed?|paid|succeeded|success|交易成功|支付成功|已收钱|已存入零钱|对方已收钱|已转账|已到账|还款成功)$/i
const INCOME = /^(收入|收|贷|credit|in)$/i
const EXPENSE = /^(支出|支|借|debit|out)$/i

/**
 * One line of a statement: money in is a payment of whoever sent it, money out is a cost, or a payment that went back
 * where its words say so. What a service kept of a payment is a cost of its own, and what was paid back later another
 * payment. What is neither, or was not carried out, is rejected with its reason. Never throws, whatever stands in the cells.
 */
export function mapPayment(
  row: number,
  cells: readonly Cell[],
  context: PaymentContext,
): { records: ImportRecord[] } | { rejection: Rejection } {
  const of = byTargets(rowValues(cells, context.columns))
  const reject = (code: string) => ({
    rejection: { row, code, cells: cells.map((cell) => cellText(cell)) },
  })
  const status = of('payment.status')[0]
  const refunded = readMoney(of('payment.refunded')[0], of, context)
  const wasPaid = status === undefined || DONE.test(status.text)
  if (!wasPaid && !(isMoney(refunded) && isRefund(status.text))) return reject('import.reject.notCarriedOut')
  const refined = context.preset.refine?.(
    { row, handles: [], extra: {} },
    rowView(cells, context.columns),
    undefined,
  )
  if (refined !== undefined && 'reject' in refined) return reject(refined.reject)
  const on = readDay(of('payment.on')[0], row, context)
  if (on === undefined) return reject('import.reject.noPeriod')
  const moved = readMoved(of, context)
  if (typeof moved === 'string') return reject(moved)
  const extra: Record<string, string> = {}
  for (const { column, text } of of('extra')) addExtra(extra, column.header, text)
  const note = of('payment.note')
    .map(({ text }) => text)
    .join('\n')
  const party = of('payment.party')[0]?.text.slice(0, NAME_MAX_CHARS)
  const line = { on, amount: moved.amount, note, party }
  const number = of('payment.number')[0]?.text ?? numberOf(line, context)
  const words = `${of('payment.reference')[0]?.text ?? ''} ${note}`
  const isBack = !moved.isIn && party !== undefined && isRefund(words)
  if (!moved.isIn && !isBack) {
    const cost = {
      amount: moved.amount,
      category: costCategoryOf(note) ?? ('other' as const),
      ...(note === '' && party === undefined ? {} : { note: [party, note].filter(Boolean).join(' · ') }),
    }
    for (const value of of('payment.fee')) addExtra(extra, value.column.header, value.text)
    return { records: [{ row, handles: [], figure: figureOf(number, on, cost, context), extra }] }
  }
  const email = of('payment.email')[0]
  // Of money that went back the sender's address is ours.
  const handles = email === undefined || isBack ? [] : readHandles(email.text, 'email', undefined, {}).handles
  if (party === undefined && handles.length === 0) return reject('import.reject.noPayer')
  const reference = of('payment.reference')[0]?.text.slice(0, 300)
  const payer = { row, ...(party === undefined ? {} : { company: { name: party } }), handles }
  const said = {
    ...(reference === undefined ? {} : { reference }),
    ...(note === '' ? {} : { note }),
  }
  const kind = isBack ? ('refund' as const) : paymentKindOf(words)
  const paid = { ...payer, payment: { number, on, amount: moved.amount, kind, ...said }, extra }
  const backOn = readDay(of('payment.refundedOn')[0], row, context) ?? on
  const back = isMoney(refunded)
    ? [
        {
          ...payer,
          payment: {
            number: `${number}#refund`,
            on: backOn,
            amount: refunded,
            kind: 'refund' as const,
            ...said,
          },
          extra: {},
        },
      ]
    : []
  return { records: [paid, ...back, ...feeOf(row, number, on, of, context)] }
}

function isMoney(money: Money | string | undefined): money is Money {
  return typeof money === 'object' && money.minor > 0
}

function figureOf(number: string, on: IsoDate, cost: ImportCost, { format }: PaymentContext): ImportFigure {
  return { name: { book: format, level: 'line', subject: number }, period: { from: on, to: on }, cost }
}

/** What the service kept of a payment, as a cost. Its currency may be the account's rather than the payer's. */
function feeOf(row: number, number: string, on: IsoDate, of: Of, context: PaymentContext): ImportRecord[] {
  const value = of('payment.fee')[0]
  const currency = of('payment.feeCurrency')[0] === undefined ? 'payment.currency' : 'payment.feeCurrency'
  const fee = readMoney(value, of, context, currency)
  if (value === undefined || typeof fee !== 'object' || fee.minor === 0) return []
  const amount = { ...fee, minor: Math.abs(fee.minor) }
  const cost = { amount, category: 'platformFee' as const, note: `${value.column.header} · ${number}` }
  return [{ row, handles: [], figure: figureOf(`${number}#fee`, on, cost, context), extra: {} }]
}

/** How much moved, never negative, and which way; or the code of what is wrong. */
function readMoved(of: Of, context: PaymentContext): { amount: Money; isIn: boolean } | string {
  const [incoming, outgoing] = [
    readMoney(of('payment.in')[0], of, context),
    readMoney(of('payment.out')[0], of, context),
  ]
  for (const [money, isIn] of [
    [incoming, true],
    [outgoing, false],
  ] as const) {
    if (money === 'noCurrency') return 'import.reject.noCurrency'
    if (money !== undefined && money.minor !== 0)
      return { amount: { ...money, minor: Math.abs(money.minor) }, isIn }
  }
  const money = readMoney(of('payment.amount')[0], of, context)
  if (money === 'noCurrency') return 'import.reject.noCurrency'
  if (money === undefined || money.minor === 0) return 'import.reject.noFigure'
  const said = of('payment.direction')[0]?.text
  const isNamed = said !== undefined && (INCOME.test(said) || EXPENSE.test(said))
  // 不计收支: moved between one's own accounts.
  if (said !== undefined && !isNamed) return 'import.reject.neitherWay'
  const isIn = said === undefined ? money.minor > 0 : INCOME.test(said)
  return { amount: { ...money, minor: Math.abs(money.minor) }, isIn }
}

function readMoney(
  value: RowValue | undefined,
  of: Of,
  context: PaymentContext,
  currencyTarget: 'payment.currency' | 'payment.feeCurrency' = 'payment.currency',
): Money | 'noCurrency' | undefined {
  const reading = value && parseMoney(value.text, context.decimalMarks.get(value.column.index) ?? '.')
  if (value === undefined || reading === undefined || reading.percent) return undefined
  const stated = of(currencyTarget)[0]?.text ?? ''
  const code = /^[A-Za-z]{3}$/.test(stated)
    ? stated.toUpperCase()
    : (currencyOf(stated) ?? CHINESE_NAMES[stated])
  const currency = reading.currency ?? code ?? currencyOf(value.column.header) ?? context.currency
  if (currency === undefined) return Number(reading.amount) === 0 ? undefined : 'noCurrency'
  const money = moneyFromDecimal(reading.amount, currency === 'RMB' ? 'CNY' : currency)
  return money.ok ? money.value : undefined
}

/** Names that Chinese banks give to currencies. */
const CHINESE_NAMES: Readonly<Record<string, string | undefined>> = {
  人民币元: 'CNY',
  美元: 'USD',
  欧元: 'EUR',
  港币: 'HKD',
  港元: 'HKD',
  英镑: 'GBP',
  日元: 'JPY',
}

function numberOf(line: unknown, { lines }: PaymentContext): string {
  const hash = contentHash(line)
  const count = (lines.get(hash) ?? 0) + 1
  lines.set(hash, count)
  return count === 1 ? hash : `${hash}#${count}`
}
