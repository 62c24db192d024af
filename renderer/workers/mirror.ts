import type { Change } from '#shared/changes/changeSet'
import type { RecordOf, TableName } from '#shared/records/tables'
import type { NotebookDatabase } from '../store/database'
import { liveRecords, type Row } from '../store/rows'

/** Which records of a table are kept in memory, and how they are read the first time. */
interface MirrorOf<T extends TableName> {
  readonly table: T
  readonly read: (db: NotebookDatabase) => PromiseLike<readonly Row[]>
  /** Whether a record that `read` may read belongs to what is kept; a live one that does not is forgotten. */
  readonly keeps?: (record: RecordOf<T>) => boolean
}

/**
 * Some records of a table in memory: read once when first asked for, then kept current by the same changes that the
 * rows get. What was kept is always what a new reading would give.
 */
export class Mirror<T extends TableName> {
  private readonly kept = new Map<string, RecordOf<T>>()
  private loading: Promise<void> | undefined
  /** The records as a list, until one changes. */
  private listed: readonly RecordOf<T>[] | undefined

  constructor(private readonly options: MirrorOf<T>) {}

  /** The records, read first if nobody has asked yet. */
  async records(db: NotebookDatabase): Promise<readonly RecordOf<T>[]> {
    await this.ready(db)
    return this.current()
  }

  /** Reads the records if nobody has asked yet. */
  ready(db: NotebookDatabase): Promise<void> {
    this.loading ??= this.load(db).catch((fault: unknown) => {
      // The next one who asks tries again.
      this.loading = undefined
      throw fault
    })
    return this.loading
  }

  /**
   * The records as they are this moment, for whoever must not wait between looking at several mirrors. It is the same
   * list until one of them changes.
   */
  current(): readonly RecordOf<T>[] {
    this.listed ??= [...this.kept.values()]
    return this.listed
  }

  /** Takes over what the changes made; gives the records they touched, those as they were and as they are that belong here. */
  async follow(changes: readonly Change[]): Promise<readonly RecordOf<T>[]> {
    const own = changes.filter((change) => change.table === this.options.table)
    if (own.length === 0 || this.loading === undefined) return []
    await this.loading.catch(() => undefined)
    return own.flatMap(({ id, after }) => {
      const record = after as unknown as RecordOf<T>
      const before = this.kept.get(id)
      // A reading that began before an earlier change may have brought a newer record already.
      if (before !== undefined && before.rev > record.rev) return []
      const isKept = record.deletedAt === undefined && this.keeps(record)
      if (!isKept && before === undefined) return []
      this.listed = undefined
      if (isKept) this.kept.set(id, record)
      else this.kept.delete(id)
      return [...(before === undefined ? [] : [before]), ...(isKept ? [record] : [])]
    })
  }

  private async load(db: NotebookDatabase): Promise<void> {
    const found = liveRecords(this.options.table, [...(await this.options.read(db))])
    this.listed = undefined
    for (const record of found) if (this.keeps(record)) this.kept.set(record.id, record)
  }

  private keeps(record: RecordOf<T>): boolean {
    return this.options.keeps?.(record) ?? true
  }
}
