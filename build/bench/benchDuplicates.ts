import { DuplicateIndex } from '#shared/duplicates/duplicateIndex'
import { profileOf } from '#shared/duplicates/profile'
import type { Customer } from '#shared/records/customer'
import type { Person } from '#shared/records/person'
import { generateSampleNotebook } from '#shared/sample/generateSampleNotebook'
import { loadPinyin } from '../../renderer/workers/pinyinSpelling'
import { type Ratio, ratioOf } from './statistics'
import { timedAtOnce } from './timed'

const ROUNDS = 5
/** Of so many customers one is written down a second time, under a name that differs. */
const DOUBLED_EVERY = 50

interface PageText {
  readonly customer: string
  readonly people: readonly string[]
}

/**
 * Scanning the whole notebook for duplicates against reading the same rows: both begin with the records as text, which
 * is what reading them out of any store comes down to at least. The second ratio says how the scan grows.
 */
export async function benchDuplicates(
  customers: number,
  say: (line: string) => void,
): Promise<readonly Ratio[]> {
  const spell = await loadPinyin()
  const pages = samplePages(customers)
  const tenth = pages.slice(0, Math.floor(pages.length / 10))
  const read = (all: readonly PageText[]) =>
    all.map(({ customer, people }) => ({
      customer: JSON.parse(customer) as Customer,
      people: people.map((person) => JSON.parse(person) as Person),
    }))
  const scan = (all: readonly PageText[]) => {
    const index = new DuplicateIndex()
    for (const { customer, people } of read(all)) index.put(profileOf(customer, people, spell))
    while (index.compare(200) > 0);
    return index.found().length
  }
  say(`${pages.length} pages: ${scan(pages)} pairs found`)
  const againstReading: { measured: number; control: number }[] = []
  const growth: { measured: number; control: number }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const control = timedAtOnce(() => read(pages))
    const small = timedAtOnce(() => scan(tenth))
    const measured = timedAtOnce(() => scan(pages))
    againstReading.push({ measured, control })
    growth.push({ measured, control: small })
  }
  return [
    ratioOf(`duplicate scan of ${pages.length} pages against reading them`, againstReading),
    ratioOf(`duplicate scan of ${pages.length} against ${tenth.length} pages`, growth),
  ]
}

function samplePages(customers: number): PageText[] {
  const pages: { customer: Customer; people: Person[] }[] = []
  const sample = generateSampleNotebook({
    seed: 'duplicates',
    customers,
    asOf: Date.UTC(2026, 10, 22),
    interactionsPerCustomer: 1,
    ordersPerCustomer: 0,
  })
  for (const { table, record } of sample) {
    if (table === 'customers') pages.push({ customer: record, people: [] })
    else if (table === 'people') pages.at(-1)?.people.push(record)
  }
  const doubles = pages
    .filter((_, at) => at % DOUBLED_EVERY === 0)
    .map(({ customer, people }) => ({
      customer: { ...customer, id: doubledId(customer.id), name: `${customer.name} Ltd` },
      people: people.map((person) => ({ ...person, customerId: doubledId(customer.id) })),
    }))
  return [...pages, ...doubles].map(({ customer, people }) => ({
    customer: JSON.stringify(customer),
    people: people.map((person) => JSON.stringify(person)),
  }))
}

function doubledId(id: string): string {
  return `f${id.slice(1)}`
}
