import type { MessageKey } from '../i18n/catalogues'
import { lineTotal } from '../money/lineTotals'
import type { Money, UnitPrice } from '../money/values'
import type { Interaction } from '../records/interaction'
import type { Order, Quote, TradeLine } from '../records/trade'
import { dayCell, majorUnits, momentCell, moneyFormat, numberCell, textCell } from '../reporting/cells'
import type { ReportWords } from '../reporting/words'
import type { Cell, Column } from '../reporting/workbook'
import type { ZoneName } from '../time/values'
import type { CustomerFile } from './customerFile'
import type { HistoryTable } from './exportRequest'

/** What the words in the tables depend on. */
export interface HistoryContext {
  readonly words: ReportWords
  readonly zone: ZoneName
  /** For a program: the notebook's own words instead of translated ones. */
  readonly isPlain: boolean
  /** Names of touchpoints, products and staff by id. */
  readonly names: ReadonlyMap<string, string>
}

interface ColumnShape {
  readonly key: MessageKey
  readonly width: number
  readonly holds?: Column['holds']
}

const WHO: readonly ColumnShape[] = [
  { key: 'exportColumn.company', width: 30 },
  { key: 'exportColumn.name', width: 24 },
]
const DOCUMENT: readonly ColumnShape[] = [
  { key: 'trade.on', width: 12 },
  { key: 'trade.number', width: 16, holds: 'id' },
  ...WHO,
  { key: 'exportColumn.status', width: 12 },
  { key: 'trade.currency', width: 10 },
  { key: 'exportColumn.total', width: 14 },
  { key: 'trade.incoterm', width: 10 },
  { key: 'trade.place', width: 20 },
  { key: 'trade.paymentTerms', width: 26 },
  { key: 'exportColumn.leadTime', width: 12 },
]
const COLUMNS: Readonly<Record<HistoryTable, readonly ColumnShape[]>> = {
  interactions: [
    { key: 'exportColumn.when', width: 17 },
    { key: 'exportColumn.kind', width: 14 },
    { key: 'exportColumn.direction', width: 18 },
    { key: 'exportColumn.carrier', width: 12 },
    ...WHO,
    { key: 'exportColumn.source', width: 26 },
    { key: 'exportColumn.staff', width: 18 },
    { key: 'lead.products', width: 26 },
    { key: 'exportColumn.grade', width: 8 },
    { key: 'exportColumn.private', width: 9 },
    { key: 'exportColumn.subject', width: 30 },
    { key: 'exportColumn.text', width: 60, holds: 'longText' },
  ],
  quotes: [
    ...DOCUMENT,
    { key: 'trade.validUntil', width: 12 },
    { key: 'exportColumn.moq', width: 14, holds: 'id' },
    { key: 'exportColumn.note', width: 40, holds: 'longText' },
  ],
  orders: [
    ...DOCUMENT,
    { key: 'exportColumn.milestones', width: 44 },
    { key: 'exportColumn.note', width: 40, holds: 'longText' },
  ],
  lines: [
    { key: 'exportColumn.document', width: 10 },
    { key: 'trade.on', width: 12 },
    { key: 'trade.number', width: 16, holds: 'id' },
    ...WHO,
    { key: 'trade.product', width: 32 },
    { key: 'trade.quantity', width: 12 },
    { key: 'exportColumn.unit', width: 10 },
    { key: 'trade.price', width: 14 },
    { key: 'trade.currency', width: 10 },
    { key: 'exportColumn.lineTotal', width: 14 },
  ],
}

/** The columns of a table. */
export function historyColumns(table: HistoryTable, { text }: ReportWords): Column[] {
  return COLUMNS[table].map(({ key, width, holds = 'plain' }) => ({ caption: text(key), width, holds }))
}

/** The rows of a table about one customer, oldest first. */
export function historyRows(table: HistoryTable, file: CustomerFile, context: HistoryContext): Cell[][] {
  const words = new RowWords(file, context)
  switch (table) {
    case 'interactions':
      return [...file.interactions].sort((a, b) => a.at - b.at).map((talk) => interactionRow(talk, words))
    case 'quotes':
      return byDay(file.quotes).map((quote) => [
        ...documentCells(quote, words),
        dayCell(quote.validUntil),
        textCell(quote.moq),
        textCell(quote.note),
      ])
    case 'orders':
      return byDay(file.orders).map((order) => [
        ...documentCells(order, words),
        textCell(milestones(order, words)),
        textCell(order.note),
      ])
    case 'lines':
      return [
        ...byDay(file.quotes).flatMap((quote) => lineRows(quote, 'quote', words)),
        ...byDay(file.orders).flatMap((order) => lineRows(order, 'order', words)),
      ]
  }
}

/** The words of rows about one customer. */
class RowWords {
  constructor(
    readonly file: CustomerFile,
    readonly context: HistoryContext,
  ) {}

  /** A word of the notebook: translated for people, itself for programs. */
  word(key: MessageKey, itself: string): string {
    return this.context.isPlain ? itself : this.context.words.text(key)
  }

  who(personIds: readonly string[]): [Cell, Cell] {
    const { customer, people } = this.file
    const named = people.filter(({ id }) => personIds.includes(id)).map(({ fullName }) => fullName)
    return [textCell(customer.name), textCell(named.join('; '))]
  }

  name(id: string | undefined): string | undefined {
    return id === undefined ? undefined : this.context.names.get(id)
  }
}

function interactionRow(talk: Interaction, words: RowWords): Cell[] {
  const { kind, direction, carrier, personIds, productIds = [] } = talk
  const yes = words.word('exportColumn.yes', 'yes')
  return [
    talk.day === undefined ? momentCell(talk.at, words.context.zone) : dayCell(talk.day),
    words.word(`interaction.${kind}`, kind),
    words.word(`direction.${direction}`, direction),
    textCell(carrier === undefined ? undefined : words.word(`handle.${carrier}`, carrier)),
    ...words.who(personIds),
    textCell(words.name(talk.touchpointId)),
    textCell(words.name(talk.staffId)),
    textCell(productIds.flatMap((id) => words.name(id) ?? []).join('; ')),
    textCell(talk.grade),
    talk.private === true ? yes : null,
    textCell(talk.subject),
    textCell(talk.text),
  ]
}

function documentCells(trade: Quote | Order, words: RowWords): Cell[] {
  return [
    dayCell(trade.on),
    textCell(trade.number),
    ...words.who(trade.personId === undefined ? [] : [trade.personId]),
    words.word(`exportStatus.${trade.status}`, trade.status),
    trade.currency,
    moneyCell(trade.total),
    textCell(trade.incoterm),
    textCell(trade.place),
    textCell(trade.paymentTerms),
    trade.leadTimeDays === undefined ? null : numberCell(trade.leadTimeDays),
  ]
}

function lineRows(trade: Quote | Order, kind: 'quote' | 'order', words: RowWords): Cell[][] {
  return trade.lines.map((line) => [
    words.word(`trade.${kind}`, kind),
    dayCell(trade.on),
    textCell(trade.number),
    ...words.who(trade.personId === undefined ? [] : [trade.personId]),
    textCell(line.description === '' ? words.name(line.productId) : line.description),
    numberCell(Number(line.quantity), 'decimal'),
    textCell(line.unit),
    priceCell(line.unitPrice),
    line.unitPrice.currency,
    lineTotalCell(line),
  ])
}

function lineTotalCell(line: TradeLine): Cell {
  const total = lineTotal(line)
  return total.ok ? moneyCell(total.value) : null
}

function moneyCell(money: Money): Cell {
  return numberCell(majorUnits(money), moneyFormat(money.currency))
}

function priceCell({ amount, scale }: UnitPrice): Cell {
  return numberCell(amount / 10 ** scale, 'rate')
}

/** `deposit 2026-11-02; shipped (2026-12-20)`: done on, or in brackets due on. */
function milestones(order: Order, words: RowWords): string {
  return order.milestones
    .map(({ kind, doneOn, dueOn }) => {
      const day = doneOn ?? (dueOn === undefined ? undefined : `(${dueOn})`)
      return [words.word(`milestone.${kind}`, kind), day].filter((part) => part !== undefined).join(' ')
    })
    .join('; ')
}

function byDay<T extends { readonly on: string }>(documents: readonly T[]): T[] {
  return [...documents].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}
