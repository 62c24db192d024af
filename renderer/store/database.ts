import Dexie, { RangeSet, type Table } from 'dexie'
import type { LogEntry } from '#shared/changes/changeLog'
import type { TableName } from '#shared/records/tables'
import type { Row } from './rows'
import { LOG_TABLE, META_TABLE, SCHEMA_STORES, SEARCH_TABLE } from './schemaVersions'
import { ownSeal } from './sealing/ownSeal'
import { sealedRows } from './sealing/sealedRows'

/** How far the index has followed the journal. Written in the same transaction as the rows it speaks of. */
export interface IndexMeta {
  readonly key: 'index'
  readonly generation: number
  readonly lastSeq: number
  /** Rows of each table, tombstones included: what a damaged store can be recognised by. */
  readonly rowCounts: Readonly<Partial<Record<TableName, number>>>
  /** Customers that are not deleted; absent until somebody has counted them. */
  readonly liveCustomers?: number | undefined
  /** How many of the entries up to `lastSeq` the journal could no longer give; absent when none. */
  readonly lostEntries?: number
}

/** A row of the change log; an import's entry is spread over several rows of one `seq`. */
export interface LogRow extends LogEntry {
  readonly key: string
  readonly recordIds: readonly string[]
}

/** A part of the search as it was kept; the parts follow one another by their keys. */
export interface SearchRow {
  readonly key: string
  /** How far the index had followed the journal; every part says the same. */
  readonly seq: number
  /** Whether Chinese names are in it as they sound. */
  readonly isSpelled: boolean
  /** By which rule customers were made into what is searched. */
  readonly documents: number
  /** Bytes of all parts together. */
  readonly length: number
  readonly bytes: Uint8Array
}

/** Something derived as it was kept: a head, and parts that each hold some of it. */
export interface PartRow {
  readonly key: string
  /** How far the index had followed the journal. */
  readonly seq: number
  /** Of the bytes, so that what the disk has spoilt is never believed. */
  readonly sum: string
  readonly bytes: Uint8Array
}

/**
 * One IndexedDB that follows the journal. Strict durability: an edit's row must not vanish in a power cut only
 * to be replayed at every start.
 */
export class NotebookDatabase extends Dexie {
  readonly changeLog: Table<LogRow, string>
  readonly meta: Table<IndexMeta, string>
  readonly keptSearch: Table<SearchRow, string>
  /** The same store as `keptSearch`, which is the place of what can be built again; their keys are apart. */
  readonly keptParts: Table<PartRow, string>

  /**
   * `relaxed` is for writing very much, which ends with a strict transaction. To note every key for the live queries
   * costs as much as to write it, so that this connection leaves it out: call `tellLiveQueries` where anybody reads.
   */
  constructor(name: string, durability: 'strict' | 'relaxed' = 'strict') {
    super(name, { chromeTransactionDurability: durability, cache: 'disabled' })
    if (durability === 'relaxed') this.unuse({ stack: 'dbcore', name: 'Observability' })
    const seal = ownSeal()
    if (seal !== undefined) this.use(sealedRows(seal))
    for (const [version, stores] of SCHEMA_STORES) this.version(version).stores(stores)
    this.changeLog = this.table(LOG_TABLE)
    this.meta = this.table(META_TABLE)
    this.keptSearch = this.table(SEARCH_TABLE)
    this.keptParts = this.table(SEARCH_TABLE)
  }

  /** The rows of a domain table. */
  rows(table: TableName): Table<Row, string> {
    return this.table(table)
  }
}

/** Lets every live query read again, in the window too. */
export function tellLiveQueries(): void {
  Dexie.on.storagemutated.fire({ all: new RangeSet(-Infinity, [[]]) })
}

/** What an index must carry before anything in it may be believed. */
export const EMPTY_META: Omit<IndexMeta, 'generation'> = {
  key: 'index',
  lastSeq: 0,
  rowCounts: {},
  liveCustomers: 0,
}
