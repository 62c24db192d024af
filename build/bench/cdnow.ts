import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { OrderHistory } from '#shared/lifetime/orderHistory'

/** Where the sample lies, with a README that says what it is and whose. */
const FILE = path.join(import.meta.dirname, '../../test/fixtures/cdnow/CDNOW_sample.txt')
/** `00004 0001 19970118  2   29.73`: two ids, day, discs, dollars. */
const LINE = /^\s*\d+\s+(\d+)\s+(\d{4})(\d{2})(\d{2})\s+\d+\s+(\d+)\.(\d{2})\s*$/

/** The last day of the 39 weeks that the papers fit on, and of the 39 weeks after them. */
export const CDNOW_FITTED_UNTIL = '1997-09-30'
export const CDNOW_UNTIL = '1998-06-30'

/** The purchases of 2,357 customers of CDNOW; amounts in cents. Throws for a line of another shape. */
export function readCdnow(): OrderHistory[] {
  const histories = new Map<string, { on: string; minorBase: number }[]>()
  for (const line of readFileSync(FILE, 'utf8').split('\n')) {
    if (line.trim() === '') continue
    const [, customerId, year, month, day, dollars, cents] = LINE.exec(line) ?? []
    if (customerId === undefined) throw new Error(`not a line of CDNOW: ${line}`)
    const orders = histories.get(customerId) ?? []
    orders.push({ on: `${year}-${month}-${day}`, minorBase: Number(`${dollars}${cents}`) })
    histories.set(customerId, orders)
  }
  return [...histories].map(([customerId, orders]) => ({ customerId, orders }))
}
