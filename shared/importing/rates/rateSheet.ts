import { err, ok, type Result } from '../../result'
import { type Cell, cellText } from '../cell'
import { readRateColumns } from './rateColumns'
import { readRateList } from './rateList'
import type { RateRows, RateSheet } from './rateSeries'

/** So many dropped lines are told one by one. */
const DROPPED_TOLD = 50

/**
 * Reads exchange rates from a table: a currency a column below its code, or a rate a line with day and currency in any
 * order. Nothing is guessed that would change an amount: a day or a number that can be read in two ways is dropped and
 * told. Error: `rates.notRates` where no rate is found.
 */
export function readRateSheet(
  cells: readonly (readonly Cell[])[],
  delimiter: string | undefined,
): Result<RateSheet> {
  const rows: RateRows = { rows: cells.map((row) => row.map((cell) => cellText(cell))), delimiter }
  const read = readRateColumns(rows) ?? readRateList(rows)
  if (read === undefined || read.series.length === 0) return err('rates.notRates')
  const { dropped } = read
  return ok({ ...read, dropped: dropped.slice(0, DROPPED_TOLD), droppedCount: dropped.length })
}
