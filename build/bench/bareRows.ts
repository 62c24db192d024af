import type { Page } from '@playwright/test'
import { allowNames } from './allowNames'

const BATCH = 2000

/** Rows that were read or written with nothing around them. */
export interface BareRows {
  readonly rows: number
  readonly elapsedMs: number
}

/** The name of the database that holds the notebook's index. */
export async function indexName(page: Page): Promise<string> {
  const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name = '' }) => name))
  const name = names.find((each) => each.startsWith('orchard-g'))
  if (name === undefined) throw new Error('the window has no index')
  return name
}

/** Reads all rows of some tables in batches, as whoever hands them on must at least. */
export async function readRows(page: Page, tables: readonly string[]): Promise<BareRows> {
  await allowNames(page)
  return page.evaluate(
    async ({ index, batch, tables }) => {
      const settled = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
      const from = await settled(indexedDB.open(index))
      const begun = performance.now()
      let rows = 0
      for (const table of tables) {
        let after: IDBValidKey | undefined
        for (;;) {
          const store = from.transaction(table).objectStore(table)
          const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true)
          const [found, keys] = await Promise.all([
            settled(store.getAll(range, batch)),
            settled(store.getAllKeys(range, batch)),
          ])
          rows += found.length
          after = keys.at(-1)
          if (found.length < batch) break
        }
      }
      const elapsedMs = performance.now() - begun
      from.close()
      return { rows, elapsedMs }
    },
    { index: await indexName(page), batch: BATCH, tables },
  )
}

/** Copies the rows of some tables of the notebook's index, with their indexes, into a database that is only that. */
export async function writeRows(page: Page, tables: readonly string[]): Promise<BareRows> {
  await allowNames(page)
  return page.evaluate(
    async ({ index, batch, tables }) => {
      const settled = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
      const done = (transaction: IDBTransaction) =>
        new Promise<void>((resolve, reject) => {
          transaction.oncomplete = () => resolve()
          transaction.onabort = () => reject(transaction.error)
        })
      const from = await settled(indexedDB.open(index))
      const stores = new Map<string, unknown[]>()
      const kept = new Map<
        string,
        { keyPath: string; indexes: { name: string; keyPath: string | string[]; multiEntry: boolean }[] }
      >()
      for (const table of tables) {
        const store = from.transaction(table).objectStore(table)
        const indexes = [...store.indexNames].map((name) => {
          const { keyPath, multiEntry } = store.index(name)
          return { name, keyPath, multiEntry }
        })
        kept.set(table, { keyPath: String(store.keyPath), indexes })
        stores.set(table, await settled(store.getAll()))
      }
      from.close()
      const opening = indexedDB.open('bare', 1)
      opening.onupgradeneeded = () => {
        for (const table of tables) {
          const { keyPath: key = 'id', indexes = [] } = kept.get(table) ?? {}
          const store = opening.result.createObjectStore(table, { keyPath: key })
          for (const { name, keyPath, multiEntry } of indexes)
            store.createIndex(name, keyPath, { multiEntry })
        }
      }
      const bare = await settled(opening)
      const begun = performance.now()
      let rows = 0
      for (const [table, all] of stores) {
        for (let from = 0; from < all.length; from += batch) {
          const transaction = bare.transaction(table, 'readwrite', { durability: 'relaxed' })
          const store = transaction.objectStore(table)
          for (const row of all.slice(from, from + batch)) store.put(row)
          rows += Math.min(batch, all.length - from)
          await done(transaction)
        }
      }
      const elapsedMs = performance.now() - begun
      bare.close()
      await settled(indexedDB.deleteDatabase('bare'))
      return { rows, elapsedMs }
    },
    { index: await indexName(page), batch: BATCH, tables },
  )
}
