import { loadCatalogue } from '#shared/i18n/catalogues'
import type { LanguageChoice } from '#shared/i18n/languages'
import { reportWords } from '#shared/reporting/words'
import { buildCustomerPage } from '#shared/takeAlong/buildCustomerPage'
import type { ZoneName } from '#shared/time/values'
import type { NotebookDatabase } from '../store/database'
import { liveRecords } from '../store/rows'
import { readLookups } from './exportLookups'
import { recordsByCustomer } from './recordsByCustomer'

/** Customers read at a time, with everything about them. */
const PAGE_CUSTOMERS = 250
/** A message between processes and a write to the disk are both happy with this much. */
const PIECE_CHARS = 2 * 1024 * 1024

/** Where to go on, and the language and clock that the pages speak with. */
export interface CustomerPagesRequest {
  /** The id of the last customer that was read; empty at the beginning. */
  readonly after: string
  readonly language: LanguageChoice
  readonly zone: ZoneName
}

/** Some customers as pages of text. */
export interface CustomerPagesAnswer {
  /** Each UTF-8 JSON of a list of pages. */
  readonly pieces: readonly Uint8Array[]
  /** Customers read, the deleted ones among them. */
  readonly read: number
  /** The `after` of the next request; null when all were read. */
  readonly next: string | null
}

/** The next customers as pages of text, in the order of their ids. */
export async function readCustomerPages(
  db: NotebookDatabase,
  { after, language, zone }: CustomerPagesRequest,
): Promise<CustomerPagesAnswer> {
  const rows = await db.rows('customers').where(':id').above(after).limit(PAGE_CUSTOMERS).toArray()
  const customers = liveRecords('customers', rows)
  const ids = customers.map(({ id }) => id)
  const { names, own } = await readLookups(db)
  await loadCatalogue(language)
  const context = { words: reportWords(language), zone, names, own }
  const people = await recordsByCustomer(db, 'people', ids)
  const facts = await recordsByCustomer(db, 'facts', ids)
  const consents = await recordsByCustomer(db, 'consents', ids)
  const promises = await recordsByCustomer(db, 'promises', ids)
  const interactions = await recordsByCustomer(db, 'interactions', ids)
  const quotes = await recordsByCustomer(db, 'quotes', ids)
  const orders = await recordsByCustomer(db, 'orders', ids)
  const samples = await recordsByCustomer(db, 'samples', ids)
  const stageMoves = await recordsByCustomer(db, 'stageMoves', ids)
  const attachments = await recordsByCustomer(db, 'attachments', ids)
  const pages = customers.map((customer) =>
    JSON.stringify(
      buildCustomerPage(
        {
          customer,
          people: people.get(customer.id) ?? [],
          facts: facts.get(customer.id) ?? [],
          consents: consents.get(customer.id) ?? [],
          promises: promises.get(customer.id) ?? [],
          interactions: interactions.get(customer.id) ?? [],
          quotes: quotes.get(customer.id) ?? [],
          orders: orders.get(customer.id) ?? [],
          samples: samples.get(customer.id) ?? [],
          stageMoves: stageMoves.get(customer.id) ?? [],
          attachments: attachments.get(customer.id) ?? [],
        },
        context,
      ),
    ),
  )
  const isLast = rows.length < PAGE_CUSTOMERS
  return { pieces: piecesOf(pages), read: rows.length, next: isLast ? null : (rows.at(-1)?.id ?? null) }
}

function piecesOf(pages: readonly string[]): Uint8Array[] {
  const pieces: Uint8Array[] = []
  let waiting: string[] = []
  let chars = 0
  const close = () => {
    if (waiting.length > 0) pieces.push(new TextEncoder().encode(`[${waiting.join(',')}]`))
    waiting = []
    chars = 0
  }
  for (const page of pages) {
    if (chars + page.length > PIECE_CHARS) close()
    waiting.push(page)
    chars += page.length
  }
  close()
  return pieces
}
