import { FACTS_VERSION } from '#shared/measures/facts/factsVersion'
import type { CurrencyCode } from '#shared/money/values'
import type { Customer } from '#shared/records/customer'
import type { ZoneName } from '#shared/time/values'
import type { NotebookDatabase } from '../store/database'
import type { FoldedUnder } from './factShelves'
import type { FoldedCustomer } from './foldedCustomer'
import { readKeptParts, writeKeptParts } from './keptParts'

const FACTS = { name: 'facts', version: FACTS_VERSION }
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

/**
 * The facts as they were kept and a way to read them part by part; undefined where none were, where they were folded by
 * another rule, or know more than the index does. Reading throws where a part is missing or spoilt.
 */
export async function readKeptFacts(
  db: NotebookDatabase,
): Promise<{ readonly kept: KeptFacts; parts(): AsyncIterable<readonly FoldedCustomer[]> } | undefined> {
  const found = await readKeptParts<KeptFacts, WrittenCustomer>(db, FACTS)
  if (found === undefined) return undefined
  const { told, parts } = found
  async function* customers() {
    for await (const some of parts()) yield some.map(read)
  }
  return { kept: told, parts: customers }
}

/** Keeps the facts of customers in the place of those before. */
export async function writeKeptFacts(
  db: NotebookDatabase,
  facts: Omit<KeptFacts, 'customers'>,
  customers: readonly FoldedCustomer[],
  pause: () => Promise<void>,
  perPart = PART_CUSTOMERS,
): Promise<void> {
  const { seq, ...told } = { ...facts, customers: customers.length }
  // Put into their form part by part: all of them at once would be in memory twice.
  await writeKeptParts(db, FACTS, { told, seq, items: customers, formOf: written, perPart, pause })
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
