import { cycleMinutes } from '../../measures/acquisitionCost'
import { attribute } from '../../measures/attribution'
import type { CustomerFacts } from '../../measures/facts/customerFacts'
import { isShareInScope } from '../../measures/places'
import { isWithin } from '../../time/period'
import type { IsoDate } from '../../time/values'
import { dayCell, numberCell, textCell } from '../cells'
import { periodOf, type ReviewBook } from './reviewBook'
import { SIDES } from './reviewRequest'
import type { ReviewTable, TableColumn } from './reviewTable'

const COLUMNS: readonly TableColumn[] = [
  { id: 'customer', caption: 'insights.column.customer', width: 28 },
  { id: 'id', caption: 'review.column.id', width: 24, holds: 'id' },
  { id: 'country', caption: 'insights.column.country', width: 16 },
  { id: 'channel', caption: 'insights.column.channel', width: 22 },
  { id: 'touchpoint', caption: 'review.column.touchpoint', width: 26 },
  { id: 'grade', caption: 'lead.grade', width: 8 },
  { id: 'share', caption: 'review.column.part', width: 8 },
  { id: 'met', caption: 'insights.step.met', width: 12 },
  { id: 'joined', caption: 'insights.column.joined', width: 12 },
  { id: 'enquiry', caption: 'insights.step.enquiry', width: 12 },
  { id: 'sample', caption: 'insights.step.sample', width: 12 },
  { id: 'quote', caption: 'insights.step.quote', width: 12 },
  { id: 'firstOrder', caption: 'insights.column.firstOrder', width: 12 },
  { id: 'minutes', caption: 'review.column.cycleMinutes', width: 14 },
]

/**
 * Whoever reached a step in either period, a row for each source that they are credited to: with one source (first and
 * last touch) a row each, under equal shares as many as sources.
 */
export function customersTable(book: ReviewBook): ReviewTable {
  const touched = book.facts.filter((one) => stepDays(one).some((on) => isInEither(on, book)))
  const rows = touched.flatMap((one) => {
    const orderedOn = one.orders[0]?.on
    const minutes = orderedOn === undefined ? undefined : cycleMinutes(one, orderedOn)
    return attribute(one, book.request.model)
      .filter((source) => isShareInScope(source, book.scope, book.places))
      .map((source) => [
        textCell(book.nameOf(one.customerId)),
        one.customerId,
        textCell(one.country === undefined ? undefined : book.words.country(one.country)),
        textCell(book.channelNames.get(source.channelId ?? '')),
        textCell(book.touchpointNames.get(source.touchpointId ?? '')),
        textCell(one.grade),
        numberCell(source.share, 'rate'),
        dayCell(one.steps.met),
        dayCell(one.steps.joined),
        dayCell(one.steps.enquiry),
        dayCell(one.steps.sample),
        dayCell(one.steps.quote),
        dayCell(orderedOn),
        minutes === undefined ? null : numberCell(minutes * source.share, 'decimal'),
      ])
  })
  return { name: 'Customers', columns: COLUMNS, rows }
}

/** Whether a day lies in the period or in the one before. */
export function isInEither(on: IsoDate, book: ReviewBook): boolean {
  return SIDES.some((side) => isWithin(on, periodOf(book, side)))
}

function stepDays({ steps, orders }: CustomerFacts): IsoDate[] {
  const { met, joined, enquiry, sample, quote } = steps
  return [met, joined, enquiry, sample, quote, orders[0]?.on].filter((on) => on !== undefined)
}
