import type { MessageKey } from '../../i18n/catalogues'
import type { CustomerFacts } from '../../measures/facts/customerFacts'
import { figure } from '../../measures/figure'
import { scopeRevenue } from '../../measures/scopeRevenue'
import { observedValue } from '../../measures/treeRings'
import { minorUnitExponent } from '../../money/minorUnits'
import { compareDays } from '../../time/calendarDay'
import { isWithin } from '../../time/period'
import type { IsoDate } from '../../time/values'
import { dayCell, numberCell, textCell } from '../cells'
import { isInEither } from './customersTable'
import { bySide, periodOf, type ReviewBook } from './reviewBook'
import type { ReviewFigure } from './reviewFigure'
import type { Side } from './reviewRequest'
import { PERIOD_CELLS, type ReviewTable, rangeOf, type TableColumn, withinCriteria } from './reviewTable'

/** What happens between a customer and us beside orders, by what it is called. */
const CONTACTS = {
  quotes: 'review.figure.quotes',
  gifts: 'insights.column.gives',
  inbound: 'review.figure.inbound',
  minutes: 'review.column.minutes',
} as const satisfies Readonly<Record<string, MessageKey>>
type Contact = keyof typeof CONTACTS

const COLUMNS: readonly TableColumn[] = [
  { id: 'day', caption: 'costs.day', width: 12 },
  { id: 'customer', caption: 'insights.column.customer', width: 28 },
  { id: 'what', caption: 'review.column.what', width: 20 },
  { id: 'piece', caption: 'insights.column.piece', width: 40 },
  { id: 'minutes', caption: 'review.column.minutes', width: 10 },
]

/** Quotes, gifts, words from them and time of ours in both periods. */
export function contactsTable(book: ReviewBook): ReviewTable {
  const rows = book.facts
    .flatMap((facts) => contactsOf(facts).map((contact) => ({ ...contact, facts })))
    .filter(({ on }) => isInEither(on, book))
    .sort((a, b) => compareDays(a.on, b.on))
    .map(({ on, what, minutes, contentId, facts }) => [
      dayCell(on),
      textCell(book.nameOf(facts.customerId)),
      book.words.text(CONTACTS[what]),
      textCell(book.content.get(contentId ?? '')?.title),
      minutes === undefined ? null : numberCell(minutes),
    ])
  return { name: 'Contacts', columns: COLUMNS, rows }
}

interface ContactEvent {
  readonly on: IsoDate
  readonly what: Contact
  readonly minutes?: number
  readonly contentId?: string | undefined
}

function contactsOf({ quotesOn, gifts, inboundOn, worked }: CustomerFacts): readonly ContactEvent[] {
  return [
    ...quotesOn.map((on) => ({ on, what: 'quotes' as const })),
    ...gifts.map(({ on, contentId }) => ({ on, what: 'gifts' as const, contentId })),
    ...inboundOn.map((on) => ({ on, what: 'inbound' as const })),
    ...worked.map(({ on, minutes }) => ({ on, what: 'minutes' as const, minutes })),
  ]
}

/** The figures of one customer, or of some: what they bought, what passed between us. */
export function customerFigures(
  book: ReviewBook,
  tables: { readonly sales: ReviewTable; readonly contacts: ReviewTable },
): readonly ReviewFigure[] {
  const { sales, contacts } = tables
  const { base, facts } = book
  const places = minorUnitExponent(base)
  const results = bySide((side) =>
    scopeRevenue(facts, {}, periodOf(book, side), book.request.model, book.places, base),
  )
  const day = (side: Side) => withinCriteria(sales, 'day', side)
  const amount = rangeOf(sales, 'amount')
  const what = (contact: Contact) => `${rangeOf(contacts, 'what')},"${book.words.text(CONTACTS[contact])}"`
  const counted = (contact: 'quotes' | 'gifts' | 'inbound'): ReviewFigure => ({
    key: contact,
    caption: CONTACTS[contact],
    kind: 'count',
    values: bySide((side) => figure(contactsWithin(book, contact, side).length)),
    formula: (side) => `COUNTIFS(${what(contact)},${withinCriteria(contacts, 'day', side)})`,
  })
  return [
    {
      key: 'orders',
      caption: 'insights.column.orders',
      kind: 'count',
      values: bySide((side) => figure(results[side].orders)),
      formula: (side) => `ROUND(SUMIFS(${rangeOf(sales, 'share')},${day(side)}),9)`,
    },
    {
      key: 'revenue',
      caption: 'insights.column.revenue',
      kind: 'money',
      values: bySide((side) => results[side].revenue),
      formula: (side) =>
        `IF(AND(COUNTIFS(${day(side)})>0,COUNTIFS(${day(side)},${amount},"<>")=0),"",ROUND(SUMIFS(${amount},${day(side)}),${places}))`,
    },
    valueToDate(book, sales),
    counted('quotes'),
    counted('gifts'),
    counted('inbound'),
    {
      key: 'minutes',
      caption: 'review.figure.minutes',
      kind: 'count',
      values: bySide((side) =>
        figure(contactsWithin(book, 'minutes', side).reduce((sum, one) => sum + (one.minutes ?? 0), 0)),
      ),
      formula: (side) =>
        `SUMIFS(${rangeOf(contacts, 'minutes')},${what('minutes')},${withinCriteria(contacts, 'day', side)})`,
    },
  ]
}

/** LTV observed of one customer as of the end of each period. */
function valueToDate(book: ReviewBook, sales: ReviewTable): ReviewFigure {
  const [one] = book.facts
  const nobody = { orders: [], credits: [] }
  const places = minorUnitExponent(book.base)
  return {
    key: 'valueToDate',
    caption: 'insights.column.value',
    kind: 'money',
    values: bySide((side) => observedValue(one ?? nobody, periodOf(book, side).to, book.base).revenue),
    formula: (side) => {
      const until = `${rangeOf(sales, 'day')},"<="&${PERIOD_CELLS[side].to}`
      const known = `COUNTIFS(${until},${rangeOf(sales, 'amount')},"<>")`
      return `IF(OR(COUNTIFS(${until},${rangeOf(sales, 'share')},">0")=0,${known}=0),"",ROUND(SUMIFS(${rangeOf(sales, 'amount')},${until}),${places}))`
    },
  }
}

function contactsWithin(book: ReviewBook, what: Contact, side: Side): readonly ContactEvent[] {
  const period = periodOf(book, side)
  return book.facts.flatMap((facts) =>
    contactsOf(facts).filter((contact) => contact.what === what && isWithin(contact.on, period)),
  )
}
