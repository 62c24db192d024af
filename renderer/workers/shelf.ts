import type { Change } from '#shared/changes/changeSet'
import type { RecordOf, TableName } from '#shared/records/tables'
import type { NotebookDatabase } from '../store/database'
import { decodeRow } from '../store/rows'

/**
 * A small table whole in memory, tombstones included: what came through a channel that is gone did come through it. The
 * caller sees to it that loading and following never overlap.
 */
export class Shelf<T extends TableName> {
  private readonly kept = new Map<string, RecordOf<T>>()
  /** Counted up whenever something changed, so that what was worked out from it can be kept until then. */
  version = 0

  constructor(private readonly table: T) {}

  async load(db: NotebookDatabase): Promise<void> {
    this.kept.clear()
    this.version += 1
    for (const row of await db.rows(this.table).toArray()) this.kept.set(row.id, decodeRow(this.table, row))
  }

  /** Takes over what the changes made; gives the records they touched, as they were and as they are. */
  follow(
    changes: readonly Change[],
  ): { readonly before?: RecordOf<T> | undefined; readonly after: RecordOf<T> }[] {
    return changes.flatMap(({ table, id, after }) => {
      if (table !== this.table) return []
      const record = after as unknown as RecordOf<T>
      const before = this.kept.get(id)
      // The reading may have brought a newer record already.
      if (before !== undefined && before.rev > record.rev) return []
      this.kept.set(id, record)
      this.version += 1
      return [{ before, after: record }]
    })
  }

  get(id: string): RecordOf<T> | undefined {
    return this.kept.get(id)
  }

  /** Every record, deleted ones too. */
  all(): RecordOf<T>[] {
    return [...this.kept.values()]
  }

  live(): RecordOf<T>[] {
    return this.all().filter((record) => record.deletedAt === undefined)
  }
}
