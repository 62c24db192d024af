import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type FoldContext, foldContext } from '#shared/measures/facts/foldContext'
import { foldCustomer } from '#shared/measures/facts/foldCustomer'
import { foldNotebook, type NotebookTables } from '#shared/measures/facts/foldNotebook'
import { ownDays } from '#shared/measures/facts/ownDay'
import { rateTable } from '#shared/money/rates'
import type { RecordOf, TableName } from '#shared/records/tables'
import { generateSampleNotebook } from '#shared/sample/generateSampleNotebook'
import { type Ratio, ratioOf } from './statistics'
import { timedAtOnce } from './timed'

/** Of all customers; a round takes most of a minute. */
const ROUNDS = 3
/** Of one customer. */
const STEP_ROUNDS = 5
/** One step folds so little that it is measured many times over. */
const STEPS = 1000
/** Customers that are folded at a time. */
const BLOCK = 1000
/** Our own tables, which say in what light customers' records are seen. */
const HOUSE = ['settings', 'rates', 'touchpoints', 'carriers', 'products'] as const
const OWNED = [
  'interactions',
  'stageMoves',
  'quotes',
  'orders',
  'payments',
  'samples',
  'memberships',
  'consents',
  'engagements',
  'hours',
] as const

/** Records as text, by table. */
type NotebookRows = Map<TableName, string[]>

/**
 * Folding every customer into facts against reading the same rows from text, which is what any store comes down to at
 * least; and folding one customer again, as a change-set makes it necessary, against reading one customer's rows. A
 * block of customers at a time, as the product does it, so that a million interactions need no more memory than their
 * facts; relations between blocks are left out. What the facts of all take in memory is said on the way.
 */
export function benchAggregates(customers: number, say: (line: string) => void): readonly Ratio[] {
  const sample = generateSampleNotebook({ seed: 'aggregates', customers, asOf: Date.UTC(2026, 10, 22) })
  const rounds = Array.from({ length: ROUNDS }, () => ({ measured: 0, control: 0 }))
  const house: NotebookRows = new Map()
  let block: NotebookRows = new Map()
  let context: FoldContext | undefined
  let first: NotebookRows | undefined
  let folded = 0
  let records = 0
  const kept: unknown[] = []
  const heapBefore = heapBytes()
  const fold = () => {
    const own = context ?? contextOf(house)
    context = own
    first ??= rowsOfFirst(block)
    const rows = block
    let facts: unknown[] = []
    for (const round of rounds) {
      let tables = tablesOf(new Map())
      round.control += timedAtOnce(() => {
        tables = tablesOf(rows)
      })
      round.measured += timedAtOnce(() => {
        facts = foldNotebook(tables, own)
      })
    }
    folded += facts.length
    kept.push(facts)
    block = new Map()
  }
  for (const { table, record } of sample) {
    const isHouse = (HOUSE as readonly string[]).includes(table)
    if (table === 'customers' && (block.get('customers')?.length ?? 0) === BLOCK) fold()
    add(isHouse ? house : block, table, JSON.stringify(record))
    records += 1
  }
  fold()
  const megabytes = (heapBytes() - heapBefore) / 1024 / 1024
  say(
    `${folded} customers folded from ${records} records; their facts take ${megabytes.toFixed(0)} MB, ` +
      `${((megabytes * 1024 * 1024) / folded).toFixed(0)} bytes a customer`,
  )
  const step = context === undefined || first === undefined ? [] : oneCustomer(first, context)
  return [ratioOf(`facts of ${folded} customers against reading their rows`, rounds), ...step]
}

/** The rows of the first customer alone. */
function rowsOfFirst(rows: NotebookRows): NotebookRows {
  const [text = '{}'] = rows.get('customers') ?? []
  const { id } = JSON.parse(text) as { id?: string }
  const own = OWNED.map((table) => {
    const texts = (rows.get(table) ?? []).filter(
      (row) => (JSON.parse(row) as { customerId?: string }).customerId === id,
    )
    return [table, texts] as const
  })
  return new Map<TableName, string[]>([['customers', [text]], ...own])
}

/** One customer folded again against reading its rows. */
function oneCustomer(rows: NotebookRows, context: FoldContext): Ratio[] {
  const { customers, ...book } = tablesOf(rows)
  const [customer] = customers
  if (customer === undefined) return []
  const texts = OWNED.flatMap((table) => rows.get(table) ?? [])
  const dayOf = ownDays(context.zone)
  const pairs = Array.from({ length: STEP_ROUNDS }, () => ({
    control: timedAtOnce(() => repeat(() => texts.map((text) => JSON.parse(text) as object))),
    measured: timedAtOnce(() => repeat(() => foldCustomer({ ...book, customer }, context, dayOf))),
  }))
  return [ratioOf(`facts of one customer against reading its ${texts.length} rows`, pairs)]
}

function tablesOf(rows: NotebookRows): NotebookTables {
  return {
    customers: read(rows, 'customers'),
    relations: read(rows, 'relations'),
    ...Object.fromEntries(OWNED.map((table) => [table, read(rows, table)])),
  }
}

function contextOf(rows: NotebookRows): FoldContext {
  const [settings] = read(rows, 'settings')
  return foldContext({
    base: settings?.baseCurrency ?? 'USD',
    zone: 'Asia/Shanghai',
    rates: rateTable(read(rows, 'rates')),
    touchpoints: read(rows, 'touchpoints'),
    carriers: read(rows, 'carriers'),
    products: read(rows, 'products'),
  })
}

function read<T extends TableName>(rows: NotebookRows, table: T): RecordOf<T>[] {
  return (rows.get(table) ?? []).map((row) => JSON.parse(row) as RecordOf<T>)
}

function add(rows: NotebookRows, table: TableName, text: string): void {
  const list = rows.get(table)
  if (list === undefined) rows.set(table, [text])
  else list.push(text)
}

/** What is in use after everything else was thrown away. */
function heapBytes(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  return process.memoryUsage().heapUsed
}

function repeat(run: () => unknown): void {
  for (let count = 0; count < STEPS; count += 1) run()
}
