import type { IsoDate } from '../../time/values'
import { dayReader, isNotQuoted, numberReader, type RateSubject, rateSubject } from './rateCells'
import type { DroppedRate, RateRows, RateSeries } from './rateSeries'

/** The captions stand among the first rows, below a title at most. */
const HEADER_WITHIN = 20
const TEXT_CHARS = 120

/** Rates with a currency a column and a day a row; undefined for a table of another make. */
export function readRateColumns({ rows, delimiter }: RateRows) {
  const head = headOf(rows, delimiter)
  if (head === undefined) return undefined
  const { row: headRow, columns, dayColumn, dayOf } = head
  const body = rows.slice(headRow + 1)
  const dropped: DroppedRate[] = []
  const drop = (place: number, code: DroppedRate['code']) =>
    dropped.push({
      row: headRow + 1 + place,
      code,
      text: (body[place] ?? []).join(' · ').slice(0, TEXT_CHARS),
    })
  const days = body.map((cells, place): IsoDate | undefined => {
    if (cells.every((cell) => cell === '')) return undefined
    const day = dayOf(cells[dayColumn] ?? '')
    if (day === undefined) drop(place, 'rates.drop.day')
    return day
  })
  const series = columns.flatMap(({ index, subject: { currency, against, units } }): RateSeries[] => {
    const values = body.map((cells) => cells[index] ?? '').filter((text) => !isNotQuoted(text))
    const rateOf = numberReader(values, delimiter)
    const on: IsoDate[] = []
    const rates: string[] = []
    for (const [place, day] of days.entries()) {
      const text = body[place]?.[index] ?? ''
      if (day === undefined || isNotQuoted(text)) continue
      const rate = rateOf(text, units)
      if (rate === undefined) drop(place, 'rates.drop.rate')
      else {
        on.push(day)
        rates.push(rate)
      }
    }
    return on.length === 0 ? [] : [{ currency, ...(against === undefined ? {} : { against }), on, rates }]
  })
  return { layout: 'columns' as const, series, dropped }
}

interface Head {
  readonly row: number
  readonly columns: readonly { readonly index: number; readonly subject: RateSubject }[]
  readonly dayColumn: number
  readonly dayOf: (text: string) => IsoDate | undefined
}

/** The row of captions: codes of currencies with numbers below them, and a column of days beside them. */
function headOf(rows: RateRows['rows'], delimiter: string | undefined): Head | undefined {
  for (const [row, cells] of rows.slice(0, HEADER_WITHIN).entries()) {
    const columns = cells.flatMap((text, index) => {
      const subject = rateSubject(text)
      return subject === undefined ? [] : [{ index, subject }]
    })
    const below = rows.slice(row + 1).filter((next) => next.some((text) => text !== ''))
    const [first] = below
    if (columns.length === 0 || first === undefined) continue
    const holdsRates = columns.every(({ index }) => {
      const text = first[index] ?? ''
      return isNotQuoted(text) || /^[\d.,\s]+$/.test(text)
    })
    const taken = new Set(columns.map(({ index }) => index))
    const dayColumn = first.findIndex(
      (text, index) => !taken.has(index) && dayReader([text, '13/12/2000'], delimiter)(text) !== undefined,
    )
    if (!holdsRates || dayColumn < 0) continue
    const dayOf = dayReader(
      below.map((next) => next[dayColumn] ?? ''),
      delimiter,
    )
    return { row, columns, dayColumn, dayOf }
  }
  return undefined
}
