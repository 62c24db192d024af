import type { LooseRecord } from '#shared/changes/changeSet'
import type { OrchardBridge } from '#shared/ipc/contract'
import type { PageRecord } from '#shared/merging/references'
import { err, ok, type Result } from '#shared/result'
import { customersOf, takeBackChanges } from '#shared/snapshot/takeBack'
import type { NotebookDatabase } from '../store/database'
import type { Notebook, Saved } from '../store/notebook'
import type { TakeBackSource } from '../store/snapshotSource'
import type { DifferingCustomer, TakeBackAnswer } from '../workers/takeBackProtocol'

/** What taking customers back works with. */
interface TakeBackParts {
  readonly read: OrchardBridge['call']['backup:read']
  readonly worker: TakeBackSource
  readonly notebook: Notebook
}

/** Everybody in a backup whose page is not today what it was then. Errors: those of reading it, and the index's. */
export async function differingCustomers(
  parts: TakeBackParts,
  backupId: string,
): Promise<Result<readonly DifferingCustomer[]>> {
  const read = await readAgainst(parts, backupId, null)
  return read.ok ? ok(read.value.customers) : read
}

/**
 * Brings customers back as a backup has them, in one change-set that can be undone. The notebook of the moment of saving
 * counts, not that of the preview. `undefined` inside when nothing differs any more.
 */
export async function takeCustomersBack(
  parts: TakeBackParts,
  backupId: string,
  customerIds: readonly string[],
): Promise<Result<Saved | undefined>> {
  const read = await readAgainst(parts, backupId, customerIds)
  if (!read.ok) return read
  const { records } = read.value
  const label = { key: 'change.takenBack', params: { count: customerIds.length } }
  return parts.notebook.commit({ label }, async (at) => {
    const db = parts.notebook.database()
    if (db === undefined) return []
    const now = await currentRows(db, records)
    const there = await liveCustomers(db, records)
    return takeBackChanges(
      records,
      (table, id) => now.get(`${table}/${id}`),
      (id) => there.has(id),
      at,
    )
  })
}

async function readAgainst(
  { read, worker, notebook }: TakeBackParts,
  backupId: string,
  only: readonly string[] | null,
): Promise<Result<TakeBackAnswer>> {
  if (notebook.database() === undefined) return err('backup.notReady')
  const begun = await worker.takeBackBegin(only)
  if (!begun.ok) return begun
  for (let cursor: number | null = 0; cursor !== null; ) {
    const page: Awaited<ReturnType<typeof read>> = await read(backupId, cursor)
    if (!page.ok) return page
    const taken = await worker.takeBackPage(begun.value, page.value.lines)
    if (!taken.ok) return taken
    cursor = page.value.next
  }
  return worker.takeBackEnd(begun.value)
}

async function currentRows(
  db: NotebookDatabase,
  records: readonly PageRecord[],
): Promise<ReadonlyMap<string, LooseRecord>> {
  const now = new Map<string, LooseRecord>()
  for (const table of new Set(records.map((page) => page.table))) {
    const ids = records.filter((page) => page.table === table).map(({ record }) => record.id)
    for (const row of await db.rows(table).bulkGet(ids))
      if (row !== undefined) now.set(`${table}/${row.id}`, row.body)
  }
  return now
}

/** Of the customers that records name, those that have a page today. */
async function liveCustomers(
  db: NotebookDatabase,
  records: readonly PageRecord[],
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(records.flatMap(customersOf))]
  const rows = await db.rows('customers').bulkGet(ids)
  const live = rows.filter((row) => row !== undefined && row.body.deletedAt === undefined)
  return new Set(live.flatMap((row) => row?.id ?? []))
}
