import { ownHours } from '../../measures/acquisitionCost'
import { costsInScope } from '../../measures/places'
import type { Hours } from '../../records/hours'
import { compareDays } from '../../time/calendarDay'
import { dayCell, numberCell, textCell } from '../cells'
import { periodOf, type ReviewBook } from './reviewBook'
import { SIDES } from './reviewRequest'
import type { ReviewTable, TableColumn } from './reviewTable'

const COLUMNS: readonly TableColumn[] = [
  { id: 'day', caption: 'costs.day', width: 12 },
  { id: 'kind', caption: 'review.column.what', width: 18 },
  { id: 'staff', caption: 'insights.column.staff', width: 20 },
  { id: 'channel', caption: 'insights.column.channel', width: 22 },
  { id: 'touchpoint', caption: 'review.column.touchpoint', width: 26 },
  { id: 'minutes', caption: 'review.column.minutes', width: 10 },
  { id: 'note', caption: 'costs.note', width: 40, holds: 'longText' },
]

/** The lines of the time log that the full-cycle cost counts: those on channels and touchpoints. */
export function hoursTable(book: ReviewBook): ReviewTable {
  const costs = costsInScope(book.costs, book.scope, book.places)
  const lines = SIDES.flatMap((side) =>
    ownHours<Hours>({ ...book, period: periodOf(book, side) }, costs),
  ).sort((a, b) => compareDays(a.on, b.on))
  const rows = lines.map((line) => {
    const place = book.places.touchpoints.get(line.touchpointId ?? '')
    return [
      dayCell(line.on),
      book.words.text(`hours.kind.${line.kind}`),
      textCell(book.staff.get(line.staffId ?? '')?.name),
      textCell(book.channelNames.get(line.channelId ?? place?.channelId ?? '')),
      textCell(book.touchpointNames.get(line.touchpointId ?? '')),
      numberCell(line.minutes),
      textCell(line.note),
    ]
  })
  return { name: 'Hours', columns: COLUMNS, rows }
}
