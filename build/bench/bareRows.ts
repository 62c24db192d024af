import type { Page } from '@playwright/test'
import { allowNames } from './allowNames'

const BATCH = 2000

/** Rows that were read or written with nothing around them. */
export interface BareRows {
  readonly rows: number
  readonly elapsedMs: number
}

/** Reads all rows of some tables in batches, as whoever hands them on must at least. */
export async function readRows(page: Page, tables: readonly string[]): Promise<BareRows> {
  await allowNames(page)
  return page.evaluate(
    async ({ batch, tables }) => {
      const settled = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
      const [source] = (await indexedDB.databases()).filter(({ name }) => name?.startsWith('orchard-g'))
      const from = await settled(indexedDB.open(source?.name ?? ''))
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
    { batch: BATCH, tables },
  )
}

/** Copies the rows of the notebook's index, its change log left out, into a database that is only that. */
export async function writeRows(page: Page): Promise<BareRows> {
  await allowNames(page)
  return page.evaluate(async () => {
    const CHUNK = 2000
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
    const [source] = (await indexedDB.databases()).filter(({ name }) => name?.startsWith('orchard-g'))
    const from = await settled(indexedDB.open(source?.name ?? ''))
    // Not what is no record: the log, and what is kept to be taken over by the next start.
    const others = ['changeLog', 'meta', 'keptSearch']
    const tables = [...from.objectStoreNames].filter((name) => !others.includes(name))
    const stores = new Map<string, unknown[]>()
    const indexes = new Map<string, { name: string; keyPath: string | string[] }[]>()
    for (const table of tables) {
      const store = from.transaction(table).objectStore(table)
      indexes.set(
        table,
        [...store.indexNames].map((name) => ({ name, keyPath: store.index(name).keyPath })),
      )
      stores.set(table, await settled(store.getAll()))
    }
    from.close()
    const opening = indexedDB.open('bare', 1)
    opening.onupgradeneeded = () => {
      for (const table of tables) {
        const store = opening.result.createObjectStore(table, { keyPath: 'id' })
        for (const { name, keyPath } of indexes.get(table) ?? []) store.createIndex(name, keyPath)
      }
    }
    const bare = await settled(opening)
    const begun = performance.now()
    let rows = 0
    for (const [table, all] of stores) {
      for (let from = 0; from < all.length; from += CHUNK) {
        const transaction = bare.transaction(table, 'readwrite', { durability: 'relaxed' })
        const store = transaction.objectStore(table)
        for (const row of all.slice(from, from + CHUNK)) store.put(row)
        rows += Math.min(CHUNK, all.length - from)
        await done(transaction)
      }
    }
    const elapsedMs = performance.now() - begun
    bare.close()
    await settled(indexedDB.deleteDatabase('bare'))
    return { rows, elapsedMs }
  })
}
