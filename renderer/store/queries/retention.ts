import {
  isHeld,
  type LastKind,
  type LastSign,
  RETENTION_MONTHS,
  type RetentionTrace,
  retentionWord,
} from '#shared/erasing/retention'
import type { Customer } from '#shared/records/customer'
import { compareDays, dayIn } from '#shared/time/calendarDay'
import type { IsoDate, ZoneName } from '#shared/time/values'
import type { NotebookDatabase } from '../database'
import { liveRecords, type Row } from '../rows'
import { notebookSettings } from './nurture'

/** A customer with whom nothing has happened for longer than the term. */
export interface RestingCustomer {
  readonly customer: Customer
  readonly last: LastSign
}

/** Who is to be looked at, who was and is kept for now, the longest at rest first. */
export interface RetentionReview {
  readonly months: number
  readonly due: readonly RestingCustomer[]
  readonly kept: readonly (RestingCustomer & { readonly until: IsoDate })[]
}

/** Tables whose lines say when something happened, by their key, and what that is. */
const SIGNS = [
  ['interactions', '[customerId+at]', 'talk'],
  ['orders', '[customerId+on]', 'order'],
  ['quotes', '[customerId+on]', 'quote'],
  ['samples', '[customerId+on]', 'sample'],
  ['payments', '[customerId+on]', 'payment'],
] as const

/** Tables whose keys are there only while something is open. */
const AWAITED = [
  ['promises', 'openDue'],
  ['appointments', 'openAt'],
  ['enrolments', 'running'],
] as const

type Last = Partial<Record<Exclude<LastKind, 'begun'>, IsoDate>>

/**
 * Goes over the keys of what happened, and reads only the pages that nothing of it holds. A talk is every line of a page,
 * notes of ours included, since keys do not tell them apart.
 */
export async function retentionReview(
  db: NotebookDatabase,
  today: IsoDate,
  zone: ZoneName,
): Promise<RetentionReview> {
  const settings = await notebookSettings(db)
  const months = settings?.retentionMonths ?? RETENTION_MONTHS
  const last = await lastDays(db, zone)
  const awaited = await awaitedIds(db)
  const traceOf = (id: string): RetentionTrace => ({ last: last.get(id) ?? {}, isAwaited: awaited.has(id) })
  // A tombstone has no stage among its keys.
  const ids = (await db.rows('customers').orderBy('stage').primaryKeys()) as string[]
  const resting = ids.filter((id) => !isHeld(traceOf(id), today, months))
  const rows = (await db.rows('customers').bulkGet(resting)).filter((row): row is Row => row !== undefined)
  const due: RestingCustomer[] = []
  const kept: RetentionReview['kept'][number][] = []
  for (const customer of liveRecords('customers', rows)) {
    const { createdAt, keptUntil, isShell } = customer
    const page = { begunOn: dayIn(zone, createdAt), keptUntil, isShell }
    const word = retentionWord(traceOf(customer.id), page, today, months)
    if (word?.state === 'due') due.push({ customer, last: word.last })
    if (word?.state === 'kept') kept.push({ customer, last: word.last, until: word.until })
  }
  return {
    months,
    due: due.sort((a, b) => compareDays(a.last.on, b.last.on)),
    kept: kept.sort((a, b) => compareDays(a.until, b.until)),
  }
}

/** How many are at rest, for a file that names nobody. */
export async function restingCounts(
  db: NotebookDatabase,
  today: IsoDate,
  zone: ZoneName,
): Promise<{ readonly months: number; readonly due: number; readonly kept: number }> {
  const { months, due, kept } = await retentionReview(db, today, zone)
  return { months, due: due.length, kept: kept.length }
}

/** Keys come in their order, so that the last one of a customer is the latest. */
async function lastDays(db: NotebookDatabase, zone: ZoneName): Promise<ReadonlyMap<string, Last>> {
  const days = new Map<string, Last>()
  for (const [table, key, kind] of SIGNS) {
    const latest = new Map<string, string | number>()
    const keys = (await db.rows(table).orderBy(key).keys()) as unknown as [string, string | number][]
    for (const [customerId, at] of keys) latest.set(customerId, at)
    for (const [customerId, at] of latest) {
      const on = typeof at === 'number' ? dayIn(zone, at) : at
      days.set(customerId, { ...days.get(customerId), [kind]: on })
    }
  }
  return days
}

async function awaitedIds(db: NotebookDatabase): Promise<ReadonlySet<string>> {
  const ids = new Set<string>()
  for (const [table, key] of AWAITED) {
    const rows = await db.rows(table).orderBy(key).toArray()
    for (const row of rows) if (typeof row.customerId === 'string') ids.add(row.customerId)
  }
  return ids
}
