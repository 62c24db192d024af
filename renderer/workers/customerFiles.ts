import type { CustomerFile } from '#shared/exporting/customerFile'
import type { ExportChoice, HistoryTable } from '#shared/exporting/exportRequest'
import type { RecordOf } from '#shared/records/tables'
import type { NotebookDatabase } from '../store/database'
import { liveRecords } from '../store/rows'
import { type CustomerTable, recordsByCustomer } from './recordsByCustomer'

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
  const groups = async <T extends CustomerTable>(name: T) =>
    wanted.has(name) ? await recordsByCustomer(db, name, ids) : new Map<string, RecordOf<T>[]>()
  const grouped = {
    people: await groups('people'),
    consents: await groups('consents'),
    memberships: await groups('memberships'),
    interactions: await groups('interactions'),
    promises: await groups('promises'),
    quotes: await groups('quotes'),
    orders: await groups('orders'),
    enrolments: await groups('enrolments'),
    touches: await groups('touches'),
    appointments: await groups('appointments'),
  }
  const photos = choice.photos && table === 'main' ? await readPhotos(db, grouped.interactions) : new Map()
  return liveRecords('customers', rows).map((customer) => {
    const interactions = grouped.interactions.get(customer.id) ?? []
    return {
      customer,
      people: grouped.people.get(customer.id) ?? [],
      consents: grouped.consents.get(customer.id) ?? [],
      memberships: grouped.memberships.get(customer.id) ?? [],
      interactions,
      promises: grouped.promises.get(customer.id) ?? [],
      quotes: grouped.quotes.get(customer.id) ?? [],
      orders: grouped.orders.get(customer.id) ?? [],
      enrolments: grouped.enrolments.get(customer.id) ?? [],
      touches: grouped.touches.get(customer.id) ?? [],
      appointments: grouped.appointments.get(customer.id) ?? [],
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
      return new Set(['people', 'promises', 'quotes', 'enrolments', 'touches', 'appointments'])
    case 'mailing':
      return new Set([
        'people',
        'consents',
        ...(choice.carrierId === undefined ? [] : (['memberships'] as const)),
      ])
    case 'audience':
      return new Set(['people', 'consents'])
  }
}

function historyTable(table: HistoryTable | 'main'): CustomerTable[] {
  return table === 'main' || table === 'lines' ? [] : [table]
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
