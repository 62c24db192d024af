import { expect } from '@playwright/test'

/** All rows of all tables of the index in use, read past the product's own code; without what may be built again. */
export type Dump = Readonly<Record<string, readonly Record<string, unknown>[]>>

/** Whatever can run a function in the window: a page of Playwright's, or the main process. */
export interface Looking {
  readonly evaluate: <T>(look: () => T) => Promise<Awaited<T>>
}

/**
 * Reads the whole index as soon as it has what the journal has: what was said to be saved stands in the journal first,
 * and in the index a moment later.
 */
export async function dumpNotebook(page: Looking): Promise<Dump> {
  let seen: { readonly dump: Dump; readonly isBehind: boolean } | undefined
  await expect
    .poll(
      async () => {
        seen = await readIndex(page)
        return seen.isBehind
      },
      { message: 'the index has what the journal has', intervals: LOOKS_MS },
    )
    .toBe(false)
  return seen?.dump ?? {}
}

/** Reads the index as it is at this moment, for a notebook in which somebody may still be writing, or may have died. */
export async function dumpAsItIs(page: Looking): Promise<Dump> {
  return (await readIndex(page)).dump
}

/** Most often the first look is enough. */
const LOOKS_MS = [20, 50, 100, 250]

/**
 * All rows through the browser's plain IndexedDB. Of several databases the one that the notebook names counts, else the
 * one that was applied farthest: the others are left-overs of a rebuild.
 */
function readIndex(page: Looking): Promise<{ readonly dump: Dump; readonly isBehind: boolean }> {
  return page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    // Asked before the rows are read: what is journalled meanwhile need not be among them.
    const start = await window.orchard.call['app:start']().catch(() => undefined)
    const notebook = start?.ok === true ? start.value.notebook : undefined
    const candidates: { lastSeq: number; rank: number; dump: Record<string, Record<string, unknown>[]> }[] =
      []
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.startsWith('orchard-g') && name !== notebook?.databaseName) continue
      const opening = indexedDB.open(name)
      // One that was being removed when it was listed is not made again by looking.
      opening.onupgradeneeded = () => opening.transaction?.abort()
      const db = await settled(opening).catch(() => undefined)
      if (db === undefined) continue
      const stores = [...db.objectStoreNames].filter((store) => store !== 'keptSearch')
      const transaction = db.transaction(stores, 'readonly')
      const dump: Record<string, Record<string, unknown>[]> = {}
      await Promise.all(
        stores.map(async (store) => {
          dump[store] = await settled(transaction.objectStore(store).getAll())
        }),
      )
      db.close()
      const meta = dump.meta?.[0] as { lastSeq?: number; generation?: number } | undefined
      const lastSeq = meta?.lastSeq ?? -1
      const isNamed = name === notebook?.databaseName ? 1e15 : 0
      candidates.push({ lastSeq, rank: isNamed + (meta?.generation ?? 0) * 1e9 + lastSeq, dump })
    }
    candidates.sort((a, b) => b.rank - a.rank)
    const [best] = candidates
    return { dump: best?.dump ?? {}, isBehind: (best?.lastSeq ?? -1) < (notebook?.lastSeq ?? -1) }
  })
}

/** The live records of a table. */
export function liveRecords(dump: Dump, table: string): Record<string, unknown>[] {
  return (dump[table] ?? [])
    .map((row) => row.body as Record<string, unknown>)
    .filter((record) => record.deletedAt === undefined)
}
