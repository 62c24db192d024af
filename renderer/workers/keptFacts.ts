import { FACTS_VERSION } from '#shared/measures/facts/factsVersion'
import type { CurrencyCode } from '#shared/money/values'
import type { Customer } from '#shared/records/customer'
import type { ZoneName } from '#shared/time/values'
import type { FactsRow, NotebookDatabase } from '../store/database'
import type { FoldedUnder } from './factShelves'
import type { FoldedCustomer } from './foldedCustomer'
import { hex } from './hex'

/** The key of the head; those of parts begin with it, so that all of them lie behind it. */
const HEAD = 'facts'
/** Customers of one part: no answer waits long while they are put into bytes or taken out of them. */
const PART_CUSTOMERS = 250

/** The tombstone of a page that was merged into another. */
export type MergedPage = Pick<Customer, 'id' | 'deletedAt' | 'mergedIntoId'>

/** What is known of facts that were kept, beside the facts. */
export interface KeptFacts {
  /** Everything up to this entry of the journal is in them. */
  readonly seq: number
  readonly currency: CurrencyCode
  readonly zone: ZoneName
  readonly under: FoldedUnder
  readonly merged: readonly MergedPage[]
  readonly customers: number
}

interface Head extends KeptFacts {
  readonly version: number
  /** Which of the two sets of parts is the one of this head: the other is written while this one is believed. */
  readonly set: 'a' | 'b'
  readonly parts: number
}

/**
 * The facts as they were kept and a way to read them part by part; undefined where none were, where they were folded by
 * another rule, or know more than the index does. Reading throws where a part is missing or spoilt.
 */
export async function readKeptFacts(
  db: NotebookDatabase,
): Promise<{ readonly kept: KeptFacts; parts(): AsyncIterable<readonly FoldedCustomer[]> } | undefined> {
  const head = await readHead(db)
  const lastSeq = (await db.meta.get('index'))?.lastSeq ?? 0
  if (head === undefined || head.version !== FACTS_VERSION || head.seq > lastSeq) return undefined
  return { kept: head, parts: () => readParts(db, head) }
}

/**
 * Keeps facts in the place of those before, which are believed until all of these are written. What is followed
 * meanwhile stands in entries behind `seq`, whatever a part of it is in already.
 */
export async function writeKeptFacts(
  db: NotebookDatabase,
  facts: Omit<KeptFacts, 'customers'>,
  customers: readonly FoldedCustomer[],
  pause: () => Promise<void>,
  partCustomers = PART_CUSTOMERS,
): Promise<void> {
  const before = await readHead(db).catch(() => undefined)
  const set = before?.set === 'a' ? 'b' : 'a'
  const parts = Math.ceil(customers.length / partCustomers)
  await partsOf(db, set).delete()
  for (let part = 0; part < parts; part += 1) {
    const some = customers.slice(part * partCustomers, (part + 1) * partCustomers)
    await db.keptFacts.put(await rowOf(partKey(set, part), facts.seq, some.map(written)))
    await pause()
  }
  const head: Head = { ...facts, customers: customers.length, version: FACTS_VERSION, set, parts }
  const row = await rowOf(HEAD, facts.seq, head)
  await db.transaction('rw', db.keptFacts, async () => {
    await db.keptFacts.put(row)
    await partsOf(db, set === 'a' ? 'b' : 'a').delete()
  })
}

async function readHead(db: NotebookDatabase): Promise<Head | undefined> {
  const row = await db.keptFacts.get(HEAD)
  return row === undefined ? undefined : ((await contentOf(row)) as Head)
}

async function* readParts(db: NotebookDatabase, head: Head): AsyncGenerator<readonly FoldedCustomer[]> {
  for (let part = 0; part < head.parts; part += 1) {
    const row = await db.keptFacts.get(partKey(head.set, part))
    if (row?.seq !== head.seq) throw new Error('kept facts are not whole')
    yield ((await contentOf(row)) as WrittenCustomer[]).map(read)
  }
}

/** Traces are arrays of floats, which JSON has no form for. */
type WrittenCustomer = Omit<FoldedCustomer, 'warmth'> & {
  readonly warmth: { readonly at: readonly number[]; readonly weight: readonly number[] }
}

function written(customer: FoldedCustomer): WrittenCustomer {
  const { at, weight } = customer.warmth
  return { ...customer, warmth: { at: [...at], weight: [...weight] } }
}

function read(customer: WrittenCustomer): FoldedCustomer {
  const { at, weight } = customer.warmth
  return { ...customer, warmth: { at: Float64Array.from(at), weight: Float64Array.from(weight) } }
}

async function rowOf(key: string, seq: number, content: unknown): Promise<FactsRow> {
  const bytes = new TextEncoder().encode(JSON.stringify(content))
  return { key, seq, sum: await sumOf(bytes), bytes }
}

async function contentOf({ bytes, sum }: FactsRow): Promise<unknown> {
  if ((await sumOf(bytes)) !== sum) throw new Error('kept facts are spoilt')
  return JSON.parse(new TextDecoder().decode(bytes))
}

async function sumOf(bytes: Uint8Array): Promise<string> {
  return hex(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))
}

function partsOf(db: NotebookDatabase, set: Head['set']) {
  return db.keptFacts.where(':id').startsWith(`${HEAD}/${set}/`)
}

function partKey(set: Head['set'], part: number): string {
  return `${HEAD}/${set}/${String(part).padStart(6, '0')}`
}
