import type { Customer } from '#shared/records/customer'
import type { Interaction } from '#shared/records/interaction'
import type { Person } from '#shared/records/person'
import { generateSampleNotebook } from '#shared/sample/generateSampleNotebook'
import { createSearchIndex, type SearchDocument } from '#shared/search/searchIndex'
import { customerDocument } from '../../renderer/workers/customerDocument'
import { type FullText, openFullText } from './fullText'
import { percentile, type Ratio, ratioOf } from './statistics'
import { timedAtOnce } from './timed'

const ROUNDS = 5
const LIMIT = 50
/** Typed letter by letter, as a person does. */
const WORDS = [
  'bamboo',
  'nguyen',
  'cerámica',
  'مريم',
  '上海',
  '碗',
  'tableware gmbh',
  'anna',
  'lid 16',
  '0905',
]

/** p95 of a keystroke at ten times the customers, against looking through all texts, and against the index that SQLite has. */
export async function benchSearch(
  small: number,
  large: number,
  say: (line: string) => void,
): Promise<Ratio[]> {
  const documents = sampleDocuments(large)
  const texts = documents.map(({ fields }) =>
    fields
      .map((field) => field.text)
      .join(' ')
      .toLowerCase(),
  )
  const smallIndex = indexOf(documents.slice(0, small))
  const largeIndex = indexOf(documents)
  const keystrokes = WORDS.flatMap((word) => [...word].map((_, index) => word.slice(0, index + 1)))
  const p95 = (search: (query: string) => unknown) =>
    percentile(
      keystrokes.map((query) => timedAtOnce(() => search(query))),
      0.95,
    )
  const growth: { measured: number; control: number }[] = []
  const scan: { measured: number; control: number }[] = []
  const sqlite: { measured: number; control: number }[] = []
  const fullText = await openFullText(texts)
  sayFound(keystrokes, largeIndex, fullText, say)
  for (let round = 0; round < ROUNDS; round += 1) {
    const control = p95((query) => smallIndex.search(query, { limit: LIMIT }))
    const measured = p95((query) => largeIndex.search(query, { limit: LIMIT }))
    growth.push({ measured, control })
    scan.push({
      measured,
      control: p95((query) => texts.filter((text) => text.includes(query.toLowerCase()))),
    })
    sqlite.push({ measured, control: p95((query) => fullText.find(query, LIMIT)) })
  }
  fullText.close()
  return [
    ratioOf(`search p95, ${large} against ${small} customers`, growth),
    ratioOf(`search p95 at ${large} against a scan of all texts`, scan),
    ratioOf(`search p95 at ${large} against SQLite FTS5 in memory`, sqlite),
  ]
}

/** Two that are compared ought to find something: for how many of the keystrokes each finds anybody. */
function sayFound(
  keystrokes: readonly string[],
  index: ReturnType<typeof indexOf>,
  fullText: FullText,
  say: (line: string) => void,
): void {
  const ours = keystrokes.filter((query) => index.search(query, { limit: LIMIT }).ids.length > 0).length
  const theirs = keystrokes.filter((query) => fullText.find(query, LIMIT) > 0).length
  say(`of ${keystrokes.length} keystrokes ${ours} find somebody, with SQLite FTS5 ${theirs}`)
}

function indexOf(documents: readonly SearchDocument[]) {
  const index = createSearchIndex()
  for (const document of documents) index.put(document)
  index.search('warm up')
  return index
}

function sampleDocuments(customers: number): SearchDocument[] {
  const found: SearchDocument[] = []
  let customer: Customer | undefined
  let people: Person[] = []
  let interactions: Interaction[] = []
  const close = () => {
    if (customer !== undefined) found.push(customerDocument({ customer, people, facts: [], interactions }))
    people = []
    interactions = []
  }
  const sample = generateSampleNotebook({
    seed: 'search',
    customers,
    asOf: Date.UTC(2026, 10, 22),
    interactionsPerCustomer: 2,
    ordersPerCustomer: 0,
  })
  for (const { table, record } of sample) {
    if (table === 'customers') {
      close()
      customer = record
    } else if (table === 'people') people.push(record)
    else if (table === 'interactions') interactions.push(record)
  }
  close()
  return found
}
