import { assetFigures, assetTable } from './assetReview'
import { type Breakdown, placeBreakdown } from './breakdown'
import { contactsTable, customerFigures } from './customerReview'
import { customersTable } from './customersTable'
import { hoursTable } from './hoursTable'
import { productBreakdown, productFigures, productTable } from './productReview'
import type { ReviewBook } from './reviewBook'
import type { ReviewFigure } from './reviewFigure'
import type { ReviewKind } from './reviewRequest'
import type { ReviewTable } from './reviewTable'
import { salesTable } from './salesTable'
import { scopeFigures } from './scopeFigures'
import { spendingTable } from './spendingTable'

/** What a review consists of, whatever it is written as. */
export interface ReviewParts {
  readonly figures: readonly ReviewFigure[]
  readonly breakdown?: Breakdown
  readonly tables: readonly ReviewTable[]
}

const MAKERS: Readonly<Record<ReviewKind, (book: ReviewBook) => ReviewParts>> = {
  monthly: placesReview,
  channel: placesReview,
  customer: (book) => {
    const sales = salesTable(book, 'everything')
    const contacts = contactsTable(book)
    return { figures: customerFigures(book, { sales, contacts }), tables: [sales, contacts] }
  },
  product: (book) => {
    const table = productTable(book)
    const breakdown = productBreakdown(book, table)
    return { figures: productFigures(breakdown), breakdown, tables: [table] }
  },
  asset: (book) => {
    const table = assetTable(book)
    return { figures: assetFigures(book, table), tables: [table] }
  },
}

/** Counts a review. Every value is a measure's; the formulas say the same over the rows. */
export function reviewParts(book: ReviewBook): ReviewParts {
  return MAKERS[book.request.kind](book)
}

/** The month and the channels ask the same of the notebook: all of it, or one channel or touchpoint. */
function placesReview(book: ReviewBook): ReviewParts {
  const tables = {
    customers: customersTable(book),
    sales: salesTable(book),
    spending: spendingTable(book),
    hours: hoursTable(book),
  }
  return {
    figures: scopeFigures(book, tables),
    breakdown: placeBreakdown(book, tables),
    tables: Object.values(tables),
  }
}
