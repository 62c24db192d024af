import { foldContext } from '#shared/measures/facts/foldContext'
import { foldCustomer } from '#shared/measures/facts/foldCustomer'
import { foldNotebook, type NotebookTables } from '#shared/measures/facts/foldNotebook'
import { ownDays } from '#shared/measures/facts/ownDay'
import { rateTable } from '#shared/money/rates'
import type { RecordOf, TableName } from '#shared/records/tables'
import { generateSampleNotebook } from '#shared/sample/generateSampleNotebook'
import { type Ratio, ratioOf } from './statistics'

const ROUNDS = 5
/** One step folds so little that it is measured many times over. */
const STEPS = 1000
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

/**
 * Folding every customer into facts against reading the same rows from text, which is what any store comes down to at
 * least; and folding one customer again, as a change-set makes it necessary, against reading one customer's rows.
 */
export function benchAggregates(customers: number, say: (line: string) => void): readonly Ratio[] {
  const rows = new Map<TableName, string[]>()
  const sample = { seed: 'aggregates', customers, asOf: Date.UTC(2026, 10, 22) }
  for (const { table, record } of generateSampleNotebook(sample)) {
    const list = rows.get(table)
    if (list === undefined) rows.set(table, [JSON.stringify(record)])
    else list.push(JSON.stringify(record))
  }
  const read = <T extends TableName>(table: T) =>
    (rows.get(table) ?? []).map((row) => JSON.parse(row) as RecordOf<T>)
  const readAll = (): NotebookTables => ({
    customers: read('customers'),
    relations: read('relations'),
    ...Object.fromEntries(OWNED.map((table) => [table, read(table)])),
  })
  const [settings] = read('settings')
  const context = foldContext({
    base: settings?.baseCurrency ?? 'USD',
    zone: 'Asia/Shanghai',
    rates: rateTable(read('rates')),
    touchpoints: read('touchpoints'),
    carriers: read('carriers'),
    products: read('products'),
  })
  const tables = readAll()
  say(`${tables.customers.length} customers: ${foldNotebook(tables, context).length} folded`)
  const [one] = tables.customers
  if (one === undefined) return []
  const own = OWNED.map((table) => {
    const records = (tables[table] ?? []) as readonly { readonly customerId?: string | undefined }[]
    return [table, records.filter((record) => record.customerId === one.id)] as const
  })
  const texts = own.flatMap(([, records]) => records.map((record) => JSON.stringify(record)))
  const book = { ...Object.fromEntries(own), customer: one }
  const dayOf = ownDays(context.zone)
  const whole: { measured: number; control: number }[] = []
  const step: { measured: number; control: number }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    whole.push({ control: timed(readAll), measured: timed(() => foldNotebook(tables, context)) })
    step.push({
      control: timed(() => repeat(() => texts.map((text) => JSON.parse(text) as object))),
      measured: timed(() => repeat(() => foldCustomer(book, context, dayOf))),
    })
  }
  return [
    ratioOf(`facts of ${customers} customers against reading their rows`, whole),
    ratioOf(`facts of one customer against reading its ${texts.length} rows`, step),
  ]
}

function repeat(run: () => unknown): void {
  for (let count = 0; count < STEPS; count += 1) run()
}

function timed(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}
