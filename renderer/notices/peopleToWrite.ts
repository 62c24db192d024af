import type { TodayList } from '../store/TodayContext'

/** How many people there are to write to today; undefined until everything that counts has been read. */
export function peopleToWrite(list: TodayList | undefined): number | undefined {
  if (list?.ordersRead !== true || !list.holidaysRead) return undefined
  return new Set(list.rows.map(({ customerId }) => customerId)).size
}
