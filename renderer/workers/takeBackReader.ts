import { CUSTOMER_FIELDS, type PageRecord } from '#shared/merging/references'
import type { TableName } from '#shared/records/tables'
import { parseLine } from '#shared/snapshot/lines'
import { customersOf, type Difference, differenceOf } from '#shared/snapshot/takeBack'
import type { NotebookDatabase } from '../store/database'
import type { DifferingCustomer, TableDifference, TakeBackAnswer, TakeBackCalls } from './takeBackProtocol'

/** Records looked up in one go. */
const CHUNK_RECORDS = 500

/** The window spoke of a reading that has ended. */
class BadReadingError extends Error {
  override readonly name = 'BadReadingError'
}

/** The worker's side of taking customers back. */
export function createTakeBackCalls(opened: () => NotebookDatabase): TakeBackCalls {
  let reading: { readonly number: number; readonly reader: TakeBackReader } | undefined
  let lastNumber = 0
  const current = (number: number): TakeBackReader => {
    if (reading?.number !== number) throw new BadReadingError('reading')
    return reading.reader
  }
  return {
    async takeBackBegin(only) {
      lastNumber += 1
      reading = { number: lastNumber, reader: new TakeBackReader(opened(), only) }
      return lastNumber
    },
    async takeBackPage(number, lines) {
      await current(number).addPage(lines)
      return null
    },
    async takeBackEnd(number) {
      const answer = current(number).finish()
      reading = undefined
      return answer
    },
  }
}

/** One record that differs: whose it is, and how. */
interface Found {
  readonly table: TableName
  readonly owners: readonly string[]
  readonly difference: Difference
}

/**
 * Holds a backup's records against the index. A later line of a record takes the place of an earlier one, as everywhere
 * in snapshots. What is kept of a record that is only looked at is its id.
 */
class TakeBackReader {
  private readonly only: ReadonlySet<string> | undefined
  private readonly names = new Map<string, string>()
  private readonly found = new Map<string, Found>()
  private readonly merged = new Set<string>()
  private readonly picked = new Map<string, PageRecord>()

  constructor(
    private readonly db: NotebookDatabase,
    only: readonly string[] | null,
  ) {
    this.only = only === null ? undefined : new Set(only)
  }

  async addPage(lines: Uint8Array): Promise<void> {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(lines)
    let chunk: PageRecord[] = []
    for (const each of text.split('\n')) {
      const line = each === '' ? undefined : parseLine(each)
      if (line?.kind !== 'record') continue
      if (line.table !== 'customers' && CUSTOMER_FIELDS[line.table] === undefined) continue
      chunk.push({ table: line.table, record: line.record })
      if (chunk.length < CHUNK_RECORDS) continue
      await this.take(chunk)
      chunk = []
    }
    await this.take(chunk)
  }

  finish(): TakeBackAnswer {
    return { customers: this.differing(), records: [...this.picked.values()] }
  }

  private async take(chunk: readonly PageRecord[]): Promise<void> {
    for (const page of chunk) this.forget(page)
    const live = chunk.filter(({ record }) => record.deletedAt === undefined)
    if (this.only === undefined) await this.compare(live)
    else this.pick(live, this.only)
  }

  private forget({ table, record }: PageRecord): void {
    const key = `${table}/${record.id}`
    this.found.delete(key)
    this.picked.delete(key)
    if (table === 'customers') this.names.delete(record.id)
  }

  private pick(live: readonly PageRecord[], only: ReadonlySet<string>): void {
    for (const page of live) {
      if (customersOf(page).some((id) => only.has(id)))
        this.picked.set(`${page.table}/${page.record.id}`, page)
    }
  }

  private async compare(live: readonly PageRecord[]): Promise<void> {
    for (const [table, pages] of byTable(live)) {
      const rows = await this.db.rows(table).bulkGet(pages.map(({ record }) => record.id))
      for (const [index, { record }] of pages.entries()) {
        const row = rows[index]
        const now = row?.body
        if (table === 'customers') this.names.set(record.id, String(record.name ?? ''))
        if (table === 'customers' && now?.mergedIntoId !== undefined) this.merged.add(record.id)
        const difference = differenceOf(record, now)
        if (difference === undefined) continue
        this.found.set(`${table}/${record.id}`, {
          table,
          owners: customersOf({ table, record }),
          difference,
        })
      }
    }
  }

  private differing(): DifferingCustomer[] {
    const counts = new Map<string, Map<TableName, { missing: number; changed: number }>>()
    for (const { table, owners, difference } of this.found.values()) {
      for (const owner of owners) {
        const tables = counts.get(owner) ?? new Map()
        counts.set(owner, tables)
        const count = tables.get(table) ?? { missing: 0, changed: 0 }
        tables.set(table, count)
        count[difference] += 1
      }
    }
    return [...counts]
      .flatMap(([id, tables]) => {
        const name = this.names.get(id)
        // Records of a customer that the backup itself no longer has on a page of its own.
        if (name === undefined) return []
        const differences = [...tables].map(([table, count]): TableDifference => ({ table, ...count }))
        return [{ id, name, tables: differences, isMerged: this.merged.has(id) }]
      })
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  }
}

function byTable(pages: readonly PageRecord[]): Map<TableName, PageRecord[]> {
  const groups = new Map<TableName, PageRecord[]>()
  for (const page of pages) {
    const group = groups.get(page.table)
    if (group === undefined) groups.set(page.table, [page])
    else group.push(page)
  }
  return groups
}
