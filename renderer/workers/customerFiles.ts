import Dexie from 'dexie'
import type { CustomerFile } from '#shared/exporting/customerFile'
import type { ExportChoice, HistoryTable } from '#shared/exporting/exportRequest'
import type { RecordOf } from '#shared/records/tables'
import type { NotebookDatabase } from '../store/database'
import { liveRecords, type Row } from '../store/rows'

/** Tables that are indexed by customer and day or instant; the others by customer alone. */
const TIME_KEYS = { interactions: 'at', quotes: 'on', orders: 'on' } as const
type CustomerTable = keyof typeof TIME_KEYS | 'people' | 'consents' | 'promises' | 'enrolments' | 'touches'

/**
 * Some customers with what the asked file needs of them, in the given order; the deleted ones are left out. What the
 * file does not need is not read and stands as empty lists.
 */
export async function readCustomerFiles(
  db: NotebookDatabase,
  ids: readonly string[],
  choice: ExportChoice,
  table: HistoryTable | 'main',
): Promise<CustomerFile[]> {
  const wanted = tablesFor(choice, table)
  const rows = (await db.rows('customers').bulkGet([...ids])).flatMap((row) => row ?? [])
  const grouped = {
    people: await groups(db, 'people', ids, wanted),
    consents: await groups(db, 'consents', ids, wanted),
    interactions: await groups(db, 'interactions', ids, wanted),
    promises: await groups(db, 'promises', ids, wanted),
    quotes: await groups(db, 'quotes', ids, wanted),
    orders: await groups(db, 'orders', ids, wanted),
    enrolments: await groups(db, 'enrolments', ids, wanted),
    touches: await groups(db, 'touches', ids, wanted),
  }
  const photos = choice.photos && table === 'main' ? await readPhotos(db, grouped.interactions) : new Map()
  return liveRecords('customers', rows).map((customer) => {
    const interactions = grouped.interactions.get(customer.id) ?? []
    return {
      customer,
      people: grouped.people.get(customer.id) ?? [],
      consents: grouped.consents.get(customer.id) ?? [],
      interactions,
      promises: grouped.promises.get(customer.id) ?? [],
      quotes: grouped.quotes.get(customer.id) ?? [],
      orders: grouped.orders.get(customer.id) ?? [],
      enrolments: grouped.enrolments.get(customer.id) ?? [],
      touches: grouped.touches.get(customer.id) ?? [],
      photos: interactions.flatMap(({ attachmentIds = [] }) =>
        attachmentIds.flatMap((id) => photos.get(id) ?? []),
      ),
    }
  })
}

function tablesFor(choice: ExportChoice, table: HistoryTable | 'main'): ReadonlySet<CustomerTable> {
  const { subject, format, photos } = choice
  const isCard = format === 'vcard3' || format === 'vcard4'
  switch (subject) {
    case 'contacts':
      return new Set(['people', 'consents', ...(isCard && photos ? (['interactions'] as const) : [])])
    case 'history':
      return new Set([
        'people',
        ...(table === 'lines' ? (['quotes', 'orders'] as const) : historyTable(table)),
      ])
    case 'calendar':
      return new Set(['people', 'promises', 'quotes', 'enrolments', 'touches'])
    case 'mailing':
    case 'audience':
      return new Set(['people', 'consents'])
  }
}

function historyTable(table: HistoryTable | 'main'): CustomerTable[] {
  return table === 'main' || table === 'lines' ? [] : [table]
}

async function groups<T extends CustomerTable>(
  db: NotebookDatabase,
  table: T,
  ids: readonly string[],
  wanted: ReadonlySet<CustomerTable>,
): Promise<ReadonlyMap<string, RecordOf<T>[]>> {
  const grouped = new Map<string, RecordOf<T>[]>()
  if (!wanted.has(table) || ids.length === 0) return grouped
  for (const record of liveRecords(table, await rowsOf(db, table, ids))) {
    const group = grouped.get(record.customerId)
    if (group === undefined) grouped.set(record.customerId, [record])
    else group.push(record)
  }
  return grouped
}

function rowsOf(db: NotebookDatabase, table: CustomerTable, ids: readonly string[]): Promise<Row[]> {
  if (!isTimed(table)) return db.rows(table).where('customerId').anyOf(ids).toArray()
  const ranges = [...ids].sort().map((id) => [
    [id, Dexie.minKey],
    [id, Dexie.maxKey],
  ])
  return db
    .rows(table)
    .where(`[customerId+${TIME_KEYS[table]}]`)
    .inAnyRange(ranges as [unknown, unknown][])
    .toArray()
}

function isTimed(table: CustomerTable): table is keyof typeof TIME_KEYS {
  return Object.hasOwn(TIME_KEYS, table)
}

async function readPhotos(
  db: NotebookDatabase,
  interactions: ReadonlyMap<string, readonly RecordOf<'interactions'>[]>,
): Promise<ReadonlyMap<string, RecordOf<'attachments'>>> {
  const ids = [...interactions.values()].flat().flatMap(({ attachmentIds = [] }) => attachmentIds)
  const rows = await db.rows('attachments').bulkGet([...new Set(ids)])
  const found = liveRecords(
    'attachments',
    rows.flatMap((row) => row ?? []),
  )
  return new Map(found.map((attachment) => [attachment.id, attachment]))
}
