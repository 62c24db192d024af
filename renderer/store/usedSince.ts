import type { LooseRecord } from '#shared/changes/changeSet'
import type { TableName } from '#shared/records/tables'
import type { NotebookDatabase } from './database'

const PAGE_ROWS = 40
/** Ids of records are UUIDs; whatever else looks like one points nowhere and does no harm. */
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * What later work stands on: the records that were written after a change-set, and those that they name. A page on
 * which somebody has worked since is in it, and so is the fair that the page came from.
 */
export class UsedSince {
  private readonly ids = new Set<string>()

  /** Reads the log from behind `seq` to its end. Records that are gone again use nothing. */
  static async after(db: NotebookDatabase, seq: number): Promise<UsedSince> {
    const used = new UsedSince()
    for (let from = seq + 1; ; ) {
      const rows = await db.changeLog.where('seq').aboveOrEqual(from).limit(PAGE_ROWS).sortBy('seq')
      const ids = new Map<TableName, Set<string>>()
      for (const { table, id } of rows.flatMap(({ changes }) => changes))
        ids.set(table, (ids.get(table) ?? new Set()).add(id))
      for (const [table, each] of ids) {
        for (const found of await db.rows(table).bulkGet([...each]))
          if (found !== undefined && found.body.deletedAt === undefined) used.note(found.body)
      }
      const last = rows.at(-1)
      if (last === undefined) return used
      from = last.seq + 1
    }
  }

  /** Whether a record must stay; one that stays keeps what it names. */
  has(record: LooseRecord): boolean {
    const { id, customerId } = record
    const isUsed = this.hasId(id) || this.hasId(customerId)
    if (isUsed) this.note(record)
    return isUsed
  }

  private hasId(id: unknown): boolean {
    return typeof id === 'string' && this.ids.has(id)
  }

  private note(value: unknown): void {
    if (typeof value === 'string') {
      if (ID.test(value)) this.ids.add(value)
    } else if (Array.isArray(value)) for (const each of value) this.note(each)
    else if (typeof value === 'object' && value !== null)
      for (const each of Object.values(value)) this.note(each)
  }
}
