import { toLoggedChange } from '#shared/changes/changeLog'
import type { Change, LooseRecord } from '#shared/changes/changeSet'
import { parseChange } from '#shared/changes/changeSet'
import { invertChanges } from '#shared/changes/invert'
import { pairKey } from '#shared/duplicates/duplicatePair'
import type { FormatId } from '#shared/importing/formats'
import { IdentityIndex } from '#shared/importing/identityIndex'
import { ImportPlan, type PlannedRow } from '#shared/importing/importPlan'
import type { ImportRecord } from '#shared/importing/importRecord'
import type { OverwriteRules } from '#shared/importing/overwriteRules'
import { PlanFigures } from '#shared/importing/planFigures'
import { PlanNotice } from '#shared/importing/planNotice'
import { KnownOrders } from '#shared/importing/planOrders'
import { KnownPayments } from '#shared/importing/planPayments'
import { type ChosenPlace, PlanSources } from '#shared/importing/planSources'
import type { DuplicateRule } from '#shared/importing/resolveRow'
import { type RecordOf, TABLE_NAMES, type TableName } from '#shared/records/tables'

/** All records of a small notebook, by table and id. */
export class PlainNotebook {
  private readonly tables = new Map<TableName, Map<string, unknown>>()

  all<T extends TableName>(table: T): RecordOf<T>[] {
    const records = [...(this.tables.get(table)?.values() ?? [])] as RecordOf<T>[]
    return records.filter((record) => record.deletedAt === undefined)
  }

  /** A record as it is now, tombstones included. */
  current(table: TableName, id: string): LooseRecord | undefined {
    return this.tables.get(table)?.get(id) as LooseRecord | undefined
  }

  /** All that lives, without what only counts changes: what two notebooks are compared by. */
  canonical(): unknown {
    return TABLE_NAMES.flatMap((table) =>
      this.all(table)
        .map(({ rev: _rev, ...record }) => ({ table, ...record }))
        .sort((a, b) => a.id.localeCompare(b.id)),
    )
  }

  /** Takes a change-set back as undo does. */
  takeBack(changes: readonly Change[]): void {
    const logged = changes.map(toLoggedChange)
    const { changes: back, kept } = invertChanges(
      logged,
      (table, id) => this.current(table, id),
      1_900_000_000_000,
    )
    if (kept.length > 0) throw new Error(`kept ${kept.length}`)
    this.apply(back)
  }

  /** Puts what was taken back there again. */
  takeForth(changes: readonly Change[]): void {
    for (const { table, id, after } of changes) this.tables.get(table)?.set(id, after)
  }

  /** Takes changes in; each must be one that the journal would take. */
  apply(changes: readonly Change[]): void {
    for (const change of changes) {
      const parsed = parseChange(change)
      if (!parsed.ok) throw new Error(`${change.table}: ${JSON.stringify(parsed.error)}`)
      const table = this.tables.get(change.table) ?? new Map<string, unknown>()
      if (change.before === undefined && table.has(change.id)) throw new Error('created twice')
      if (change.before !== undefined && !table.has(change.id)) throw new Error('changed before it was made')
      table.set(change.id, change.after)
      this.tables.set(change.table, table)
    }
  }

  /** Number of live records of every table that has any. */
  counts(): Record<string, number> {
    return Object.fromEntries(
      TABLE_NAMES.map((table) => [table, this.all(table).length] as const).filter(([, count]) => count > 0),
    )
  }
}

let ids = 0

/** Plans a file against a notebook, page by page as the product does. */
export function planFile(
  notebook: PlainNotebook,
  records: readonly ImportRecord[],
  options: {
    format?: FormatId
    duplicates?: DuplicateRule
    fileName?: string
    at?: number
    pageRows?: number
    chosen?: ChosenPlace
    rules?: OverwriteRules
  } = {},
): { rows: PlannedRow[]; changes: Change[] } {
  const told = notebook.all('distinctions').map(({ aId, bId }) => pairKey(aId, bId))
  const index = new IdentityIndex(new Set(told))
  const people = notebook.all('people')
  for (const customer of notebook.all('customers')) {
    index.addKnown(
      customer,
      people.filter((person) => person.customerId === customer.id),
    )
  }
  const plan = new ImportPlan(index, {
    format: options.format ?? 'table',
    duplicates: options.duplicates ?? 'hold',
    overwrite: options.rules && { rules: options.rules, zone: 'Asia/Shanghai' },
  })
  const pageRows = options.pageRows ?? 7
  const pages: ImportRecord[][] = []
  for (let from = 0; from < records.length; from += pageRows) pages.push(records.slice(from, from + pageRows))
  for (const page of pages) plan.resolve(page)
  plan.seal()
  const making = {
    at: options.at ?? 1_790_000_000_000,
    zone: 'Asia/Shanghai',
    fileName: options.fileName ?? 'people.csv',
    chosen: options.chosen,
    newId: () => `0190b6f2-7b1c-7c33-8f5e-${(++ids).toString(16).padStart(12, '0')}`,
  }
  const sources = new PlanSources(
    {
      touchpoints: notebook.all('touchpoints'),
      channels: notebook.all('channels'),
      products: notebook.all('products'),
    },
    making,
  )
  const figures = new PlanFigures(
    { costs: notebook.all('costs'), traffic: notebook.all('traffic') },
    options.duplicates ?? 'hold',
  )
  const orders = new KnownOrders(notebook.all('orders'), notebook.all('quotes'))
  const payments = new KnownPayments(notebook.all('payments'))
  const notice = new PlanNotice({
    engagements: notebook.all('engagements'),
    memberships: notebook.all('memberships'),
    carriers: notebook.all('carriers'),
  })
  plan.begin()
  const rows: PlannedRow[] = []
  const changes: Change[] = []
  for (const page of pages) {
    const wanted = plan.wanted(page.length)
    const planned = plan.plan(page, knownRows(notebook, wanted.customerIds, wanted.personIds), {
      making,
      sources,
      figures,
      orders,
      payments,
      notice,
    })
    rows.push(...planned.rows)
    changes.push(...planned.changes)
  }
  return { rows, changes }
}

/** How often each outcome occurs. */
export function tally(rows: readonly PlannedRow[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { outcome } of rows) counts[outcome] = (counts[outcome] ?? 0) + 1
  return counts
}

/** Only what was asked for is given, so that a plan which asks for too little fails. */
function knownRows(notebook: PlainNotebook, customerIds: readonly string[], personIds: readonly string[]) {
  const customers = new Set(customerIds)
  const persons = new Set(personIds)
  const sourceKeys = new Map<string, string[]>()
  for (const { customerId, sourceKey } of notebook.all('interactions')) {
    if (customers.has(customerId) && sourceKey !== undefined)
      sourceKeys.set(customerId, [...(sourceKeys.get(customerId) ?? []), sourceKey])
  }
  const consents = notebook.all('consents').filter((consent) => customers.has(consent.customerId))
  return {
    customers: new Map(
      notebook
        .all('customers')
        .filter(({ id }) => customers.has(id))
        .map((one) => [one.id, one]),
    ),
    people: new Map(
      notebook
        .all('people')
        .filter(({ id }) => persons.has(id))
        .map((one) => [one.id, one]),
    ),
    sourceKeys,
    consents: new Map(customerIds.map((id) => [id, consents.filter((consent) => consent.customerId === id)])),
  }
}
