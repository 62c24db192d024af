import type { LooseRecord } from '#shared/changes/changeSet'
import { type Inversion, invertChanges } from '#shared/changes/invert'
import type { TableName } from '#shared/records/tables'
import type { LogRow, NotebookDatabase } from './database'
import type { UsedSince } from './usedSince'

/**
 * Inverts the rows of one logged change-set, the last one first. What a row took back is remembered for the rows
 * before it where they may speak of the same record; a create is the first word about its record and needs no memory.
 */
export class RowInverter {
  private readonly pending = new Map<string, LooseRecord>()

  /** `used`: created records that later work stands on are kept. */
  constructor(
    private readonly db: NotebookDatabase,
    private readonly used?: UsedSince | undefined,
  ) {}

  /** The changes that take one row back, given the records as they are now. */
  async invert(row: LogRow, at: number): Promise<Inversion> {
    const current = await this.currentRecords(row)
    const standing = (table: TableName, id: string) =>
      this.pending.get(`${table}/${id}`) ?? current.get(`${table}/${id}`)
    const inversion = invertChanges(row.changes, standing, at, ({ table, id }) => {
      const record = standing(table, id)
      return record !== undefined && this.used?.has(record) === true
    })
    const edits = new Set(
      row.changes.filter(({ before }) => before !== undefined).map(({ table, id }) => `${table}/${id}`),
    )
    for (const { table, id, after } of inversion.changes) {
      if (edits.has(`${table}/${id}`)) this.pending.set(`${table}/${id}`, after)
    }
    return inversion
  }

  private async currentRecords(row: LogRow): Promise<Map<string, LooseRecord>> {
    const current = new Map<string, LooseRecord>()
    for (const table of new Set(row.changes.map((change) => change.table))) {
      const ids = new Set(row.changes.filter((change) => change.table === table).map((change) => change.id))
      for (const found of await this.db.rows(table).bulkGet([...ids])) {
        if (found !== undefined) current.set(`${table}/${found.id}`, found.body)
      }
    }
    return current
  }
}
